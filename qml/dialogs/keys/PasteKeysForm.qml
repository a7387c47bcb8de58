// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Takes secrets in: pasted into a field that never shows them, or out of a .env file. What was taken is shown by its
//! last characters only.
Column {
    id: root

    required property PasteKeysViewModel paste
    required property FileChooser files
    property bool isShown: false
    property alias testFirst: test.checked
    readonly property bool isBusy: paste.state === PasteKeysViewModel.Matching || paste.state === PasteKeysViewModel.Working

    spacing: 12

    function start() {
        field.clear();
        test.checked = true;
        field.forceActiveFocus();
    }
    function take() {
        if (field.length > 0)
            paste.take(field);
    }

    Connections {
        target: root.files
        enabled: root.isShown
        function onChosen(path: string) {
            root.paste.takeFile(path);
        }
    }
    LabelledField {
        width: parent.width
        label: qsTr("Keys, or lines of a .env file")
        hint: qsTr("Several lines at once are fine: NAME=sk-…, or one key on each line. Nothing of it is shown.")
        TkField {
            id: field
            objectName: "pasteField"
            width: parent.width - pasteButton.width - file.width - 16
            mono: true
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            enabled: !root.isBusy
            Accessible.name: qsTr("Keys, or lines of a .env file")
            Accessible.passwordEdit: true
            onAccepted: root.take()
        }
        TkButton {
            id: pasteButton
            objectName: "pasteButton"
            x: field.width + 8
            enabled: !root.isBusy
            text: qsTr("Paste")
            onClicked: {
                field.clear();
                field.paste();
                root.take();
            }
        }
        TkButton {
            id: file
            objectName: "pasteFile"
            x: parent.width - width
            enabled: !root.isBusy
            text: qsTr("File…")
            tip: qsTr("Choose a .env file")
            onClicked: root.files.chooseFile(qsTr("Choose a .env file"))
        }
    }
    ListView {
        id: list
        objectName: "pastedLines"
        visible: count > 0
        width: parent.width
        height: Math.min(contentHeight, 4 * 62)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        model: root.paste.lines
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Pasted keys")
        ScrollBar.vertical: TkScrollBar {}
        delegate: PastedKeyRow {
            required property int index
            required property var modelData
            objectName: "pastedLine"
            width: ListView.view.width
            line: modelData
            choices: root.paste.choices
            canChoose: !root.isBusy
            onChosen: choice => root.paste.choose(index, choice)
        }
    }
    Column {
        visible: root.paste.problems.length > 0
        width: parent.width
        spacing: 2
        Repeater {
            model: root.paste.problems
            SafeText {
                required property string modelData
                objectName: "pasteProblem"
                width: root.width
                text: modelData
                font: Theme.fontSmall
                color: Theme.warn
                wrapMode: Text.Wrap
            }
        }
    }
    TkCheck {
        id: test
        objectName: "pasteTest"
        enabled: !root.isBusy
        text: qsTr("Test each with a request that costs nothing, and keep only what works")
        width: parent.width
    }
}
