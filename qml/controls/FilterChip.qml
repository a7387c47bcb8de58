// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! One condition of a filter bar: what it is about, what it is set to, and a chevron, or a cross where it can be
//! taken away. Delete takes it away too.
AbstractButton {
    id: root

    property string label
    property string value
    property string iconName
    property bool isOpen: false
    property bool removable: false
    property bool plain: false //!< without a border: "+ Filter"
    property bool hasChevron: true
    property string tip
    //: %1 is what a filter is about
    property string removeName: qsTr("Remove the filter %1").arg(label) //!< of the cross, for screen readers

    signal removed

    implicitHeight: Theme.controlSm
    implicitWidth: face.implicitWidth + (removable ? 32 : 16)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ButtonMenu
    //: %1 is what a filter is about, %2 what it is set to
    Accessible.name: value === "" ? label : qsTr("%1: %2").arg(label).arg(value)
    Accessible.onPressAction: if (root.enabled)
        root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onDeletePressed: if (root.removable)
        root.removed()

    contentItem: null
    background: Rectangle {
        radius: 5
        color: !root.enabled ? (root.plain ? "transparent" : Theme.bgSunken) : root.down || root.isOpen ? Theme.bgPressed :
            root.hovered ? Theme.bgHover : root.plain ? "transparent" : Theme.bgSurface
        border.width: root.plain ? 0 : 1
        border.color: root.enabled ? Theme.line : Theme.lineSubtle
        FocusRing {
            shown: root.visualFocus
            inner: 5
        }
    }

    Row {
        id: face
        x: 8
        height: root.height
        spacing: 5
        Icon {
            visible: root.iconName !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            size: 13
            colour: root.enabled ? Theme.fg3 : Theme.fgDisabled
        }
        SafeText {
            visible: text !== ""
            anchors.verticalCenter: parent.verticalCenter
            text: root.label
            font: Theme.fontSmall
            color: !root.enabled ? Theme.fgDisabled : root.plain ? Theme.fg2 : Theme.fg3
        }
        SafeText {
            objectName: "chipValue"
            visible: text !== ""
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, 180)
            text: root.value
            font: Theme.fontSmall
            color: root.enabled ? Theme.fg : Theme.fgDisabled
        }
        Icon {
            visible: root.hasChevron && !root.removable && !root.plain
            anchors.verticalCenter: parent.verticalCenter
            name: "down"
            size: 12
            colour: root.enabled ? Theme.fg3 : Theme.fgDisabled
        }
    }
    Item {
        objectName: "removeChip"
        visible: root.removable && root.enabled
        x: root.width - width
        width: 24
        height: root.height
        Accessible.role: Accessible.Button
        Accessible.name: root.removeName
        Accessible.onPressAction: root.removed()
        Icon {
            anchors.centerIn: parent
            name: "close"
            size: 12
            colour: cross.hovered ? Theme.fg : Theme.fg3
        }
        HoverHandler {
            id: cross
        }
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            onTapped: root.removed()
        }
    }
    HoverHandler {
        id: hover
    }
    TkToolTip {
        visible: hover.hovered && root.tip !== "" && !root.isOpen
        text: root.tip
        width: Math.min(300, implicitWidth)
    }
}
