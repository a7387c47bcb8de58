// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A part of the drawer under a line, with its heading and what stands at the right of it.
Item {
    id: root

    property string title
    property alias aside: asideRow.data
    default property alias content: body.data
    readonly property real innerWidth: width - 32

    implicitHeight: body.y + body.childrenRect.height + 12
    height: implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    SafeText {
        x: 16
        y: 12
        height: 18
        text: root.title
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 12,
            weight: 600
        })
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: asideRow
        x: root.width - width - 16
        y: 12
        height: 18
    }
    Item {
        id: body
        x: 16
        y: 36
        width: root.innerWidth
    }
}
