// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! How the cost is made up, and what the requested model would have cost.
Column {
    id: root

    required property UsageDetailsViewModel details

    SafeText {
        height: 20
        verticalAlignment: Text.AlignTop
        text: qsTr("Cost")
        font: Theme.fontSmallStrong
    }
    Repeater {
        model: root.details.costs
        Item {
            id: line
            required property int index
            required property var modelData //!< CostLine
            readonly property color ink: modelData.isExtra ? Theme.warn : modelData.isTotal ? Theme.fg : Theme.fg2
            width: root.width
            height: 24
            Accessible.role: Accessible.StaticText
            Accessible.name: [modelData.name, modelData.basis, modelData.amount].filter(text => text !== "").join(", ")
            SafeText {
                objectName: "costName"
                width: basis.x - 8
                height: 23
                text: line.modelData.name
                font: line.modelData.isTotal || line.modelData.isExtra ? Theme.fontSmallStrong : Theme.fontSmall
                color: line.ink
                Accessible.ignored: true
            }
            SafeText {
                id: basis
                x: parent.width - 88 - width
                height: 23
                text: line.modelData.basis
                font: Theme.fontSmall
                color: line.modelData.isExtra ? Theme.warn : Theme.fg2
                Accessible.ignored: true
            }
            SafeText {
                objectName: "costAmount"
                x: parent.width - width
                height: 23
                text: line.modelData.amount
                font: line.modelData.isTotal || line.modelData.isExtra ? Theme.fontSmallStrong : Theme.fontSmall
                color: line.modelData.isExtra ? Theme.warn : Theme.fg
                Accessible.ignored: true
            }
            Rectangle {
                visible: line.index < root.details.costs.length - 1
                y: 23
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            HoverHandler {
                id: hover
            }
            TkToolTip {
                visible: hover.hovered && text !== ""
                text: line.modelData.tip
                width: Math.min(280, implicitWidth)
            }
        }
    }
}
