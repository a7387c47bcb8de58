// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A part of the rail, under a line and its heading.
Item {
    id: root

    property string title
    property string aside
    property string link
    property bool isFirst: false
    default property alias content: body.data

    signal linkPressed

    implicitHeight: body.y + body.height + 12
    height: visible ? implicitHeight : 0

    Rectangle {
        visible: !root.isFirst
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    RailHeading {
        visible: root.title !== ""
        x: 16
        y: 12
        width: parent.width - 32
        title: root.title
        aside: root.aside
    }
    TkButton {
        objectName: "railLink"
        visible: root.link !== ""
        x: parent.width - width - 12
        y: 9
        kind: TkButton.Link
        small: true
        horizontalPadding: 4
        text: root.link
        onClicked: root.linkPressed()
    }
    Column {
        id: body
        x: 16
        y: root.title === "" ? 12 : 37
        width: parent.width - 32
    }
}
