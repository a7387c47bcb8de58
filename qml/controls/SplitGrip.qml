// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Tollkeeper.Ui

//! The grip between two parts of a vertical SplitView. Up and Down move it.
Rectangle {
    id: root

    signal moved(int by)

    implicitHeight: 7
    color: Theme.bgSurface
    activeFocusOnTab: true
    Accessible.role: Accessible.Splitter
    Accessible.name: qsTr("Height of the details; Up and Down change it")
    Keys.onUpPressed: root.moved(-16)
    Keys.onDownPressed: root.moved(16)

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Rectangle {
        x: (parent.width - width) / 2
        y: 1
        width: 36
        height: 4
        radius: 2
        color: root.T.SplitHandle.pressed || root.T.SplitHandle.hovered || root.activeFocus ? Theme.accent : Theme.lineStrong
    }
    FocusRing {
        anchors.margins: 0
        inner: 0
        shown: root.activeFocus
    }
}
