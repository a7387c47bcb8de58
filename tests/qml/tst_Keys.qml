// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Tollkeeper.ViewModels

//! The Keys page: its states, its table, its keyboard, its drawer.
PageCase {
    id: test

    name: "Keys"

    function openKeys(properties) {
        const window = open(Object.assign({ page: "keys" }, properties || {}));
        window.requestActivate();
        return window;
    }
    //! With the drawer of one key.
    function openDrawer(row, properties) {
        const window = openKeys(properties);
        const rows = findChild(window, "keysRows");
        rows.pick(row);
        rows.activated();
        tryVerify(() => window.isSettled);
        return window;
    }
    function keyRow(window, place) {
        return all(window.contentItem, "keyRow").find(row => row.row === place) || null;
    }
    function nameIn(row) {
        return row.cells.name;
    }
    //! What is drawn with that name; delegates have no parent object.
    function drawn(window, name) {
        return all(window.contentItem, name)[0] || null;
    }

    function test_showsOneOfItsStates_data() {
        return [
            { tag: "ready", prepare: () => {}, shown: "keysTable" },
            { tag: "empty", prepare: () => script.haveNoKeys(), shown: "keysEmpty" },
            { tag: "failed", prepare: () => script.failToReadKeys(), shown: "keysFailed" }
        ];
    }
    function test_showsOneOfItsStates(data) {
        data.prepare();
        const window = openKeys();
        for (const part of ["keysTable", "keysEmpty", "keysFailed", "keysLoading", "keysNoneFound"])
            compare(findChild(window, part).visible, part === data.shown, part);
    }
    function test_readsAgainAfterAFailure() {
        script.failToReadKeys();
        const window = openKeys();
        script.reset();
        findChild(findChild(window, "keysFailed"), "readAgain").clicked();
        tryVerify(() => findChild(window, "keysTable").visible);
    }
    function test_isAPageOfTheSidebarWithItsCount() {
        const window = open({ page: "overview" });
        window.requestActivate();
        compare(text({ contentItem: findChild(window, "navKeys") }, "navCount"), "12");
        keyClick(Qt.Key_2, Qt.ControlModifier);
        compare(window.page, "keys");
        verify(findChild(window, "keysBar").visible);
        verify(!findChild(window, "topBar").visible);
    }

    function test_tabsAndFiltersChooseTheRows() {
        const window = openKeys();
        compare(all(window.contentItem, "keyRow").length, 12);
        findChild(window, "keysTabs").chosen(3);
        compare(all(window.contentItem, "keyRow").length, 3);
        findChild(window, "keysTabs").chosen(0);
        keyClick(Qt.Key_F, Qt.ControlModifier);
        verify(findChild(window, "keysFilter").activeFocus);
        for (const letter of "zapier")
            keyClick(letter);
        compare(all(window.contentItem, "keyRow").length, 1);
        compare(all(findChild(window, "keysSum"), "sumKeys")[0].text, "1 of 12 keys");
        for (const letter of "x")
            keyClick(letter);
        verify(findChild(window, "keysNoneFound").visible);
        findChild(window, "clearKeyFilters").clicked();
        compare(all(window.contentItem, "keyRow").length, 12);
        compare(findChild(window, "keysFilter").text, "");
    }
    function test_sortsByTheHeaderAndByKeyboard() {
        const window = openKeys();
        const head = findChild(window, "keysHead");
        head.sortWanted(KeyColumn.Key);
        compare(nameIn(keyRow(window, 0)), "apac-chat-prod");
        head.forceActiveFocus();
        keyClick(Qt.Key_Space, Qt.ControlModifier);
        compare(nameIn(keyRow(window, 0)), "support-chat-staging");
    }
    function test_movesOpensAndClosesByKeyboard() {
        const window = openKeys();
        const rows = findChild(window, "keysRows");
        rows.forceActiveFocus();
        keyClick(Qt.Key_End);
        compare(rows.current, 11);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        const drawer = findChild(window, "keyDrawer");
        verify(drawer.visible);
        compare(findChild(drawer, "drawerTitle").text, "search-rerank-prod");
        verify(findChild(drawer, "drawerTitle").activeFocus);
        keyClick(Qt.Key_Escape);
        verify(!drawer.visible);
        verify(rows.activeFocus);
        keyClick(Qt.Key_F10, Qt.ShiftModifier);
        verify(drawer.visible);
        tryVerify(() => findChild(window, "keyMenu").opened);
    }
    function test_picksSeveralAndLabelsThemAtOnce() {
        const window = openKeys();
        const rows = findChild(window, "keysRows");
        rows.forceActiveFocus();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Space);
        compare(findChild(window, "pickedCount").text, "2 keys picked");
        press(window, "labelPicked");
        const dialog = findChild(window, "keyLabelsDialog");
        tryVerify(() => dialog.opened);
        const team = inDialog(window, "keyLabelsDialog", "label1")[0];
        compare(findChild(team, "labelText").placeholderText, "different on each; left as they are");
        findChild(team, "labelText").forceActiveFocus();
        for (const letter of "Help")
            keyClick(letter);
        verify(findChild(team, "chooseLabel").checked);
        keyClick(Qt.Key_Return);
        compare(script.keysLabelled(), "2 Help -");
        tryVerify(() => !dialog.visible);
        verify(!findChild(window, "pickedBar").visible);
    }

    function test_tableIsNarrowBesideTheDrawerAndUnderIt_data() {
        return [{ tag: "beside", width: 1440, height: 900 }, { tag: "under", width: 1024, height: 700 }];
    }
    function test_tableIsNarrowBesideTheDrawerAndUnderIt(data) {
        const window = openDrawer(3, { width: data.width, height: data.height });
        const isUnder = data.width < 1280;
        compare(findChild(window, "drawerScrim").visible, isUnder);
        const drawer = findChild(window, "keyDrawer");
        const panel = findChild(window, "keysList");
        compare(panel.x + panel.width > drawer.x, isUnder);
        verify(drawer.mapToItem(null, drawer.width, drawer.height).x <= window.width);
        compare(text({ contentItem: keyRow(window, 0) }, "cellName"), "support-chat-prod");
        compare(keyRow(window, 0).places[KeyColumn.SevenDays].isShown, false);
        findChild(window, "closeDrawer").clicked();
        compare(keyRow(window, 0).places[KeyColumn.Environment].isShown, true);
        compare(keyRow(window, 0).places[KeyColumn.SevenDays].isShown, !isUnder);
    }
    function test_drawerSaysWhatIsDrawn() {
        const window = openDrawer(3);
        compare(text(window, "bannerLead"), "Expires Sat 20 Jun 00:00 UTC, in 33 hours.");
        compare(text(window, "keySpent"), "$702.91");
        compare(text(window, "keySpentOf"), "of $1,500.00 this month, 47% of the cap");
        compare(all(window.contentItem, "controlRow").map(row => row.line.ending), ["edit", "edit", "switch", "site", "none", "creation"]);
        compare(text(window, "eventText"), "Secret stored in the keychain, GNOME Keyring");
        verify(!findChild(window, "keyFindings").visible);
        compare(drawn(window, "edit-cap").Accessible.name, "Edit Spending cap");
    }
    function test_offersToAddASecretThatIsNotHere() {
        script.loseSecret(12);
        const window = openDrawer(11);
        verify(!findChild(window, "revealSecret").visible);
        press(window, "bindSecret");
        tryVerify(() => findChild(window, "addKeyDialog").opened);
        verify(findChild(window, "pasteField").visible);
    }
    function test_leadsToTheRequestsBehindTheKey() {
        const window = openDrawer(3);
        press(window, "keyUsage");
        compare(window.page, "usage");
    }
    function test_showsEveryNameAsPlainText() {
        const markup = "<img src='https://x.example/a'><b>bold</b>";
        script.nameKeys(markup);
        const window = openDrawer(3);
        compare(text(window, "drawerTitle"), markup);
        const walk = item => {
            if (item.textFormat !== undefined && String(item.text).includes("<img"))
                compare(item.textFormat, Text.PlainText, item.objectName);
            for (let i = 0; i < item.children.length; ++i)
                walk(item.children[i]);
        };
        walk(window.contentItem);
    }
}
