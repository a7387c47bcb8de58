// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Which protocol is spoken, and the way to what was sent before.
Item {
    id: root

    required property ComposerViewModel composer

    signal historyWanted

    implicitHeight: 47

    function takeFocus() {
        protocol.forceActiveFocus(Qt.TabFocusReason);
    }

    TkSegment {
        id: protocol
        objectName: "protocol"
        x: 14
        y: 10
        name: qsTr("Protocol")
        options: [...root.composer.protocols]
        current: root.composer.protocol
        onChosen: index => root.composer.protocol = index
    }
    TkButton {
        objectName: "historyButton"
        x: parent.width - width - 14
        y: 11
        kind: TkButton.Ghost
        small: true
        iconName: "clock"
        text: protocol.width + 130 > root.width ? "" : qsTr("History")
        tip: text === "" ? qsTr("History") : qsTr("What was sent before, and presets")
        Accessible.name: qsTr("History")
        onClicked: root.historyWanted()
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
