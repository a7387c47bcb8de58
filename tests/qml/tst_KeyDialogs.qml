// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

//! What is done to keys from the Keys page: each is asked before, and nothing is sent twice.
PageCase {
    id: test

    name: "KeyDialogs"

    function openDrawer(row) {
        const window = open({ page: "keys" });
        window.requestActivate();
        const rows = findChild(window, "keysRows");
        rows.pick(row);
        rows.activated();
        tryVerify(() => window.isSettled);
        return window;
    }
    function drawn(window, name) {
        return all(window.contentItem, name)[0] || null;
    }
    function type(words) {
        for (const letter of words)
            keyClick(letter);
    }

    function test_changesACapAfterShowingBeforeAndAfter() {
        const window = openDrawer(3);
        drawn(window, "edit-cap").pressed();
        const dialog = findChild(window, "keyEditDialog");
        tryVerify(() => dialog.opened);
        verify(findChild(window, "editAmount").activeFocus);
        type("1800");
        keyClick(Qt.Key_Return);
        compare(inDialog(window, "keyEditDialog", "changeBefore")[0].text, "$1,500.00, resets monthly");
        compare(inDialog(window, "keyEditDialog", "changeAfter")[0].text, "$1,800.00, resets monthly");
        compare(script.keyChanged(), "");
        verify(findChild(window, "editCancel").activeFocus);
        press(window, "editApply");
        tryVerify(() => !dialog.visible);
        compare(script.keyChanged(), "4 1800.000000000");
    }
    function test_keepsTheQuestionOpenWhereTheGatewayRefuses() {
        script.refuseKeyChange();
        const window = openDrawer(3);
        drawn(window, "switch-enabled").clicked();
        const dialog = findChild(window, "keyEditDialog");
        tryVerify(() => dialog.opened);
        verify(findChild(window, "editWarning").visible);
        press(window, "editApply");
        tryVerify(() => findChild(window, "editProblem").visible);
        verify(dialog.opened);
        verify(drawn(window, "switch-enabled").isOn);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !dialog.visible);
    }
    function test_deletesOnlyOnceTheNameIsTyped() {
        const window = openDrawer(11);
        press(window, "deleteKey");
        const dialog = findChild(window, "keyRemovalDialog");
        tryVerify(() => dialog.opened);
        verify(findChild(window, "typedName").activeFocus);
        type("old-zapier-hoo");
        verify(!findChild(window, "confirmDelete").enabled);
        keyClick(Qt.Key_Return);
        compare(script.keysRemoved(), 0);
        type("k");
        press(window, "confirmDelete");
        tryVerify(() => !dialog.visible);
        compare(script.keysRemoved(), 1);
    }
    function test_makesAKey() {
        const window = openDrawer(3);
        keyClick(Qt.Key_N, Qt.ControlModifier);
        const dialog = findChild(window, "addKeyDialog");
        tryVerify(() => dialog.opened);
        verify(findChild(window, "makeName").activeFocus);
        verify(!findChild(window, "makeKey").enabled);
        type("new-key");
        keyClick(Qt.Key_Return);
        tryVerify(() => !dialog.visible);
        compare(script.keyMade(), "new-key");
    }
    function test_takesSeveralPastedLinesWithoutShowingThem() {
        script.loseSecret(12);
        script.putIntoClipboard("HOOK=sk-or-v1-0123456789abcdef0123456789abff03\nnot a key\n");
        const window = openDrawer(3);
        press(window, "addKey");
        tryVerify(() => findChild(window, "addKeyDialog").opened);
        findChild(window, "addMode").chosen(1);
        press(window, "pasteButton");
        compare(findChild(window, "pasteField").text, "");
        tryCompare(findChild(window, "keepPasted"), "enabled", true);
        const lines = inDialog(window, "addKeyDialog", "pastedLine");
        compare(lines.length, 1);
        compare(inDialog(window, "addKeyDialog", "pasteProblem").length, 1);
        verify(!lines[0].Accessible.name.includes("0123456789"));
        press(window, "keepPasted");
        tryCompare(findChild(window, "pasteSummary"), "text", "1 of 1 secrets stored");
        compare(script.secretsBound(), 1);
    }
    function test_goesThroughARotation() {
        const window = openDrawer(3);
        keyClick(Qt.Key_R, Qt.ControlModifier | Qt.ShiftModifier);
        const dialog = findChild(window, "rotationDialog");
        tryVerify(() => dialog.opened);
        compare(findChild(window, "rotationTitle").text, "Rotate invoice-extract-prod");
        tryCompare(findChild(window, "rotationHeading"), "text", "Check traffic moved");
        compare(inDialog(window, "rotationDialog", "rotationStep").length, 6);
        compare(findChild(window, "rotationForward").text, "Disable old key");
        press(window, "waitADay");
        tryVerify(() => findChild(window, "rotationForward").enabled);
        press(window, "rotationForward");
        compare(script.rotationCalls(), ["start 4", "wait 1 2026-06-19T14:32:00Z", "proceed 1"]);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !dialog.visible);
    }
    function test_disablesAnOldKeyThatIsStillUsedOnlyAnyway() {
        script.loudRotation();
        const window = openDrawer(3);
        press(window, "bannerAction");
        tryCompare(findChild(window, "rotationForward"), "text", "Disable anyway");
        compare(findChild(window, "rotationForward").kind, 3); // destructive
    }
    function test_setsThePolicyOfTheWorkspace() {
        const window = openDrawer(3);
        press(window, "policyButton");
        const dialog = findChild(window, "rotationPolicyDialog");
        tryVerify(() => dialog.opened);
        verify(findChild(window, "policyDaysField").activeFocus);
        type("60");
        keyClick(Qt.Key_Return);
        tryVerify(() => !dialog.visible);
        compare(script.workspacePolicy(), 60);
    }
}
