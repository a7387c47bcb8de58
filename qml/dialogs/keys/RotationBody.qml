// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The step that is to be done now: what it is, what is known, what can go wrong.
Item {
    id: root

    required property RotationViewModel rotation
    readonly property int step: rotation.step
    readonly property bool isWatching: step === RotationViewModel.Watch || step === RotationViewModel.Disable
    readonly property bool wantsPaste: step === RotationViewModel.Create && rotation.isPasted

    function takeFocus() {
        if (wantsPaste)
            field.forceActiveFocus();
    }
    function paste() {
        if (field.length > 0)
            rotation.paste(field);
    }
    function clear() {
        field.clear();
    }

    Column {
        x: 20
        y: 18
        width: parent.width - 40
        spacing: 13
        Column {
            width: parent.width
            SafeText {
                objectName: "rotationHeading"
                width: parent.width
                height: 20
                text: root.rotation.heading
                font: Theme.fontHeading
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            SafeText {
                objectName: "rotationText"
                width: parent.width
                text: root.rotation.text
                font: Theme.fontSmall
                color: Theme.fg2
                wrapMode: Text.Wrap
                lineHeight: 18
                lineHeightMode: Text.FixedHeight
            }
        }
        LabelledField {
            visible: root.wantsPaste
            width: parent.width
            label: qsTr("The new key")
            hint: qsTr("It is stored in the keychain and proved before anything else happens. It is never shown here.")
            TkField {
                id: field
                objectName: "rotationField"
                width: parent.width - pasteButton.width - 8
                mono: true
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                enabled: !root.rotation.isBusy
                Accessible.name: qsTr("The new key")
                Accessible.passwordEdit: true
                onAccepted: root.paste()
            }
            TkButton {
                id: pasteButton
                x: parent.width - width
                enabled: !root.rotation.isBusy
                text: qsTr("Paste")
                onClicked: {
                    field.clear();
                    field.paste();
                    field.forceActiveFocus();
                }
            }
        }
        TkButton {
            objectName: "rotationSite"
            visible: root.wantsPaste && root.rotation.keysPage !== ""
            iconName: "link"
            iconSize: 14
            text: qsTr("Open the gateway's page")
            onClicked: Qt.openUrlExternally(root.rotation.keysPage)
        }
        FactTable {
            visible: root.step > RotationViewModel.Create && root.step < RotationViewModel.Watch
            width: parent.width
            facts: [{ name: qsTr("Name"), value: root.rotation.newName }]
        }
        RotationPlot {
            objectName: "rotationPlot"
            visible: root.isWatching
            width: parent.width
            chart: root.rotation.chart
            asOf: root.rotation.asOf
            oldTail: root.rotation.keyLines.length > 0 ? root.rotation.keyLines[0].tail : ""
            newTail: root.rotation.keyLines.length > 1 ? root.rotation.keyLines[1].tail : ""
        }
        RotationFigures {
            objectName: "rotationFigures"
            visible: root.isWatching
            width: parent.width
            lines: root.rotation.keyLines
            sinceTitle: root.rotation.sinceTitle
        }
        Note {
            visible: root.isWatching
            width: parent.width
            tone: root.rotation.isQuiet ? Note.Neutral : Note.Warn
            text: root.rotation.isQuiet ? qsTr("Disabling is reversible. If something still uses the old key, it will get 401 and you can enable it again.") :
                qsTr("The old key has not been quiet for long enough. Whatever still uses it will get 401 when you disable it.")
        }
        Note {
            objectName: "rotationProblem"
            visible: root.rotation.problem !== ""
            width: parent.width
            tone: Note.Danger
            lead: root.rotation.problemTitle
            text: root.rotation.problem
        }
    }
}
