// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A bordered area with a title, a grey note, and actions at the right of its 40 px header.
Rectangle {
    id: root

    property string title
    property string note
    property bool updating: false //!< a new answer is on its way; the old figures stay
    default property alias content: body.data
    property alias actions: actionRow.data

    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    SafeText {
        id: heading
        x: 15
        height: 40
        text: root.title
        font: Theme.fontHeading
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    SafeText {
        x: heading.x + heading.width + 8
        width: actionRow.x - x - 8
        height: 40
        text: root.note
        font: Theme.fontSmall
        color: Theme.fg3
    }
    Row {
        id: actionRow
        x: root.width - width - 15
        height: 40
        spacing: 8
    }
    Item {
        id: body
        x: 1
        y: 40
        width: root.width - 2
        height: root.height - 41
    }
    Rectangle {
        x: Theme.rLg
        width: root.width - 2 * Theme.rLg
        height: 2
        color: Theme.accent
        visible: root.updating
    }
}
