// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Tollkeeper.ViewModels

//! The page of budgets and alerts: its states, its list, the editor and the rules, by pointer and by keyboard.
PageCase {
    id: test

    name: "Budgets"

    function openBudgets(properties) {
        const window = open(Object.assign({ page: "budgets" }, properties || {}));
        window.requestActivate();
        return window;
    }
    //! With one budget in the editor.
    function openEditor(row, properties) {
        const window = openBudgets(properties);
        const rows = findChild(window, "budgetRows");
        rows.forceActiveFocus();
        rows.pick(row);
        rows.activated();
        tryVerify(() => window.isSettled);
        return window;
    }
    function budgetRow(window, place) {
        return all(window.contentItem, "budgetRow").find(row => row.row === place) || null;
    }
    function drawn(window, name) {
        return all(window.contentItem, name)[0] || null;
    }
    function editorOf(window) {
        return findChild(window, "budgetEditor").editor;
    }
    function type(field, text) {
        field.forceActiveFocus();
        field.selectAll();
        for (const letter of text)
            keyClick(letter);
    }

    function test_showsOneOfItsStates_data() {
        return [
            { tag: "ready", prepare: () => {}, shown: "budgetRows" },
            { tag: "empty", prepare: () => script.haveNoBudgets(), shown: "budgetsEmpty" },
            { tag: "failed", prepare: () => script.failToReadBudgets(), shown: "budgetsFailed" }
        ];
    }
    function test_showsOneOfItsStates(data) {
        data.prepare();
        const window = openBudgets();
        for (const part of ["budgetRows", "budgetsEmpty", "budgetsFailed", "budgetsLoading"])
            compare(findChild(window, part).visible, part === data.shown, part);
    }
    function test_readsAgainAfterAFailure() {
        script.failToReadBudgets();
        const window = openBudgets();
        script.reset();
        findChild(findChild(window, "budgetsFailed"), "readAgain").clicked();
        tryVerify(() => findChild(window, "budgetRows").visible);
    }
    function test_isAPageOfTheSidebarWithItsBadge() {
        inboxScript.reset();
        const window = open({ page: "overview", alertReports: inboxScript.reports });
        window.requestActivate();
        const item = findChild(window, "navBudgets");
        tryVerify(() => window.openAlerts > 0);
        compare(text({ contentItem: item }, "navCount"), String(window.openAlerts));
        verify(all(item, "navBadge").length === 1);
        keyClick(Qt.Key_4, Qt.ControlModifier);
        compare(window.page, "budgets");
        verify(findChild(window, "budgetsBar").visible);
        verify(!findChild(window, "topBar").visible);
    }
    function test_changesBetweenItsViews() {
        const window = openBudgets();
        const tabs = findChild(window, "budgetsTabs");
        compare(tabs.options[1], "Inbox"); // nobody tells of alerts here
        inboxScript.reset();
        window.alertReports = inboxScript.reports;
        tryVerify(() => window.openAlerts > 0);
        compare(tabs.options[1], "Inbox, " + window.openAlerts + " open");
        for (const [place, shown] of [[1, "inboxTab"], [2, "rulesTab"], [0, "budgetsTab"]]) {
            tabs.chosen(place);
            for (const part of ["budgetsTab", "inboxTab", "rulesTab"])
                compare(findChild(window, part).visible, part === shown, part);
        }
    }

    function test_tellsEveryRowAndOpensTheFirstBesideIt() {
        const window = openBudgets();
        compare(all(window.contentItem, "budgetRow").length, 11);
        compare(budgetRow(window, 1).cells.name, "Support");
        const bar = all(budgetRow(window, 1), "cellBar")[0];
        compare(bar.Accessible.role, Accessible.ProgressBar);
        verify(bar.Accessible.name.includes("71.3%"));
        tryCompare(findChild(window, "budgetTitle"), "text", "All accounts");
    }
    function test_movesByKeyboardAndOpensTheEditor() {
        const window = openBudgets();
        const rows = findChild(window, "budgetRows");
        rows.forceActiveFocus();
        keyClick(Qt.Key_End);
        compare(rows.current, 10);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Down);
        compare(findChild(window, "budgetTitle").text, "Support");
        keyClick(Qt.Key_Return);
        verify(findChild(window, "budgetTitle").activeFocus);
    }
    function test_savesWhatIsTyped() {
        const window = openEditor(1);
        const save = findChild(window, "saveBudget");
        verify(!save.enabled);
        verify(!findChild(window, "discardBudget").enabled);
        type(findChild(window, "budgetLimit"), "5.2k");
        verify(save.enabled);
        tryVerify(() => window.isSettled);
        press(window, "saveBudget");
        tryCompare(save, "enabled", false);
        compare(script.budgetSaved(), "2 Support 5200.000000000");
    }
    function test_saysWhatCannotBeSavedAndDiscardsIt() {
        const window = openEditor(1);
        const limit = findChild(window, "budgetLimit");
        type(limit, "many");
        verify(!findChild(window, "saveBudget").enabled);
        verify(findChild(window, "budgetProblem").text.startsWith("Type a limit"));
        press(window, "discardBudget");
        compare(limit.text, "4800.00");
        compare(findChild(window, "budgetProblem").text, "");
    }
    function test_asksBeforeLeavingWhatIsEdited() {
        const window = openEditor(1);
        type(findChild(window, "budgetLimit"), "5000");
        const rows = findChild(window, "budgetRows");
        rows.pick(3);
        compare(rows.current, 1);
        verify(findChild(window, "budgetProblem").text.startsWith("Save or discard"));
        verify(findChild(window, "saveBudget").activeFocus);
        press(window, "discardBudget");
        rows.pick(3);
        compare(findChild(window, "budgetTitle").text, "Data");
    }
    function test_thresholdsAreTickedAndAddedByKeyboard() {
        const window = openEditor(1);
        tryVerify(() => drawn(window, "threshold3") !== null);
        const second = drawn(window, "threshold1");
        second.forceActiveFocus();
        keyClick(Qt.Key_Space);
        verify(!drawn(window, "threshold1").checked);
        verify(drawn(window, "threshold1").activeFocus); // it is the same line
        press(window, "addThreshold");
        keyClick("9");
        keyClick("0");
        keyClick(Qt.Key_Return);
        tryVerify(() => drawn(window, "threshold4") !== null);
        compare(drawn(window, "threshold2").text, "90% spent");
        press(window, "addThreshold");
        type(findChild(window, "newThreshold"), "0");
        keyClick(Qt.Key_Return);
        verify(findChild(window, "thresholdProblem").visible);
    }
    function test_channelsArePicked() {
        const window = openEditor(1);
        tryVerify(() => drawn(window, "channel3") !== null);
        verify(drawn(window, "channel1").checked);
        verify(!drawn(window, "channel3").checked);
        drawn(window, "channel3").clicked();
        verify(drawn(window, "channel3").checked);
        verify(editorOf(window).isChanged);
    }
    function test_aNewOneIsBegunByKeyboard() {
        const window = openBudgets();
        keyClick(Qt.Key_N, Qt.ControlModifier);
        compare(findChild(window, "budgetTitle").text, "New budget");
        verify(findChild(window, "budgetName").activeFocus);
        verify(!findChild(window, "pauseBudget").visible);
        findChild(window, "budgetScopeValue").chosen(0);
        compare(findChild(window, "budgetName").text, "Data");
        type(findChild(window, "budgetName"), "Data team");
        type(findChild(window, "budgetLimit"), "300");
        tryVerify(() => window.isSettled);
        press(window, "saveBudget");
        tryVerify(() => script.budgetSaved() === "0 Data team 300.000000000");
    }
    function test_pausesAndDeletes() {
        const window = openEditor(1);
        press(window, "pauseBudget");
        tryVerify(() => script.pausedBudget() === 2);
        press(window, "moreOfBudget");
        tryVerify(() => findChild(window, "budgetMenu").opened);
        findChild(window, "budgetMenu").chosen("remove");
        const dialog = findChild(window, "removeBudgetDialog");
        tryVerify(() => dialog.opened);
        compare(inDialog(window, "removeBudgetDialog", "dialogTitle")[0].text, "Delete the budget Support?");
        verify(inDialog(window, "removeBudgetDialog", "keepBudget")[0].activeFocus);
        inDialog(window, "removeBudgetDialog", "removeBudget")[0].clicked();
        tryVerify(() => script.budgetsRemoved() === 1);
        verify(!dialog.opened);
    }
    function test_inASmallWindowTheEditorIsASecondPage() {
        const window = openBudgets({ width: 1024, height: 700 });
        const list = findChild(window, "budgetList");
        const editor = findChild(window, "budgetEditor");
        verify(list.visible && !editor.visible);
        verify(!all(budgetRow(window, 0), "cellPeriod").length);
        for (const kept of ["cellName", "cellSpent", "cellBar", "cellOutlook"])
            verify(all(budgetRow(window, 0), kept).length === 1, kept);
        const rows = findChild(window, "budgetRows");
        rows.forceActiveFocus();
        rows.pick(1);
        keyClick(Qt.Key_Return);
        verify(!list.visible && editor.visible);
        keyClick(Qt.Key_Escape);
        verify(list.visible && !editor.visible);
        verify(rows.activeFocus);
        keyClick(Qt.Key_Return);
        press(window, "budgetBack");
        verify(list.visible);
    }
    function test_whateverTheNamesNothingIsMarkup() {
        script.nameBudgets("<b>Team</b><img src='http://127.0.0.1:9/x'>");
        const window = openEditor(1);
        compare(findChild(window, "budgetTitle").text, "<b>Team</b><img src='http://127.0.0.1:9/x'>");
        compare(findChild(window, "budgetTitle").textFormat, Text.PlainText);
        window.budgetsTab = 2;
        tryVerify(() => all(window.contentItem, "ruleLast").length > 0);
        verify(all(window.contentItem, "ruleLast").every(item => item.textFormat === Text.PlainText));
    }
}
