// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The six steps of a rotation: done, now, still to come.
Rectangle {
    id: root

    required property var steps //!< of RotationStepLine

    color: Theme.bgSunken

    Rectangle {
        x: parent.width - 1
        width: 1
        height: parent.height
        color: Theme.line
    }
    Repeater {
        model: root.steps
        Item {
            id: step
            required property int index
            required property var modelData
            objectName: "rotationStep"
            x: 18
            y: 18 + index * 51
            width: root.width - x - 14
            height: 40
            Accessible.role: Accessible.ListItem
            Accessible.name: (modelData.isDone ? qsTr("Done: %1") : modelData.isNow ? qsTr("Now: %1") : qsTr("Later: %1")).arg(modelData.title) + ", " + modelData.note
            Rectangle {
                width: 22
                height: 22
                radius: 11
                color: step.modelData.isNow ? Theme.accent : step.modelData.isDone ? Theme.okBg : "transparent"
                border.width: step.modelData.isNow || step.modelData.isDone ? 0 : 1
                border.color: Theme.lineStrong
                Icon {
                    anchors.centerIn: parent
                    visible: step.modelData.isDone
                    name: "check"
                    size: 13
                    colour: Theme.ok
                }
                SafeText {
                    anchors.centerIn: parent
                    visible: !step.modelData.isDone
                    text: step.index + 1
                    font: Qt.font({
                        family: Theme.familySans,
                        pixelSize: 11,
                        weight: 600
                    })
                    color: step.modelData.isNow ? Theme.accentText : Theme.fg3
                    Accessible.ignored: true
                }
            }
            SafeText {
                x: 33
                y: 1
                width: parent.width - x
                height: 18
                text: step.modelData.title
                font: step.modelData.isNow ? Theme.fontHeading : Theme.fontBodyStrong
                color: step.modelData.isNow || step.modelData.isDone ? Theme.fg : Theme.fg3
                Accessible.ignored: true
            }
            SafeText {
                x: 33
                y: 20
                width: parent.width - x
                height: 15
                text: step.modelData.note
                font: Theme.fontCaption
                color: Theme.fg3
                Accessible.ignored: true
            }
        }
    }
}
