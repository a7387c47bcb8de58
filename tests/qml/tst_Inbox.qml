// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Tollkeeper.ViewModels

//! The inbox: its states, its list, its keyboard, one alert.
InboxCase {
    id: test

    name: "Inbox"

    SignalSpy {
        id: wanted
    }

    function test_showsOneOfItsStates_data() {
        return [
            { tag: "ready", prepare: () => {}, shown: "inboxRows" },
            { tag: "empty", prepare: () => inboxScript.haveNone(), shown: "inboxEmpty" },
            { tag: "failed", prepare: () => inboxScript.failToRead(), shown: "inboxFailed" }
        ];
    }
    function test_showsOneOfItsStates(data) {
        data.prepare();
        const window = openInbox();
        for (const part of ["inboxRows", "inboxEmpty", "inboxFailed"])
            compare(findChild(window, part).visible, part === data.shown, part);
        compare(findChild(window, "noAlert").visible, data.shown !== "inboxRows");
    }
    function test_readsAgainAfterAFailure() {
        inboxScript.failToRead();
        const window = openInbox();
        inboxScript.reset();
        findChild(findChild(window, "inboxFailed"), "readAgain").clicked();
        tryVerify(() => findChild(window, "inboxRows").visible);
    }
    function test_groupsByDay() {
        const window = openInbox();
        compare(all(window.contentItem, "inboxDay").map(day => day.text), ["Thu 18 June", "Wed 17 June", "Tue 16 June", "Sun 14 June"]);
        compare(all(window.contentItem, "inboxState")[0].text, "snoozed until Mon 22 June");
        verify(rows(window)[0].Accessible.name.startsWith("Critical, "));
    }
    function test_segmentChoosesTheView() {
        const window = openInbox();
        findChild(window, "inboxViews").chosen(InboxViewModel.Snoozed);
        tryVerify(() => rows(window).length === 1);
        verify(!findChild(window, "acknowledgeAll").visible);
        compare(text(window, "inboxState"), "snoozed until Mon 22 June");
    }

    function test_movesByKeyboard() {
        const window = openInbox();
        compare(window.inbox.current, 0);
        keyClick(Qt.Key_Down);
        compare(window.inbox.current, 1);
        keyClick(Qt.Key_End);
        compare(window.inbox.current, 8);
        keyClick(Qt.Key_Down);
        compare(window.inbox.current, 8);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Up);
        compare(window.inbox.current, 0);
        keyClick(Qt.Key_Return);
        verify(shown(window, "alertHeading").activeFocus);
    }
    function test_acknowledgesByA() {
        const window = openInbox();
        findChild(window, "inboxViews").chosen(InboxViewModel.Open);
        tryVerify(() => rows(window).length === 6);
        keyClick(Qt.Key_A);
        compare(inboxScript.acknowledged(), 1);
        tryVerify(() => rows(window).length === 5);
        compare(window.inbox.current, 0);
        keyClick(Qt.Key_A, Qt.ControlModifier); // not a single letter
        compare(inboxScript.acknowledged(), 1);
    }
    function test_snoozesByS() {
        const window = openInbox();
        keyClick(Qt.Key_S);
        const menu = findChild(window, "snoozeMenu");
        tryVerify(() => menu.opened);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryVerify(() => inboxScript.snoozed() === 1);
        tryVerify(() => all(window.contentItem, "inboxState").some(state => state.text === "snoozed until Thu 18 June 22:32"));
    }
    function test_opensWhatIsBehindItByO() {
        const window = openInbox();
        wanted.target = window.inbox.details;
        wanted.signalName = "keyWanted";
        wanted.clear();
        keyClick(Qt.Key_O);
        compare(wanted.count, 1);
        compare(wanted.signalArguments[0][0], "8");
    }
    function test_lettersBelongToAFieldThatIsTypedIn() {
        const window = openInbox();
        shown(window, "alertOwner").forceActiveFocus();
        for (const letter of "aso")
            keyClick(letter);
        compare(shown(window, "alertOwner").text, "aso");
        compare(inboxScript.acknowledged(), 0);
        keyClick(Qt.Key_Return);
        tryVerify(() => inboxScript.assigned() === "9 aso");
    }
    function test_aFieldThatIsLeftBelongsToTheAlertBefore() {
        const window = openInbox();
        shown(window, "alertOwner").forceActiveFocus();
        keyClick("x");
        mouseClick(rows(window)[2], 60, 20);
        tryVerify(() => inboxScript.assigned() === "9 x");
        compare(window.inbox.current, 2);
        compare(shown(window, "alertOwner").text, "");
    }

    function test_detailsSayWhatIsDrawn() {
        const window = openInbox();
        window.inbox.current = 6;
        tryVerify(() => window.isSettled);
        compare(text(window, "alertSeverity"), "Warning");
        verify(text(window, "alertLead").endsWith(", raised Tue 16 June 02:40 UTC, still true"));
        verify(text(window, "alertHeading").includes("support-chat-prod"));
        verify(shown(window, "alertPlot") !== null);
        compare(text(window, "plotLineText"), "Rule: 10%");
        compare(text(window, "plotRaised"), "Alert raised 16 Jun 02:40");
        compare(text(window, "alertNotice"), "Desktop notification sent 16 June 02:40. True at the last poll, 14:30.");
        compare(all(window.contentItem, "alertLink").map(link => link.text), ["Open 4,378 requests", "Edit rule"]);
        verify(all(window.contentItem, "alertStep").length >= 2);
        compare(all(window.contentItem, "alertEvent").length, 2);
    }
    function test_stepsAndLinksLeadSomewhere() {
        const window = openInbox();
        window.inbox.current = 6;
        tryVerify(() => window.isSettled);
        wanted.target = window.inbox.details;
        wanted.signalName = "requestsWanted";
        wanted.clear();
        all(window.contentItem, "alertLink")[0].clicked();
        compare(wanted.count, 1);
        compare(wanted.signalArguments[0][2], "1");
    }
    function test_offersOnlyWhatCanBeDone() {
        const window = openInbox();
        window.inbox.current = 8; // over
        verify(!findChild(window, "alertAcknowledge").visible);
        verify(!findChild(window, "alertSnooze").visible);
        window.inbox.current = 7; // acknowledged
        verify(!findChild(window, "alertAcknowledge").visible);
        verify(findChild(window, "alertSnooze").visible);
    }
    function test_saysWhyNothingCameOfIt() {
        inboxScript.refuse();
        const window = openInbox();
        press(window, "alertAcknowledge");
        tryVerify(() => findChild(window, "alertProblem").visible);
    }
    function test_acknowledgesAll() {
        const window = openInbox();
        press(window, "acknowledgeAll");
        tryVerify(() => !findChild(window, "acknowledgeAll").visible);
        compare(inboxScript.lastAcknowledged(), 6);
    }

    function test_alertIsASecondPageInASmallWindow() {
        const window = openInbox({ width: 1024, height: 700 });
        const list = findChild(window, "inboxList");
        const pane = findChild(window, "alertPane");
        verify(list.visible && !pane.visible);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        verify(!list.visible && pane.visible);
        verify(pane.width > 900);
        keyClick(Qt.Key_Escape);
        verify(list.visible && !pane.visible);
        verify(findChild(window, "inboxRows").activeFocus);
        compare(window.inbox.current, 1);
        mouseClick(rows(window)[2], 60, 20);
        verify(pane.visible);
        press(window, "alertBack");
        verify(list.visible);
        keyClick(Qt.Key_S);
        tryVerify(() => findChild(window, "snoozeMenu").opened);
    }
    function test_showsAnAlertThatIsAskedForById() {
        const window = openInbox({ width: 1024, height: 700 });
        findChild(window, "inboxViews").chosen(InboxViewModel.Open);
        window.tab.showAlert("2");
        tryCompare(window.inbox, "view", InboxViewModel.All);
        tryVerify(() => window.isSettled && !window.inbox.isUpdating);
        compare(window.inbox.details.id, "2");
        verify(findChild(window, "alertPane").visible);
    }
    function test_showsEveryNameAsPlainText() {
        const markup = "<img src='https://x.example/a'><b>bold</b>";
        inboxScript.nameEverything(markup);
        const window = openInbox();
        let found = 0;
        const walk = item => {
            if (item.textFormat !== undefined && String(item.text).includes("<img")) {
                compare(item.textFormat, Text.PlainText, item.objectName);
                ++found;
            }
            for (let i = 0; i < item.children.length; ++i)
                walk(item.children[i]);
        };
        for (let row = 0; row < 9; ++row) {
            window.inbox.current = row;
            tryVerify(() => window.isSettled);
            walk(window.contentItem);
        }
        verify(found > 20);
    }
}
