// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One key: what is pressing, its secret, its spend, its limits, its history. Beside the table, or over it where the
//! window is narrow.
FocusScope {
    id: root

    required property KeyDetailsViewModel details
    required property KeyService keyService
    property SecretLock lock
    property SecretClipboard clipboard
    property string keychain
    property KeySecretViewModel test
    property bool isDocked: true
    property alias secret: secretRow

    signal closeWanted
    signal rotateWanted
    signal editWanted(string control)
    signal siteWanted
    signal deleteWanted
    signal labelsWanted
    signal policyWanted
    signal testWanted
    signal forgetWanted
    signal bindWanted
    signal usageWanted
    signal tryWanted
    signal provenanceWanted

    Accessible.role: Accessible.Pane
    Accessible.name: details.cells.name
    Keys.onEscapePressed: root.closeWanted()

    function takeFocus() {
        heading.forceActiveFocus(Qt.TabFocusReason);
    }
    function openMenu() {
        menu.open();
    }
    function run(action: string) {
        if (action === "rotate" || action === "continue")
            rotateWanted();
        else if (action === "labels")
            labelsWanted();
        else if (action === "policy")
            policyWanted();
        else if (action === "test")
            testWanted();
        else if (action === "forget")
            forgetWanted();
        else if (action === "site")
            siteWanted();
        else
            editWanted(action);
    }

    Rectangle {
        anchors.fill: parent
        radius: root.isDocked ? Theme.rLg : 0
        color: Theme.bgSurface
        border.width: root.isDocked ? 1 : 0
        border.color: Theme.line
        Rectangle {
            visible: !root.isDocked
            width: 1
            height: parent.height
            color: Theme.line
        }
    }
    MouseArea {
        anchors.fill: parent // what lies below must not be pressed through it
        hoverEnabled: true
    }
    SafeText {
        id: heading
        objectName: "drawerTitle"
        x: 17
        y: 13
        width: more.x - x - 8
        height: 24
        text: root.details.cells.name
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 16,
            weight: 600,
            letterSpacing: -0.1
        })
        activeFocusOnTab: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
        FocusRing {
            shown: heading.activeFocus
            inner: Theme.rSm
            anchors.topMargin: -1
            anchors.bottomMargin: -1
            anchors.rightMargin: Math.max(-4, heading.width - heading.implicitWidth - 4)
        }
    }
    TkButton {
        id: more
        objectName: "moreOfKey"
        x: close.x - width - 8
        y: 13
        kind: TkButton.Ghost
        small: true
        iconName: "more"
        iconSize: 16
        tip: qsTr("More (Shift+F10)")
        Accessible.name: qsTr("More")
        onClicked: menu.visible ? menu.close() : menu.open()
        KeyMenu {
            id: menu
            objectName: "keyMenu"
            x: more.width - width
            onChosen: name => root.run(name)
            actions: [
                { name: "rotate", text: root.details.rotation === "" ? qsTr("Rotate") : qsTr("Go on with the rotation"), icon: "rotate", enabled: true },
                { name: "labels", text: qsTr("Environment, team, owner, tags"), icon: "user", enabled: true },
                { name: "policy", text: qsTr("Rotation policy of this key"), icon: "clock", enabled: true },
                { name: "name", text: qsTr("Rename"), icon: "pencil", enabled: root.details.canRename },
                { name: "test", text: qsTr("Test its secret"), icon: "check", enabled: root.details.cells.holdsSecret },
                { name: "forget", text: qsTr("Remove its secret from the keychain"), icon: "minus", enabled: root.details.cells.holdsSecret },
                //: %1 is a gateway
                { name: "site", text: qsTr("Open in %1").arg(root.details.gateway), icon: "link", enabled: root.details.keysPage !== "" }
            ]
        }
    }
    TkButton {
        id: close
        objectName: "closeDrawer"
        x: parent.width - width - 17
        y: 13
        kind: TkButton.Ghost
        small: true
        iconName: "close"
        iconSize: 16
        tip: qsTr("Close (Esc)")
        Accessible.name: qsTr("Close the details")
        onClicked: root.closeWanted()
    }
    Row {
        x: 17
        y: 40
        spacing: 6
        Tag {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: root.details.cells.environment
            tone: root.details.cells.isProduction ? Tag.Accent : Tag.Neutral
            outlined: !root.details.cells.isProduction
        }
        SafeText {
            objectName: "drawerPlace"
            width: Math.min(implicitWidth, root.width - 34 - x)
            height: 18
            text: root.details.cells.belongsTo
            font: Theme.fontSmall
            color: Theme.fg2
        }
    }
    Flickable {
        id: body
        objectName: "drawerBody"
        x: 1
        y: 68
        width: parent.width - 2
        height: foot.y - y
        contentHeight: sections.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: TkScrollBar {}

        Column {
            id: sections
            width: body.width
            Item {
                width: parent.width
                height: banner.visible ? banner.height + 12 : 0
                KeyBannerNote {
                    id: banner
                    objectName: "keyBanner"
                    x: 16
                    width: parent.width - 32
                    banner: root.details.banner
                    onActionWanted: action => root.run(action)
                }
            }
            DrawerSection {
                width: parent.width
                title: qsTr("Secret")
                SecretRow {
                    id: secretRow
                    objectName: "secretRow"
                    width: parent.width
                    details: root.details
                    keyService: root.keyService
                    lock: root.lock
                    clipboard: root.clipboard
                    keychain: root.keychain
                    result: root.test && root.test.key === root.details.id ? root.test.result : ""
                    isProblem: root.test ? root.test.isProblem : false
                    onBindWanted: root.bindWanted()
                }
            }
            KeySpendSection {
                objectName: "keySpend"
                width: parent.width
                spend: root.details.spend
                isStale: root.details.cells.isStale
                onProvenanceWanted: root.provenanceWanted()
            }
            KeyControlsSection {
                width: parent.width
                details: root.details
                onEditWanted: control => root.editWanted(control)
                onSiteWanted: root.siteWanted()
            }
            KeyFindings {
                objectName: "keyFindings"
                width: parent.width
                findings: root.details.findings
            }
            KeyHistory {
                objectName: "keyHistory"
                width: parent.width
                events: root.details.events
                problem: root.details.problem
            }
        }
    }
    Item {
        id: foot
        x: 1
        y: parent.height - height
        width: parent.width - 2
        height: 53
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        TkButton {
            objectName: "tryKey"
            x: usage.x + usage.width + 8
            y: 12
            enabled: root.details.cells.holdsSecret
            iconName: "cmd"
            iconSize: 14
            text: qsTr("Try in Playground")
            tip: enabled ? "" : qsTr("This machine does not hold the key's secret")
            onClicked: root.tryWanted()
        }
        TkButton {
            id: usage
            objectName: "keyUsage"
            x: 16
            y: 12
            iconName: "rows"
            iconSize: 14
            text: qsTr("Usage")
            onClicked: root.usageWanted()
        }
        TkButton {
            objectName: "deleteKey"
            x: parent.width - width - 16
            y: 12
            kind: TkButton.Ghost
            enabled: root.details.canDelete
            iconName: "trash"
            iconSize: 14
            text: qsTr("Delete key")
            tip: root.details.whyNotDelete
            onClicked: root.deleteWanted()
        }
    }
}
