// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The first load: grey bars where panels will be. They stand still.
Item {
    id: root

    property bool compact: false
    readonly property int side: compact ? 14 : 20
    readonly property int gap: compact ? 12 : 14
    readonly property real half: (width - 2 * side - gap) / 2

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Reading the figures")

    component Bars: Rectangle {
        id: bars
        property int lines: 4
        radius: Theme.rLg
        color: Theme.bgSurface
        border.color: Theme.line
        clip: true
        Repeater {
            model: bars.lines
            Item {
                required property int index
                x: 16
                y: 18 + index * 36
                width: bars.width - 32
                Rectangle {
                    width: parent.width * [0.32, 0.44, 0.36, 0.4][parent.index % 4]
                    height: 12
                    radius: Theme.rSm
                    color: Theme.bgPressed
                }
                Rectangle {
                    x: parent.width - width
                    width: parent.width * [0.2, 0.14, 0.18, 0.16][parent.index % 4]
                    height: 12
                    radius: Theme.rSm
                    color: Theme.bgPressed
                }
            }
        }
    }
    Bars {
        id: head
        x: root.side
        y: 16
        width: root.width - 2 * root.side
        height: 114
        lines: 3
    }
    Bars {
        id: left
        x: root.side
        y: head.y + head.height + root.gap
        width: root.half
        height: 289
        lines: 7
    }
    Bars {
        x: left.x + left.width + root.gap
        y: left.y
        width: root.half
        height: 289
        lines: 7
    }
    Bars {
        x: root.side
        y: left.y + left.height + root.gap
        width: root.width - 2 * root.side
        height: Math.max(0, root.height - y - 16)
        lines: 8
    }
}
