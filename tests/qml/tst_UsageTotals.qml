// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

//! The ledger's totals on the Usage page, and where figures come from.
PageCase {
    name: "UsageTotals"

    function test_showsTheTotalsOfTheLedger_data() {
        return [
            { tag: "by day", tab: 1, first: "Thu 18 June" },
            { tag: "by model", tab: 2, first: "claude-sonnet-4.5" },
            { tag: "by key", tab: 3, first: "support-chat-prod" }
        ];
    }
    function test_showsTheTotalsOfTheLedger(data) {
        const window = open();
        findChild(window, "usageTabs").chosen(data.tab);
        tryVerify(() => all(window.contentItem, "spendRow").length > 0 && all(window.contentItem, "spendRow")[0].line.name === data.first);
        compare(findChild(findChild(window, "spendTotal"), "lineSpend").text, "$7,486.20");
        verify(!findChild(window, "keyChip").enabled);
        verify(findChild(window, "dateChip").enabled);
        verify(findChild(window, "keyChip").tip !== "");
        verify(!findChild(window, "zoneSwitch").visible);
    }
    function test_totalsThatCannotBeReadAreExplained() {
        script.failToReadTotals();
        const window = open({ usageTab: 2 });
        tryVerify(() => findChild(window, "spendFailed").visible);
    }
    function test_aTotalTellsWhereItComesFrom() {
        const window = open({ usageTab: 3 });
        tryVerify(() => all(window.contentItem, "spendRow").length > 0);
        const rows = findChild(window, "spendRows");
        window.requestActivate();
        rows.forceActiveFocus();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Return);
        const card = findChild(window, "provenanceCard");
        tryVerify(() => card.opened && card.isReady);
        compare(script.provenanceAsked(), "2026-06-18 2026-06-18 1 -");
        compare(findChild(card.contentItem, "provenanceTitle").text, "support-chat-prod");
        compare(all(card.contentItem, "sourceRow").length, 3);
        compare(findChild(findChild(card.contentItem, "provenanceSilent"), "factValue").text, "Chuizi.AI · lab cannot tell all of its spend");
        findChild(card.contentItem, "showRequests").clicked();
        tryVerify(() => !card.opened);
        compare(window.usageTab, 0);
        tryCompare(findChild(findChild(window, "keyChip"), "chipValue"), "text", "support-chat-prod");
    }
    function test_theSpendOfTheStripTellsWhereItComesFrom() {
        const window = openRows();
        findChild(window, "stripSpend").pressed();
        tryVerify(() => findChild(window, "provenanceCard").isReady);
        compare(script.provenanceAsked(), "2026-06-18 2026-06-18 - -");
        findChild(window, "provenanceCard").close();
        press(window, "fallbackChip");
        tryCompare(findChild(window, "stripSpend"), "action", "");
    }
    function test_figuresOfTheOverviewTellWhereTheyComeFrom() {
        const window = open({ page: "overview" });
        findChild(window, "spent").pressed();
        const card = findChild(window, "provenanceCard");
        tryVerify(() => card.isReady);
        compare(script.provenanceAsked(), "2026-06-01 2026-06-18 - -");
        card.close();
        findChild(window, "dailyChart").point(16);
        findChild(window, "dailyChart").choose();
        tryVerify(() => card.opened);
        compare(script.provenanceAsked(), "2026-06-16 2026-06-16 - -");
        card.close();
        all(window.contentItem, "keyMonth")[0].pressed();
        compare(script.provenanceAsked().split(" ")[1], "2026-06-18");
    }
}
