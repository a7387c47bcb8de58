// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The gateways' own caps and balances beside the budget, in their own calendar, and which of them stops first.
Column {
    id: root

    required property BudgetPreview preview
    property bool showsAll: false
    readonly property int few: 4

    SafeText {
        objectName: "firstCut"
        width: root.width
        text: root.preview.firstCut
        font: Theme.fontSmall
        color: Theme.fg2
        wrapMode: Text.Wrap
        bottomPadding: root.preview.caps.length > 0 ? 6 : 0
    }
    Repeater {
        model: root.showsAll ? root.preview.caps.length : Math.min(root.few, root.preview.caps.length)
        Item {
            id: line
            required property int index
            readonly property var row: root.preview.caps[index]
            width: root.width
            height: 40
            Accessible.role: Accessible.ListItem
            Accessible.name: [row.name, row.gateway, row.amount, row.reset, row.end].filter(text => text !== "").join(", ")
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            SafeText {
                y: 4
                width: root.width - 160
                height: 16
                text: line.row.name
                font: Theme.fontSmall
                Accessible.ignored: true
            }
            SafeText {
                y: 20
                width: root.width - 160
                height: 16
                text: line.row.reset === "" ? qsTr("balance at %1").arg(line.row.gateway) :
                    //: %1 is a gateway, %2 when a cap resets
                    qsTr("cap at %1, %2").arg(line.row.gateway).arg(line.row.reset)
                font: Theme.fontCaption
                color: Theme.fg3
                Accessible.ignored: true
            }
            SafeText {
                x: root.width - 154
                y: 4
                width: 154
                height: 16
                horizontalAlignment: Text.AlignRight
                text: line.row.amount
                font: Theme.fontSmall
                Accessible.ignored: true
            }
            SafeText {
                x: root.width - 154
                y: 20
                width: 154
                height: 16
                horizontalAlignment: Text.AlignRight
                text: line.row.end
                font: line.row.cutsOff ? Theme.fontCaptionStrong : Theme.fontCaption
                color: line.row.cutsOff ? Theme.danger : Theme.fg3
                Accessible.ignored: true
            }
        }
    }
    TkButton {
        objectName: "allCaps"
        visible: !root.showsAll && root.preview.caps.length > root.few
        leftPadding: 0
        small: true
        kind: TkButton.Link
        //: how many more caps there are
        text: qsTr("Show %n more", "", root.preview.caps.length - root.few)
        onClicked: root.showsAll = true
    }
}
