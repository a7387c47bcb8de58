// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Says when notices are held back, and opens what changes it.
TkButton {
    id: root

    required property QuietHoursViewModel quiet

    small: true
    trailingIcon: "down"
    enabled: quiet.isKnown
    text: quiet.summary
    onClicked: panel.visible ? panel.close() : panel.open()

    DropPanel {
        id: panel
        objectName: "quietPanel"
        x: root.width - width
        width: 300
        padding: 14
        onAboutToShow: {
            onSwitch.isOn = root.quiet.isOn;
            from.text = root.quiet.from;
            until.text = root.quiet.until;
        }
        onOpened: onSwitch.forceActiveFocus()

        Column {
            width: parent.width
            spacing: 10
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Quiet hours")
            Item {
                width: parent.width
                height: Theme.hitMin
                SafeText {
                    height: parent.height
                    text: qsTr("Quiet hours")
                    font: Theme.fontBodyStrong
                }
                TkSwitch {
                    id: onSwitch
                    objectName: "quietSwitch"
                    x: parent.width - width
                    Accessible.name: qsTr("Quiet hours")
                    onClicked: isOn = !isOn
                }
            }
            Row {
                spacing: 8
                TkField {
                    id: from
                    objectName: "quietFrom"
                    width: 72
                    enabled: onSwitch.isOn
                    hasError: root.quiet.problem !== ""
                    horizontalAlignment: TextInput.AlignHCenter
                    Accessible.name: qsTr("Begin")
                    onAccepted: save.clicked()
                }
                SafeText {
                    height: Theme.control
                    //: between two times
                    text: qsTr("to")
                    color: Theme.fg2
                }
                TkField {
                    id: until
                    objectName: "quietUntil"
                    width: 72
                    enabled: onSwitch.isOn
                    hasError: root.quiet.problem !== ""
                    horizontalAlignment: TextInput.AlignHCenter
                    Accessible.name: qsTr("End")
                    onAccepted: save.clicked()
                }
            }
            SafeText {
                width: parent.width
                text: root.quiet.problem !== "" ? root.quiet.problem : qsTr("Only critical alerts are told in these hours; the rest waits until they end. The inbox has everything.")
                font: Theme.fontSmall
                color: root.quiet.problem !== "" ? Theme.danger : Theme.fg2
                wrapMode: Text.Wrap
            }
            TkButton {
                id: save
                objectName: "quietSave"
                kind: TkButton.Primary
                text: qsTr("Save")
                onClicked: root.quiet.save(onSwitch.isOn, from.text, until.text)
            }
        }
    }
    Connections {
        target: root.quiet
        function onSaved() {
            panel.close();
        }
    }
}
