// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One account of the sidebar: mark, name, age of its figures.
Item {
    id: root

    required property var modelData //!< AccountRow
    property bool compact: false

    signal keyWanted

    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    //: %1 is an account
    Accessible.name: qsTr("%1: enter another key").arg(modelData.name)
    Accessible.description: modelData.state
    Accessible.onPressAction: keyWanted()
    Keys.onReturnPressed: keyWanted()
    Keys.onSpacePressed: keyWanted()

    TapHandler {
        onTapped: root.keyWanted()
    }
    FocusRing {
        anchors.margins: 0
        shown: root.activeFocus
    }

    Mark {
        x: root.compact ? (root.width - width) / 2 : 8
        anchors.verticalCenter: parent.verticalCenter
        kind: root.modelData.mark
        //: %1 is an account, %2 its state
        label: qsTr("%1: %2").arg(root.modelData.name).arg(root.modelData.state)
    }
    SafeText {
        objectName: "sidebarName"
        visible: !root.compact
        x: 27
        width: age.x - x - 8
        height: parent.height
        text: root.modelData.name
        font: Theme.fontSmall
        color: Theme.fg2
    }
    SafeText {
        id: age
        visible: !root.compact
        x: parent.width - width - 8
        height: parent.height
        text: root.modelData.age
        font: Theme.fontCaption
        color: root.modelData.isStale ? Theme.warn : Theme.fg3
    }
    HoverHandler {
        id: hover
    }
    TkToolTip {
        x: root.width + 6
        y: 0
        visible: hover.hovered && (root.compact || root.modelData.problem !== "")
        text: root.modelData.problem !== "" ? root.modelData.problem :
            //: %1 is an account, %2 its state
            qsTr("%1: %2").arg(root.modelData.name).arg(root.modelData.state)
        width: Math.min(300, implicitWidth)
    }
}
