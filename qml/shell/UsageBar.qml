// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The bar of Usage: what the rows are, in which zone times are shown, and poll now.
TopBar {
    id: root

    required property UsageViewModel usage
    required property SyncViewModel sync
    property int tab: 0
    property bool canPoll: false

    signal tabWanted(int tab)
    signal pollWanted
    signal importWanted
    signal exportWanted

    title: qsTr("Usage")

    TkSegment {
        objectName: "usageTabs"
        x: root.contentX + 2
        anchors.verticalCenter: parent.verticalCenter
        name: qsTr("What the rows are")
        options: [qsTr("Requests"), qsTr("By day"), qsTr("By model"), qsTr("By key")]
        current: root.tab
        onChosen: index => root.tabWanted(index)
    }
    actions: [
        TkSegment {
            objectName: "zoneSwitch"
            visible: root.tab === 0
            anchors.verticalCenter: parent.verticalCenter
            name: qsTr("Times in")
            options: [qsTr("UTC"), qsTr("Local")]
            current: root.usage.showsUtc ? 0 : 1
            onChosen: index => root.usage.showsUtc = index === 0
            HoverHandler {
                id: hover
            }
            TkToolTip {
                visible: hover.hovered
                //: %1 is the reporting zone
                text: qsTr("Times in UTC or in %1 (Ctrl+Shift+U); days are always those of %1").arg(root.usage.reportingZone)
                width: Math.min(300, implicitWidth)
            }
        },
        TkButton {
            objectName: "importButton"
            iconName: "import"
            iconSize: 14
            text: qsTr("Import")
            onClicked: root.importWanted()
        },
        TkButton {
            objectName: "exportButton"
            visible: root.tab === 0
            enabled: root.usage.state === UsageViewModel.Ready
            iconName: "export"
            iconSize: 14
            text: qsTr("Export CSV")
            tip: qsTr("Export what is shown (Ctrl+E)")
            onClicked: root.exportWanted()
        },
        PollButton {
            objectName: "pollFromUsage"
            visible: root.canPoll
            sync: root.sync
            onClicked: root.pollWanted()
        }
    ]
}
