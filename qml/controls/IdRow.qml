// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A name and a value; an identifier is set in a fixed width and can be copied.
Item {
    id: root

    required property string name
    required property string value
    property bool isId: false
    property string tip
    property bool isCopied: false

    signal copyWanted

    implicitHeight: 25
    Accessible.role: Accessible.StaticText
    Accessible.name: name + ", " + value

    SafeText {
        width: 84
        height: parent.height
        text: root.name
        font: Theme.fontSmall
        color: Theme.fg3
        Accessible.ignored: true
    }
    SafeText {
        id: shownValue
        objectName: "idValue"
        x: 88
        width: parent.width - x - (copy.visible ? 28 : 0)
        height: parent.height
        text: root.value
        font: root.isId ? Theme.fontMonoSmall : Theme.fontSmall
        Accessible.ignored: true
        HoverHandler {
            id: hover
        }
        TkToolTip {
            visible: hover.hovered && (root.tip !== "" || shownValue.truncated)
            text: root.tip !== "" ? root.tip : root.value
        }
    }
    TkButton {
        id: copy
        objectName: "copyId"
        visible: root.isId
        x: parent.width - width
        kind: TkButton.Ghost
        small: true
        iconName: root.isCopied ? "check" : "copy"
        tip: root.isCopied ? qsTr("Copied") : qsTr("Copy")
        //: %1 is the name of an identifier
        Accessible.name: root.isCopied ? qsTr("%1 copied").arg(root.name) : qsTr("Copy %1").arg(root.name)
        onClicked: {
            root.copyWanted();
            root.isCopied = true;
            shown.restart();
        }
    }
    Timer {
        id: shown
        interval: 2000
        onTriggered: root.isCopied = false
    }
}
