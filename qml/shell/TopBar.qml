// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The bar over a page: its title, what the page puts beside it, and actions at the right.
Rectangle {
    id: root

    required property string title
    property bool compact: false
    default property alias content: middle.data
    property alias actions: actionRow.data
    readonly property real contentX: heading.x + heading.width + 14
    readonly property real actionsX: actionRow.x

    implicitHeight: Theme.topbar
    color: Theme.bgSurface

    Item {
        id: middle
        anchors.fill: parent
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
    SafeText {
        id: heading
        objectName: "pageTitle"
        x: root.compact ? 14 : 20
        height: parent.height
        text: root.title
        font: Theme.fontTitle
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: actionRow
        x: root.width - width - (root.compact ? 14 : 20)
        y: (root.height - height) / 2
        height: Theme.control
        spacing: root.compact ? 8 : 10
    }
}
