// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Keys: all of them in a table, and one in a drawer. Below 1280 of window width the drawer lies over the table.
Item {
    id: root

    required property KeysViewModel keys
    required property KeyService keyService
    property SecretLock lock
    property SecretClipboard clipboard
    property KeySecretViewModel test
    property bool compact: false
    property bool narrow: false //!< the drawer lies over the table
    property string keychain
    property bool drawerOpen: false
    property alias drawer: drawer

    readonly property int side: compact ? 14 : 20
    readonly property int pad: compact ? 12 : 16
    readonly property bool showsDrawer: drawerOpen && keys.details.hasKey

    signal rotateWanted
    signal editWanted(string control)
    signal siteWanted
    signal deleteWanted
    signal labelsWanted(var keys)
    signal policyWanted
    signal testWanted
    signal forgetWanted
    signal bindWanted
    signal addWanted
    //! The requests of a key, and where its figure comes from.
    signal usageWanted(string key)
    signal tryWanted(string key) //!< in the Playground
    signal provenanceWanted(string title, string key)

    function focusFilter() {
        panel.focusFilter();
    }
    function openDrawer() {
        drawerOpen = true;
        drawer.takeFocus();
    }
    function closeDrawer() {
        drawerOpen = false;
        panel.takeFocus();
    }
    //! Opens the drawer of the first key, or of the one that is selected.
    function showDetails() {
        if (keys.current < 0)
            keys.current = 0;
        drawerOpen = true;
    }

    KeysPanel {
        id: panel
        objectName: "keysList"
        x: root.side
        y: root.pad
        width: root.width - 2 * root.side - (root.showsDrawer && !root.narrow ? Theme.drawer + 14 : 0)
        height: root.height - 2 * root.pad
        keys: root.keys
        isWide: !root.showsDrawer
        onDetailsWanted: root.openDrawer()
        onMenuWanted: {
            root.openDrawer();
            drawer.openMenu();
        }
        onLabelsWanted: root.labelsWanted(root.keys.picked)
        onAddWanted: root.addWanted()
    }
    Rectangle {
        objectName: "drawerScrim"
        visible: root.showsDrawer && root.narrow
        anchors.fill: parent
        color: Theme.bgScrim
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onClicked: root.closeDrawer()
            onWheel: wheel => wheel.accepted = true
        }
    }
    KeyDrawer {
        id: drawer
        objectName: "keyDrawer"
        visible: root.showsDrawer
        x: root.width - width - (root.narrow ? 0 : root.side)
        y: root.narrow ? 0 : root.pad
        width: Theme.drawer
        height: root.height - 2 * y
        details: root.keys.details
        keyService: root.keyService
        lock: root.lock
        clipboard: root.clipboard
        test: root.test
        keychain: root.keychain
        isDocked: !root.narrow
        onCloseWanted: root.closeDrawer()
        onRotateWanted: root.rotateWanted()
        onEditWanted: control => root.editWanted(control)
        onSiteWanted: root.siteWanted()
        onDeleteWanted: root.deleteWanted()
        onLabelsWanted: root.labelsWanted([root.keys.details.id])
        onPolicyWanted: root.policyWanted()
        onTestWanted: root.testWanted()
        onForgetWanted: root.forgetWanted()
        onBindWanted: root.bindWanted()
        onUsageWanted: root.usageWanted(root.keys.details.id)
        onTryWanted: root.tryWanted(root.keys.details.id)
        onProvenanceWanted: root.provenanceWanted(root.keys.details.cells.name, root.keys.details.id)
    }
}
