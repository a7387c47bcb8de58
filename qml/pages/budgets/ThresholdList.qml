// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! At which shares of the limit a budget warns, and when each is passed. One without its tick is gone once it is saved.
Column {
    id: root

    required property BudgetEditorViewModel editor
    property bool isAdding: false

    Repeater {
        model: root.editor.preview.thresholds.length
        Item {
            id: line
            required property int index
            readonly property var row: root.editor.preview.thresholds[index]
            width: root.width
            height: Theme.row
            Rectangle {
                visible: line.index > 0
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            CheckLine {
                objectName: "threshold" + line.index
                x: -8
                width: 192
                text: line.row.text
                checked: line.row.isOn
                Accessible.name: [line.row.text, line.row.amount, line.row.status].filter(part => part !== "").join(", ")
                onClicked: root.editor.toggleThreshold(line.index)
            }
            SafeText {
                x: root.width - 148 - width - 8
                width: 80
                height: parent.height
                horizontalAlignment: Text.AlignRight
                text: line.row.amount
                font: Theme.fontSmall
                color: Theme.fg2
            }
            SafeText {
                objectName: "thresholdStatus"
                visible: line.row.tone === ""
                x: root.width - 140
                width: 140
                height: parent.height
                text: line.row.status
                font: Theme.fontSmall
                color: Theme.fg2
            }
            Tag {
                visible: line.row.tone !== ""
                x: root.width - 140
                anchors.verticalCenter: parent.verticalCenter
                text: line.row.status
                iconName: line.row.tone === "now" ? "warn" : "check"
                tone: line.row.tone === "now" ? Tag.Warn : Tag.Neutral
            }
        }
    }
    TkButton {
        objectName: "addThreshold"
        visible: !root.isAdding
        leftPadding: 0
        small: true
        kind: TkButton.Link
        iconName: "plus"
        text: qsTr("Add threshold")
        onClicked: {
            root.isAdding = true;
            percent.text = "";
            percent.forceActiveFocus();
        }
    }
    Row {
        visible: root.isAdding
        topPadding: 4
        spacing: 8
        TkSegment {
            id: kind
            objectName: "newThresholdKind"
            property int chosenKind: 0
            anchors.verticalCenter: parent.verticalCenter
            name: qsTr("Threshold of")
            options: [qsTr("Spent"), qsTr("Forecast")]
            current: chosenKind
            onChosen: index => chosenKind = index
        }
        TkField {
            id: percent
            objectName: "newThreshold"
            width: 70
            horizontalAlignment: TextInput.AlignRight
            placeholderText: "90%"
            hasError: root.editor.thresholdProblem !== ""
            inputMethodHints: Qt.ImhPreferNumbers
            Accessible.name: qsTr("Percent of the limit")
            onAccepted: add.clicked()
            Keys.onEscapePressed: root.isAdding = false
        }
        TkButton {
            id: add
            objectName: "confirmThreshold"
            text: qsTr("Add")
            onClicked: if (root.editor.addThreshold(kind.chosenKind === 1, percent.text))
                root.isAdding = false
        }
        TkButton {
            kind: TkButton.Ghost
            text: qsTr("Cancel")
            onClicked: root.isAdding = false
        }
    }
    SafeText {
        objectName: "thresholdProblem"
        visible: root.isAdding && text !== ""
        width: root.width
        text: root.editor.thresholdProblem
        font: Theme.fontCaption
        color: Theme.danger
        wrapMode: Text.Wrap
    }
}
