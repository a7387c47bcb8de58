// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The conditions that keys must meet.
Item {
    id: root

    required property KeysViewModel keys
    property bool isWide: true

    implicitHeight: 41

    function takeFocus() {
        field.forceActiveFocus(Qt.TabFocusReason);
        field.selectAll();
    }

    TkField {
        id: field
        objectName: "keysFilter"
        x: 14
        y: 8
        width: root.isWide ? 190 : 150
        implicitHeight: Theme.controlSm
        leftPadding: 27
        font: Theme.fontSmall
        placeholderText: root.isWide ? qsTr("Filter by name or owner") : qsTr("Filter")
        Accessible.name: qsTr("Filter by name, owner, tag or end of the secret")
        text: root.keys.text
        onTextEdited: root.keys.text = text
        Keys.onEscapePressed: event => {
            event.accepted = text !== "";
            root.keys.text = "";
        }
        Icon {
            x: 8
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
            size: 13
            colour: Theme.fg3
        }
    }
    Row {
        x: field.x + field.width + 8
        y: 8
        spacing: 8
        ChoiceChip {
            objectName: "gatewayChip"
            label: qsTr("Gateway")
            list: root.keys.gateways
        }
        ChoiceChip {
            objectName: "environmentChip"
            label: qsTr("Environment")
            list: root.keys.environments
        }
        ChoiceChip {
            objectName: "teamChip"
            label: qsTr("Team")
            list: root.keys.teams
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
