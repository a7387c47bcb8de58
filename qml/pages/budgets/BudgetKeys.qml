// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The keys a budget counts and what its period has had of each.
Column {
    id: root

    required property BudgetPreview preview
    property bool showsAll: false
    readonly property int few: 8

    Repeater {
        model: root.showsAll ? root.preview.keys.length : Math.min(root.few, root.preview.keys.length)
        Item {
            id: line
            required property int index
            readonly property var row: root.preview.keys[index]
            objectName: "budgetKey"
            width: root.width
            height: 21
            Accessible.role: Accessible.ListItem
            Accessible.name: line.row.name + ", " + line.row.place + ", " + line.row.spent
            SafeText {
                width: root.width - 210
                height: parent.height
                text: line.row.name
                font: Theme.fontSmall
                Accessible.ignored: true
            }
            SafeText {
                x: root.width - 204
                width: 112
                height: parent.height
                horizontalAlignment: Text.AlignRight
                text: line.row.place
                font: Theme.fontSmall
                color: Theme.fg3
                Accessible.ignored: true
            }
            SafeText {
                x: root.width - 84
                width: 84
                height: parent.height
                horizontalAlignment: Text.AlignRight
                text: line.row.spent
                font: Theme.fontSmall
                Accessible.ignored: true
            }
        }
    }
    TkButton {
        visible: !root.showsAll && root.preview.keys.length > root.few
        leftPadding: 0
        small: true
        kind: TkButton.Link
        //: how many more keys there are
        text: qsTr("Show %n more", "", root.preview.keys.length - root.few)
        onClicked: root.showsAll = true
    }
}
