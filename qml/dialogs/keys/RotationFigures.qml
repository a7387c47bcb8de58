// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! Both keys: when each last spent, and how much since the new one was deployed.
Rectangle {
    id: root

    required property var lines //!< of RotationKeyLine
    required property string sinceTitle

    implicitHeight: 30 + lines.length * Theme.row
    radius: Theme.r
    color: "transparent"
    border.color: Theme.line

    TableHead {
        x: 1
        y: 1
        width: parent.width - 2
        radius: 5
        TableHeading {
            x: 14
            text: qsTr("Key")
        }
        TableHeading {
            x: parent.width * 0.72 - width - 8
            text: qsTr("Last spend seen")
        }
        TableHeading {
            x: parent.width - width - 14
            text: root.sinceTitle
        }
    }
    Repeater {
        model: root.lines
        Item {
            id: line
            required property int index
            required property var modelData
            objectName: "rotationKey"
            x: 1
            y: 30 + index * Theme.row
            width: root.width - 2
            height: Theme.row
            Accessible.role: Accessible.Row
            Accessible.name: [modelData.name, modelData.tail, modelData.lastSpent, modelData.since].join(", ")
            SafeText {
                id: name
                x: 14
                height: parent.height - 1
                text: line.modelData.name
                font: Theme.fontSmallStrong
                Accessible.ignored: true
            }
            SafeText {
                x: name.x + name.width + 6
                height: parent.height - 1
                text: line.modelData.tail
                font: Theme.fontMonoSmall
                color: Theme.fg2
                Accessible.ignored: true
            }
            SafeText {
                x: parent.width * 0.72 - width - 8
                height: parent.height - 1
                text: line.modelData.lastSpent
                font: Theme.fontSmall
                Accessible.ignored: true
            }
            SafeText {
                x: parent.width - width - 14
                height: parent.height - 1
                text: line.modelData.since
                font: Theme.fontSmall
                Accessible.ignored: true
            }
            Rectangle {
                visible: line.index + 1 < root.lines.length
                y: parent.height - 1
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
        }
    }
}
