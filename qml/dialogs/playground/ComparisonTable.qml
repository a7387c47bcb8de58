// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! What each model made of the same request.
Item {
    id: root

    required property var rows //!< of ComparisonRow
    //! Figures from the right, each with its width.
    readonly property var columns: [
        { key: "succeeded", name: qsTr("Succeeded"), width: 84 },
        { key: "tokens", name: qsTr("Tokens"), width: 108 },
        { key: "cost", name: qsTr("Cost"), width: 88 },
        { key: "costPerSuccess", name: qsTr("Cost per success"), width: 112 },
        { key: "firstToken", name: qsTr("First token"), width: 82 },
        { key: "total", name: qsTr("Total"), width: 70 }
    ]
    readonly property real figures: columns.reduce((sum, column) => sum + column.width, 0)

    Rectangle {
        width: parent.width
        height: Theme.row
        color: Theme.bgSunken
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Rectangle {
            y: parent.height - 1
            width: parent.width
            height: 1
            color: Theme.line
        }
        SafeText {
            x: 20
            height: parent.height
            text: qsTr("Model")
            font: Theme.fontCaptionStrong
            color: Theme.fg3
        }
        Row {
            x: parent.width - root.figures - 20
            height: parent.height
            Repeater {
                model: root.columns
                SafeText {
                    required property var modelData
                    width: modelData.width
                    height: Theme.row
                    horizontalAlignment: Text.AlignRight
                    text: modelData.name
                    font: Theme.fontCaptionStrong
                    color: Theme.fg3
                }
            }
        }
    }
    EmptyNote {
        visible: root.rows.length === 0
        anchors.centerIn: parent
        width: 340
        iconName: "swap"
        lead: qsTr("Nothing was sent yet")
        text: qsTr("Here stand successes, cost for each success, and time, model by model.")
    }
    ListView {
        objectName: "comparisonRows"
        y: Theme.row
        width: parent.width
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        model: root.rows
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Models compared")
        ScrollBar.vertical: TkScrollBar {}
        delegate: ComparisonLine {
            required property int index
            required property var modelData //!< ComparisonRow
            objectName: "comparison" + index
            width: ListView.view.width
            row: modelData
            columns: root.columns
            figures: root.figures
        }
    }
}
