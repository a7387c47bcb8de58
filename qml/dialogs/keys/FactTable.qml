// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! A few facts in a frame.
Rectangle {
    id: root

    required property var facts //!< of { name, value }

    implicitHeight: facts.length * 33 + 1
    height: implicitHeight
    radius: Theme.r
    color: "transparent"
    border.color: Theme.line

    Repeater {
        model: root.facts
        Item {
            id: fact
            required property int index
            required property var modelData
            x: 1
            y: 1 + index * 33
            width: root.width - 2
            height: 33
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.name + ", " + modelData.value
            Rectangle {
                visible: fact.index > 0
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            SafeText {
                x: 12
                width: 112
                height: parent.height
                text: fact.modelData.name
                font: Theme.fontSmall
                color: Theme.fg3
                Accessible.ignored: true
            }
            SafeText {
                x: 128
                width: parent.width - x - 12
                height: parent.height
                text: fact.modelData.value
                font: Theme.fontSmallStrong
                Accessible.ignored: true
            }
        }
    }
}
