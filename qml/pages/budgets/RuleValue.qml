// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A value in the sentence of a rule, in a frame; pressing it leads to where it is changed.
AbstractButton {
    id: root

    implicitWidth: Math.ceil(label.implicitWidth) + 14
    implicitHeight: 20
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    //: %1 is a value of a rule
    Accessible.name: qsTr("Change %1").arg(text)
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    contentItem: null
    background: Rectangle {
        radius: Theme.rSm
        color: root.hovered ? Theme.bgHover : Theme.bgSurface
        border.color: Theme.lineStrong
        FocusRing {
            anchors.margins: -2
            inner: 2
            shown: root.visualFocus
        }
    }
    SafeText {
        id: label
        x: 7
        height: parent.height
        text: root.text
        font: Theme.fontSmallStrong
        Accessible.ignored: true
    }
}
