// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! One model of a comparison: its figures, its state, and the beginning of its answer.
Item {
    id: root

    required property var row //!< ComparisonRow
    required property var columns //!< of { key, name, width }
    required property real figures //!< width of all of them

    implicitHeight: 68
    Accessible.role: Accessible.ListItem
    Accessible.name: [row.model, row.state].concat(columns.map(column => row[column.key] === "" ? "" : column.name + " " + row[column.key])).filter(part => part !== "").join(", ")

    SafeText {
        objectName: "comparisonModel"
        x: 20
        y: 8
        width: parent.width - root.figures - 30
        height: 18
        text: root.row.served === "" ? root.row.model : root.row.model + " → " + root.row.served
        font: Theme.fontMono
        Accessible.ignored: true
    }
    Row {
        x: parent.width - root.figures - 20
        y: 8
        Repeater {
            model: root.columns
            SafeText {
                required property var modelData
                width: modelData.width
                height: 18
                horizontalAlignment: Text.AlignRight
                text: root.row[modelData.key] === "" ? "–" : root.row[modelData.key]
                font: modelData.key === "costPerSuccess" ? Theme.fontSmallStrong : Theme.fontSmall
                Accessible.ignored: true
            }
        }
    }
    SafeText {
        objectName: "comparisonState"
        x: 20
        y: 27
        width: parent.width - 40
        height: 17
        text: root.row.state
        font: Theme.fontCaption
        color: root.row.tone === "danger" ? Theme.danger : root.row.tone === "warn" ? Theme.warn : root.row.tone === "ok" ? Theme.ok : Theme.fg2
        Accessible.ignored: true
    }
    SafeText {
        objectName: "comparisonAnswer"
        x: 20
        y: 44
        width: parent.width - 40
        height: 17
        text: root.row.answer
        font: Theme.fontSmall
        color: Theme.fg2
        Accessible.ignored: true
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
