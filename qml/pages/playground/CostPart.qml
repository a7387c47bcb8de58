// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What a request cost, in parts.
RailPart {
    id: root

    required property RunViewModel run

    title: run.state === RunViewModel.Incomplete || run.state === RunViewModel.Cancelled ? qsTr("Cost so far") : qsTr("Cost")
    Repeater {
        model: root.run.costs
        Item {
            id: line
            required property var modelData //!< CostRow
            readonly property font lineFont: modelData.isSum ? Qt.font({
                family: Theme.familySans,
                pixelSize: 12,
                weight: 600
            }) : modelData.isWarning ? Theme.fontSmallStrong : Theme.fontSmall
            objectName: "costLine"
            width: parent ? parent.width : 0
            height: Math.max(20, name.implicitHeight + 4)
            Accessible.role: Accessible.StaticText
            Accessible.name: [modelData.name, modelData.note, modelData.amount].filter(part => part !== "").join(", ")
            SafeText {
                id: name
                width: Math.min(implicitWidth, amount.x - 8)
                height: parent.height
                wrapMode: line.modelData.isWarning ? Text.Wrap : Text.NoWrap
                text: line.modelData.name
                font: line.lineFont
                color: line.modelData.isWarning ? Theme.warn : line.modelData.isSum ? Theme.fg : Theme.fg2
                Accessible.ignored: true
            }
            SafeText {
                x: name.width + 8
                width: amount.x - x - 8
                height: parent.height
                text: line.modelData.note
                font: Theme.fontCaption
                color: Theme.fg3
                Accessible.ignored: true
            }
            EstimateText {
                id: amount
                objectName: "costAmount"
                x: parent.width - width
                height: 20
                text: line.modelData.amount
                font: line.lineFont
                isEstimate: line.modelData.isEstimate
                color: line.modelData.isWarning ? Theme.warn : Theme.fg
                Accessible.ignored: true
            }
        }
    }
    SafeText {
        objectName: "costNote"
        visible: text !== ""
        width: parent.width
        text: root.run.costNote
        font: Theme.fontCaption
        color: Theme.fg3
        wrapMode: Text.Wrap
        lineHeight: 16
        lineHeightMode: Text.FixedHeight
    }
}
