// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What was crossed, newest first.
Panel {
    id: root

    required property OverviewViewModel overview
    readonly property bool hasBudget: overview.header.budget !== ""

    signal alertWanted(string alert)
    signal inboxWanted

    title: qsTr("Alerts")
    actions: TkButton {
        objectName: "openInbox"
        anchors.verticalCenter: parent.verticalCenter
        small: true
        kind: TkButton.Link
        text: qsTr("All")
        Accessible.name: qsTr("All alerts")
        onClicked: root.inboxWanted()
    }

    Row {
        x: 59
        y: -29
        spacing: 8
        Tag {
            objectName: "criticalTag"
            visible: root.overview.criticalAlerts > 0
            tone: Tag.Danger
            text: qsTr("%n critical", "", root.overview.criticalAlerts)
        }
        Tag {
            visible: root.overview.warningAlerts > 0
            tone: Tag.Warn
            text: root.overview.warningAlerts === 1 ? qsTr("1 warning") : qsTr("%n warnings", "", root.overview.warningAlerts)
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    ListView {
        objectName: "alerts"
        y: 1
        width: parent.width
        height: parent.height - 1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        model: root.overview.alerts
        ScrollBar.vertical: TkScrollBar {}
        delegate: AlertLine {
            width: ListView.view.width
            onClicked: root.alertWanted(modelData.id)
        }
    }
    EmptyNote {
        visible: root.overview.alerts.length === 0
        anchors.centerIn: parent
        width: parent.width - 48
        iconName: "bell"
        lead: qsTr("No alerts this month")
        text: root.hasBudget ? qsTr("You are told at 50, 80 and 100 percent of the budget.") :
            qsTr("Set a budget to be told at 50, 80 and 100 percent of it.")
    }
}
