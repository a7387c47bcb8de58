// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A text that is opened and closed by its heading. Long ones scroll.
Rectangle {
    id: root

    required property string title
    required property string text
    property bool isOpen: false
    property bool isMono: false

    implicitHeight: isOpen ? 30 + box.height + 10 : 30
    radius: Theme.r
    color: Theme.bgSunken
    border.color: Theme.line

    AbstractButton {
        id: head
        objectName: "fold"
        width: parent.width
        implicitHeight: 30
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: root.isOpen ? qsTr("%1, fold").arg(root.title) : qsTr("%1, unfold").arg(root.title)
        Accessible.onPressAction: head.clicked()
        Keys.onReturnPressed: clicked()
        Keys.onEnterPressed: clicked()
        onClicked: root.isOpen = !root.isOpen
        contentItem: null
        background: Item {
            FocusRing {
                anchors.margins: 0
                inner: 0
                shown: head.visualFocus
            }
        }
        Icon {
            x: 9
            anchors.verticalCenter: parent.verticalCenter
            name: root.isOpen ? "down" : "right"
            size: 13
            colour: Theme.fg3
        }
        SafeText {
            x: 29
            width: parent.width - x - 10
            height: parent.height
            text: root.title
            font: Theme.fontSmallStrong
            color: Theme.fg2
            Accessible.ignored: true
        }
    }
    PlainBox {
        id: box
        objectName: "foldedText"
        visible: root.isOpen
        x: 10
        y: 30
        width: parent.width - 20
        height: Math.min(fullHeight, 260)
        isBare: true
        text: root.isOpen ? root.text : ""
        isMono: root.isMono
        isJson: root.isMono
    }
}
