// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A field under its name.
Column {
    id: root

    required property string label
    required property string value
    property string fieldName //!< for tests
    property string placeholder
    property bool isNumber: false
    property bool hasError: false
    property bool mono: false

    signal edited(string text)
    signal accepted

    spacing: 3

    function takeFocus() {
        field.forceActiveFocus(Qt.TabFocusReason);
    }

    SafeLabel {
        width: parent.width
        text: root.label
    }
    TkField {
        id: field
        objectName: root.fieldName
        width: parent.width
        mono: root.mono
        text: root.value
        hasError: root.hasError
        placeholderText: root.placeholder
        horizontalAlignment: root.isNumber ? TextInput.AlignRight : TextInput.AlignLeft
        inputMethodHints: root.isNumber ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
        Accessible.name: root.label
        onTextEdited: root.edited(text)
        onAccepted: root.accepted()
    }
}
