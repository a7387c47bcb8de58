// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! One page of the sidebar; an icon alone in the rail.
AbstractButton {
    id: root

    required property string iconName
    required property string keys //!< that lead there
    property bool isCurrent: false
    property bool compact: false
    property int count: 0 //!< shown at the right where there is something to count
    property bool isAlert: false //!< the count asks for attention
    readonly property string countText: count.toLocaleString(Qt.locale(), "f", 0)
    readonly property color ink: isCurrent ? Theme.accent : Theme.fg2

    implicitHeight: compact ? 36 : 32
    implicitWidth: compact ? 40 : 196
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    //: %1 is the name of a page
    Accessible.name: isCurrent ? qsTr("%1, the current page").arg(text) : text
    //: how many alerts are open
    Accessible.description: isAlert && count > 0 ? qsTr("%n open", "", count) : ""
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Icon {
            x: root.compact ? 12 : 8
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            colour: root.ink
        }
        SafeText {
            visible: !root.compact
            x: 34
            width: parent.width - x - 8 - (root.count > 0 ? 26 : 0)
            height: parent.height
            text: root.text
            font: Theme.fontBodyStrong
            color: root.ink
            Accessible.ignored: true
        }
        SafeText {
            objectName: "navCount"
            visible: !root.compact && !root.isAlert && root.count > 0
            x: parent.width - width - 8
            height: parent.height
            text: root.countText
            font: Theme.fontCaptionStrong
            color: root.ink
            Accessible.ignored: true
        }
        Rectangle {
            objectName: "navBadge"
            visible: root.isAlert && root.count > 0
            x: parent.width - width - (root.compact ? 0 : 8)
            y: root.compact ? 2 : (parent.height - height) / 2
            width: Math.max(18, children[0].implicitWidth + 10)
            height: 18
            radius: 9
            color: Theme.dangerFill
            SafeText {
                objectName: "navCount"
                anchors.centerIn: parent
                text: root.countText
                font: Theme.fontCaptionStrong
                color: Theme.dangerText
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.r
        color: root.isCurrent ? Theme.bgSelected : root.hovered ? Theme.bgHover : "transparent"
        FocusRing {
            shown: root.visualFocus
        }
    }
    TkToolTip {
        x: root.width + 6
        y: 0
        visible: root.hovered
        //: %1 is the name of a page, %2 keys
        text: qsTr("%1 (%2)").arg(root.text).arg(root.keys)
    }
}
