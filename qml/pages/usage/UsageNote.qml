// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What stands in place of the rows: they are being read, there are none, or they could not be read.
Item {
    id: root

    required property UsageViewModel usage
    readonly property int conditions: usage.filter.conditions

    visible: usage.state !== UsageViewModel.Ready

    SkeletonLines {
        objectName: "usageLoading"
        visible: root.usage.state === UsageViewModel.Loading
        x: 14
        y: 22
        width: parent.width - 28
        text: qsTr("Reading the requests")
    }
    Column {
        objectName: "usageEmpty"
        visible: root.usage.state === UsageViewModel.Empty
        anchors.centerIn: parent
        width: Math.min(520, parent.width - 48)
        spacing: 12
        EmptyNote {
            objectName: "usageEmptyNote"
            width: parent.width
            iconName: root.conditions > 0 ? "filter" : "rows"
            lead: root.conditions > 0 ? qsTr("No requests match") : qsTr("No single requests on these days")
            text: root.conditions > 0 ? root.usage.filter.sentence :
                qsTr("Most gateways tell totals only: look at them by day, model or key. Single requests come from gateways that list them, from generation look-ups and from imported files.")
        }
        TkButton {
            objectName: "clearFilters"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.conditions > 0
            text: root.conditions === 1 ? qsTr("Clear the filter") : qsTr("Clear %n filters", "", root.conditions)
            onClicked: root.usage.filter.clear()
        }
    }
    ProblemCard {
        objectName: "usageFailed"
        visible: root.usage.state === UsageViewModel.Failed
        anchors.centerIn: parent
        width: Math.min(520, parent.width - 40)
        title: root.usage.problemTitle
        text: root.usage.problem
        onAgainWanted: root.usage.reload()
    }
}
