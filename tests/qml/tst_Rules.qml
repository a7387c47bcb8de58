// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Tollkeeper.ViewModels

//! The rules: switched, changed and tried out, by pointer and by keyboard.
PageCase {
    id: test

    name: "Rules"

    function openRules(properties) {
        const window = open(Object.assign({ page: "budgets", budgetsTab: 2 }, properties || {}));
        window.requestActivate();
        tryVerify(() => all(window.contentItem, "ruleRow").length > 0);
        return window;
    }
    function ruleRow(window, place) {
        return all(window.contentItem, "ruleRow").find(row => row.index === place) || null;
    }
    function openDialog(row) {
        const window = openRules();
        ruleRow(window, row).editWanted();
        const dialog = findChild(window, "ruleDialog");
        tryVerify(() => dialog.opened && !dialog.editor.isTrying);
        return window;
    }
    function inRule(window, name) {
        return inDialog(window, "ruleDialog", name)[0] || null;
    }

    function test_everyRuleHasItsSentenceAndSwitch() {
        const window = openRules();
        const rows = all(window.contentItem, "ruleRow");
        verify(rows.length >= 14);
        for (const row of rows) {
            verify(row.cells.pieces.some(piece => !piece.isValue), row.cells.name);
            compare(all(row, "ruleSwitch").length, 1);
            verify(row.Accessible.name.includes(row.cells.name));
            verify(all(row, "ruleSentence")[0].implicitHeight < row.height);
        }
    }
    function test_failingToReadIsSaid() {
        script.failToReadRules();
        const window = open({ page: "budgets", budgetsTab: 2 });
        tryVerify(() => findChild(window, "rulesFailed").visible);
        script.reset();
        findChild(findChild(window, "rulesFailed"), "readAgain").clicked();
        tryVerify(() => findChild(window, "rulesList").visible);
    }
    function test_aSwitchIsMovedByKeyboard() {
        const window = openRules();
        const sw = all(ruleRow(window, 0), "ruleSwitch")[0];
        verify(sw.isOn);
        sw.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => !script.isRuleOn(0));
        tryVerify(() => !all(ruleRow(window, 0), "ruleSwitch")[0].isOn);
        verify(all(ruleRow(window, 0), "ruleSwitch")[0].activeFocus); // it is the same row
    }
    function test_aRuleSaysWhatItWouldHaveDoneBeforeItIsSaved() {
        const window = openDialog(0);
        compare(inRule(window, "backTest").text, "On the last 91 days this would have fired 4 times, on these days:");
        compare(inRule(window, "backTestDays").count, 4);
        verify(!inRule(window, "ruleSave").enabled);
        const field = inRule(window, "ruleValue0");
        verify(field);
        verify(field.activeFocus); // the first value is ready to be typed over
        field.selectAll();
        keyClick("3");
        tryVerify(() => !findChild(window, "ruleDialog").editor.isTrying);
        compare(field.text, "3");
        verify(inRule(window, "ruleValue0").activeFocus); // typing goes on in the same field
        verify(inRule(window, "ruleSave").enabled);
        inRule(window, "ruleSave").clicked();
        tryVerify(() => !findChild(window, "ruleDialog").opened);
        compare(script.rulesSaved(), 1);
    }
    function test_wrongValuesAreNotSaved() {
        const window = openDialog(0);
        const field = inRule(window, "ruleValue0");
        field.selectAll();
        keyClick("x");
        verify(field.hasError);
        verify(inRule(window, "ruleProblem").visible);
        verify(!inRule(window, "ruleSave").enabled);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !findChild(window, "ruleDialog").opened);
        compare(script.rulesSaved(), 0);
    }
    function test_quietHoursAreSet() {
        const window = openRules();
        const button = findChild(window, "quietHours");
        tryVerify(() => button.enabled);
        compare(button.text, "No quiet hours");
        button.clicked();
        const panel = findChild(window, "quietPanel");
        tryVerify(() => panel.opened);
        all(panel.contentItem, "quietSwitch")[0].clicked();
        all(panel.contentItem, "quietFrom")[0].text = "22";
        all(panel.contentItem, "quietSave")[0].clicked();
        tryVerify(() => !panel.opened);
        verify(script.hasQuietHours());
        compare(button.text, "Quiet hours 22:00 to 07:00, critical only");
    }
    function test_fitsASmallWindow() {
        const window = openRules({ width: 1024, height: 700 });
        for (const row of all(window.contentItem, "ruleRow"))
            verify(all(row, "ruleSentence")[0].implicitHeight < row.height);
    }
}
