// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What a mail channel has to know besides its password.
Column {
    id: root

    readonly property bool isFilled: host.text.trim() !== "" && from.text.trim() !== "" && to.text.trim() !== ""
    readonly property var securities: ["tls", "starttls", "none"]
    readonly property var usualPorts: ["465", "587", "25"]

    signal accepted

    function fill(settings: var) {
        host.text = settings.host || "";
        security.current = Math.max(0, securities.indexOf(settings.security || "tls"));
        port.text = settings.port || usualPorts[security.current];
        user.text = settings.user || "";
        from.text = settings.from || "";
        to.text = settings.to || "";
    }
    function settings(): var {
        return { host: host.text, port: port.text, security: securities[security.current], user: user.text, from: from.text, to: to.text };
    }

    spacing: 12
    Row {
        width: parent.width
        spacing: 8
        LabelledField {
            width: parent.width - 96 - 150
            label: qsTr("Mail server")
            TkField {
                id: host
                objectName: "mailHost"
                width: parent.width
                inputMethodHints: Qt.ImhUrlCharactersOnly
                Accessible.name: qsTr("Mail server")
                onAccepted: root.accepted()
            }
        }
        LabelledField {
            width: 80
            label: qsTr("Port")
            TkField {
                id: port
                objectName: "mailPort"
                width: parent.width
                validator: IntValidator {
                    bottom: 1
                    top: 65535
                }
                Accessible.name: qsTr("Port")
                onAccepted: root.accepted()
            }
        }
        LabelledField {
            width: 150
            label: qsTr("Security")
            TkSelect {
                id: security
                objectName: "mailSecurity"
                width: parent.width
                name: qsTr("Security")
                options: [qsTr("TLS"), qsTr("STARTTLS"), qsTr("None")]
                current: 0
                onChosen: index => {
                    if (root.usualPorts.includes(port.text))
                        port.text = root.usualPorts[index];
                    current = index;
                }
            }
        }
    }
    LabelledField {
        width: parent.width
        label: qsTr("User")
        hint: security.current === 2 ? qsTr("Without TLS the password would be readable on the way.") : qsTr("Empty where the server asks for none.")
        TkField {
            id: user
            objectName: "mailUser"
            width: parent.width
            Accessible.name: qsTr("User")
            onAccepted: root.accepted()
        }
    }
    Row {
        width: parent.width
        spacing: 8
        LabelledField {
            width: (parent.width - 8) / 2
            label: qsTr("From")
            TkField {
                id: from
                objectName: "mailFrom"
                width: parent.width
                inputMethodHints: Qt.ImhEmailCharactersOnly
                Accessible.name: qsTr("From")
                onAccepted: root.accepted()
            }
        }
        LabelledField {
            width: (parent.width - 8) / 2
            label: qsTr("To")
            hint: qsTr("Several with commas between.")
            TkField {
                id: to
                objectName: "mailTo"
                width: parent.width
                inputMethodHints: Qt.ImhEmailCharactersOnly
                Accessible.name: qsTr("To")
                onAccepted: root.accepted()
            }
        }
    }
}
