// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! The first rows of a file as they would be imported.
Rectangle {
    id: root

    required property var rows //!< of UsageCells

    radius: Theme.r
    color: Theme.bgSurface
    border.color: Theme.line
    clip: true

    TableColumns {
        id: columnLayout
        width: root.width - 2
        columns: [
            { name: qsTr("Time (UTC)"), width: 124, leaves: 0 },
            { name: qsTr("Key"), width: 96, stretch: true, leaves: 2 },
            { name: qsTr("Model"), width: 120, stretch: true, leaves: 0 },
            { name: qsTr("Status"), width: 76, leaves: 1 },
            { name: qsTr("In"), width: 58, isRight: true, leaves: 0 },
            { name: qsTr("Out"), width: 54, isRight: true, leaves: 0 },
            { name: qsTr("Cost"), width: 84, isRight: true, leaves: 0 }
        ]
    }
    TableHeader {
        id: head
        x: 1
        y: 1
        width: parent.width - 2
        layout: columnLayout
    }
    ListView {
        x: 1
        y: head.height + 1
        width: parent.width - 2
        height: parent.height - y - 1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.rows
        ScrollBar.vertical: TkScrollBar {}
        delegate: Item {
            id: row
            required property int index
            required property var modelData //!< UsageCells
            objectName: "importRow"
            width: ListView.view.width
            height: Theme.row
            Accessible.role: Accessible.Row
            Accessible.name: modelData.spoken
            Repeater {
                model: [row.modelData.time, row.modelData.key, row.modelData.requested, "", row.modelData.input, row.modelData.output, row.modelData.cost]
                TableCell {
                    required property int index
                    required property string modelData
                    place: columnLayout.places[index]
                    isRight: index > 3
                    text: modelData
                    font: index === 0 ? Theme.fontMonoSmall : Theme.fontSmall
                }
            }
            StatusCode {
                visible: columnLayout.places[3].isShown
                x: columnLayout.places[3].textX
                y: 5
                code: row.modelData.status
                tone: row.modelData.tone
            }
            Rectangle {
                y: parent.height - 1
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
        }
    }
}
