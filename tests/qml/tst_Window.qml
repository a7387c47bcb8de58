// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Tollkeeper.Ui

//! The window with scripted services: its states, its dialogs, and where things are.
TestCase {
    id: test

    name: "Window"

    property var subject: null

    Component {
        id: component
        Main {
            reports: script.reports
            usageReports: script.usage
            sync: script.sync
            gateways: script.gateways
            alerts: script.alerts
            budgets: script.budgets
            histories: script.histories
            imports: script.imports
            exports: script.exports
            files: script.files
            reducedMotion: true
        }
    }

    function init() {
        failOnWarning(/.?/);
        script.reset();
    }
    function cleanup() {
        if (subject)
            subject.destroy();
        subject = null;
    }
    function open(properties) {
        // No parent: a window inside the hidden one of the test would not be shown.
        const window = component.createObject(null, properties || {});
        subject = window;
        tryVerify(() => window.visible);
        tryVerify(() => !findChild(window, "loadingPage").visible);
        return window;
    }
    function placed(item) {
        return item.mapToItem(null, 0, 0, item.width, item.height);
    }
    //! Delegates of a list are nobody's QObject children: go by what is seen.
    function seen(item, name) {
        if (item.objectName === name)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = seen(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }
    function press(window, name) {
        const button = findChild(window, name);
        verify(button, name);
        verify(button.enabled && button.visible, name);
        button.clicked();
    }

    function test_showsOneOfItsStates_data() {
        return [
            { tag: "ready", prepare: () => {}, page: "overviewPage" },
            { tag: "empty", prepare: () => script.haveNoAccounts(), page: "emptyPage" },
            { tag: "failed", prepare: () => script.failToRead(), page: "failedPage" }
        ];
    }
    function test_showsOneOfItsStates(data) {
        data.prepare();
        const window = open();
        for (const page of ["overviewPage", "emptyPage", "failedPage", "loadingPage"])
            compare(findChild(window, page).visible, page === data.page, page);
    }

    function test_showsTheFigures() {
        const window = open();
        compare(findChild(window, "spent").text, "$7,486.20");
        compare(findChild(window, "ofBudget").text, "of $12,000.00 budget, $4,513.80 left");
        compare(findChild(window, "usedText").text, "62.4% used");
        compare(findChild(window, "asOf").text, "Thu 18 June, 14:32 UTC");
        compare(findChild(window, "legendTotal").text, "$7,486");
        compare(findChild(window, "pollStatus").text, "Polled 14:30, next 14:35 UTC");
        const chart = findChild(window, "cumulativeChart");
        const names = Array.from({ length: chart.count }, (_, i) => chart.series(i).name);
        compare(chart.series(names.indexOf("spent")).count, 19);
    }

    function test_anAccountTakesAnotherKey() {
        const window = open();
        const list = findChild(window, "accountList");
        tryVerify(() => list.count > 0);
        mouseClick(list.itemAtIndex(0));
        const dialog = findChild(window, "replaceKeyDialog");
        tryVerify(() => dialog.opened);
        const field = findChild(dialog.contentItem, "replacementKey");
        const keep = findChild(dialog.contentItem, "replaceKey");
        verify(!keep.enabled);
        compare(field.text, "");
        field.text = "sk-or-v1-0123456789abcdef";
        mouseClick(keep);
        compare(field.text, "");
        tryVerify(() => !dialog.opened);
    }

    function test_keepsTheHeaderApart_data() {
        return [
            { tag: "1440x900", width: 1440, height: 900 },
            { tag: "1200x820", width: 1200, height: 820 },
            { tag: "1024x700", width: 1024, height: 700 }
        ];
    }
    function test_keepsTheHeaderApart(data) {
        const window = open({ width: data.width, height: data.height });
        const left = placed(findChild(window, "ofBudget"));
        const middle = placed(findChild(window, "gauge"));
        const right = placed(findChild(window, "figures"));
        verify(left.x + left.width <= middle.x);
        verify(middle.width > 100);
        verify(middle.x + middle.width <= right.x);
        verify(right.x + right.width <= data.width);
        const header = placed(findChild(window, "header"));
        const chart = placed(findChild(window, "cumulative"));
        verify(header.y + header.height <= chart.y);
        compare(findChild(window, "sidebar").width, data.width < 1200 ? 56 : 216);
    }

    function test_showsServerTextAsItIs() {
        const hostile = "<img src=\"http://127.0.0.1:9/x.png\"><b>name</b>";
        script.nameEverything(hostile);
        const window = open();
        for (const name of ["accountName", "sidebarName", "keyName"]) {
            const text = seen(window.contentItem, name);
            compare(text.text, hostile);
            compare(text.textFormat, Text.PlainText);
        }
    }

    function test_elidesLongNames() {
        script.nameEverything("a-very-long-name-of-something-that-nobody-shortened-".repeat(4));
        const window = open();
        for (const name of ["accountName", "sidebarName", "keyName"]) {
            const text = seen(window.contentItem, name);
            verify(text.truncated, name);
            verify(text.width < 300, name);
        }
    }

    function test_offersABudgetWhereThereIsNone() {
        script.haveNoBudget();
        const window = open();
        verify(!findChild(window, "gauge").visible);
        verify(!findChild(window, "budgetLine").visible);
        press(window, "setBudgetHere");
        tryVerify(() => findChild(window, "budgetDialog").opened);
    }

    function test_setsABudget() {
        const window = open();
        press(window, "budgetButton");
        const amount = findChild(window, "budgetAmount");
        tryVerify(() => amount.focus);
        amount.text = "4,80";
        press(window, "budgetSave");
        compare(script.budgetSet(), "");
        verify(findChild(window, "budgetHint").text !== "");
        amount.text = "4.8k";
        amount.textEdited();
        compare(findChild(window, "budgetHint").text, "$4,800.00 a month");
        press(window, "budgetSave");
        tryVerify(() => !findChild(window, "budgetDialog").visible);
        compare(script.budgetSet(), "4800.000000000");
    }

    function test_keepsTheKeyWhenATestFailsAndDropsItAfterSaving() {
        script.refuseKeys("No auth credentials found");
        const window = open();
        press(window, "addAccount");
        press(window, "continue");
        const key = findChild(window, "keyField");
        compare(key.echoMode, TextInput.Password);
        script.putIntoClipboard("sk-or-v1-0123456789abcdef");
        press(window, "pasteKey");
        compare(key.text, "sk-or-v1-0123456789abcdef");
        press(window, "test");
        tryVerify(() => findChild(window, "testProblem").visible);
        verify(findChild(findChild(window, "testProblem"), "noteText").text.includes("No auth credentials found"));
        compare(key.text, "sk-or-v1-0123456789abcdef");
        compare(script.saves(), 0);

        script.reset();
        press(window, "test");
        tryVerify(() => findChild(window, "findingsStep").visible);
        press(window, "save");
        tryVerify(() => !findChild(window, "addAccountDialog").visible);
        compare(script.saves(), 1);
        compare(script.savedName(), "OpenRouter");
        compare(key.text, "");
    }

    function test_emptiesTheKeyFieldWhenTheDialogIsLeft() {
        const window = open();
        press(window, "addAccount");
        press(window, "continue");
        findChild(window, "keyField").text = "sk-or-v1-0123456789abcdef";
        press(window, "cancel");
        tryVerify(() => !findChild(window, "addAccountDialog").visible);
        compare(findChild(window, "keyField").text, "");
    }

    function test_saysWhatIsNotKept_data() {
        return [
            { tag: "demo", demo: true, shown: "demoBanner" },
            { tag: "session", sessionOnlyKeys: true, shown: "sessionBanner" }
        ];
    }
    function test_saysWhatIsNotKept(data) {
        const window = open({ demo: data.demo === true, sessionOnlyKeys: data.sessionOnlyKeys === true });
        for (const banner of ["demoBanner", "sessionBanner"])
            compare(findChild(window, banner).visible, banner === data.shown);
    }

    function test_pollsOnDemand() {
        const window = open();
        press(window, "pollNow");
        compare(script.polls(), 1);
    }

    function test_splitsByEnvironmentAndTeamToo() {
        const window = open();
        findChild(window, "split").chosen(2);
        tryCompare(findChild(findChild(window, "legend"), "seriesName"), "text", "prod");
        const total = findChild(window, "legendTotal").text;
        findChild(window, "split").chosen(3);
        tryCompare(findChild(findChild(window, "legend"), "seriesName"), "text", "Support");
        compare(findChild(window, "legendTotal").text, total);
    }
    function test_splitsByModelToo() {
        const window = open();
        findChild(window, "split").chosen(1);
        tryCompare(findChild(findChild(window, "legend"), "seriesName"), "text", "claude-sonnet-4.5");
    }

    function test_isDarkWhenAsked() {
        const window = open({ dark: true });
        verify(Qt.colorEqual(window.color, "#0D1317"));
        window.dark = false;
        verify(Qt.colorEqual(window.color, "#F2F5F6"));
    }
}
