// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Who looks after it, and a note. Kept when the field is left or Enter is pressed.
Row {
    id: root

    required property string alert //!< its id: another alert fills the fields anew
    required property string owner
    required property string note

    signal ownerTyped(string text)
    signal noteTyped(string text)

    onAlertChanged: refill()
    onOwnerChanged: if (!ownerField.activeFocus)
        ownerField.text = owner
    onNoteChanged: if (!noteField.activeFocus)
        noteField.text = note
    Component.onCompleted: refill()

    function refill() {
        ownerField.text = owner;
        noteField.text = note;
    }

    spacing: 12
    LabelledField {
        width: 200
        label: qsTr("Looked after by")
        TkField {
            id: ownerField
            objectName: "alertOwner"
            width: parent.width
            maximumLength: 80
            placeholderText: qsTr("Nobody")
            Accessible.name: qsTr("Looked after by")
            onEditingFinished: root.ownerTyped(text)
        }
    }
    LabelledField {
        width: parent.width - 212
        label: qsTr("Note")
        TkField {
            id: noteField
            objectName: "alertNote"
            width: parent.width
            maximumLength: 500
            Accessible.name: qsTr("Note")
            onEditingFinished: root.noteTyped(text)
        }
    }
}
