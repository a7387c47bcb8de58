// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The line at the foot of the header: the budget is passed, or the total is not whole.
Item {
    id: root

    required property OverviewViewModel overview
    readonly property bool isCritical: overview.warning.isCritical

    Rectangle {
        anchors.fill: parent
        radius: Theme.rLg - 1
        color: root.isCritical ? Theme.dangerBg : Theme.warnBg
    }
    Rectangle {
        width: parent.width
        height: parent.height / 2
        color: root.isCritical ? Theme.dangerBg : Theme.warnBg
    }
    Rectangle {
        width: parent.width
        height: 1
        color: root.isCritical ? Theme.dangerLine : Theme.warnLine
    }
    Icon {
        id: sign
        x: 18
        y: 10
        size: 14
        name: "warn"
        colour: root.isCritical ? Theme.danger : Theme.warn
    }
    SafeText {
        id: lead
        objectName: "warningLead"
        x: 40
        y: 1
        width: Math.min(implicitWidth, parent.width - 58)
        height: parent.height - 1
        text: root.overview.warning.lead
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 12,
            weight: 600
        })
    }
    SafeText {
        objectName: "warningText"
        x: lead.x + lead.width + 4
        y: 1
        width: (note.visible ? note.x - 12 : parent.width - 18) - x
        height: parent.height - 1
        text: root.overview.warning.text
        font: Theme.fontSmall
    }
    SafeText {
        id: note
        objectName: "warningNote"
        x: parent.width - width - 18
        y: 1
        height: parent.height - 1
        visible: text !== "" && parent.width > 1000
        text: root.overview.warning.note
        font: Theme.fontSmall
        color: Theme.fg2
    }
}
