// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Presets, and whether what was asked and answered is kept.
Item {
    id: root

    required property RunHistoryViewModel history

    readonly property bool replaces: Array.from(history.presets).includes(field.text.trim()) //!< a preset has that name

    signal presetWanted(string name)
    signal presetSaved(string name)
    signal forgetWanted //!< no more texts are to be kept, and some may be there

    function save() {
        const name = field.text.trim();
        if (name === "")
            return;
        presetSaved(name);
        field.clear();
    }

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
    }
    Column {
        id: top
        x: 16
        y: 18
        width: parent.width - 36
        spacing: 8
        SafeText {
            height: 18
            text: qsTr("Presets")
            font: Theme.fontSmallStrong
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Row {
            width: parent.width
            spacing: 6
            TkField {
                id: field
                objectName: "presetName"
                width: parent.width - saveButton.width - 6
                maximumLength: 80
                placeholderText: qsTr("Name")
                Accessible.name: qsTr("Name of a new preset")
                onAccepted: root.save()
            }
            TkButton {
                id: saveButton
                objectName: "savePreset"
                enabled: field.text.trim() !== ""
                text: root.replaces ? qsTr("Replace") : qsTr("Save")
                tip: root.replaces ? qsTr("The preset of this name is replaced by what the current tab composes") : qsTr("Keep what the current tab composes under this name")
                onClicked: root.save()
            }
        }
        SafeText {
            visible: root.history.presets.length === 0
            width: parent.width
            text: qsTr("None yet. A preset keeps model, routing, parameters and messages.")
            font: Theme.fontCaption
            color: Theme.fg3
            wrapMode: Text.Wrap
        }
    }
    ListView {
        objectName: "presets"
        x: 8
        y: top.y + top.height + 6
        width: parent.width - 20
        height: keep.y - y - 12
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.history.presets
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Presets")
        ScrollBar.vertical: TkScrollBar {}
        delegate: Item {
            id: preset
            required property int index
            required property string modelData
            width: ListView.view.width
            height: Theme.row
            TkButton {
                objectName: "preset" + preset.index
                width: parent.width - 26
                height: Theme.row
                kind: TkButton.Ghost
                small: true
                text: preset.modelData
                //: %1 is the name of a preset
                Accessible.name: qsTr("Open the preset %1").arg(preset.modelData)
                contentItem: SafeText {
                    text: preset.modelData
                    font: Theme.fontSmall
                }
                onClicked: root.presetWanted(preset.modelData)
            }
            TkButton {
                objectName: "removePreset"
                x: parent.width - width
                y: 2
                kind: TkButton.Ghost
                small: true
                iconName: "close"
                iconSize: 12
                tip: qsTr("Delete this preset")
                Accessible.name: tip
                onClicked: root.history.removePreset(preset.modelData)
            }
        }
    }
    Item {
        id: keep
        x: 16
        y: parent.height - height - 12
        width: parent.width - 36
        height: words.y + words.height
        TkSwitch {
            id: keeps
            objectName: "keepsBodies"
            y: -1
            isOn: root.history.keepsBodies
            Accessible.name: label.text
            Accessible.description: words.text
            onClicked: {
                if (root.history.keepsBodies && root.history.mayHoldTexts)
                    root.forgetWanted();
                else
                    root.history.keepsBodies = !root.history.keepsBodies;
            }
        }
        SafeText {
            id: label
            x: 42
            width: parent.width - x
            text: qsTr("Keep what was asked and answered")
            font: Theme.fontSmallStrong
            wrapMode: Text.Wrap
        }
        SafeText {
            id: words
            x: 42
            y: label.height + 2
            width: parent.width - x
            text: qsTr("Off: only figures, codes and ids are kept. It is kept on this computer and nowhere else.")
            font: Theme.fontCaption
            color: Theme.fg3
            wrapMode: Text.Wrap
            lineHeight: 16
            lineHeightMode: Text.FixedHeight
        }
    }
}
