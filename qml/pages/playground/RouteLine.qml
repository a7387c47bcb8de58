// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The route in one line, for where there is no room for the rail. The last try is always in sight.
Item {
    id: root

    required property var attempts //!< of AttemptRow

    implicitHeight: 39
    clip: true

    Row {
        x: Math.min(16, parent.width - width - 16)
        height: 38
        spacing: 7
        Repeater {
            model: root.attempts
            Row {
                id: attempt
                required property int index
                required property var modelData //!< AttemptRow
                readonly property bool isLast: index === root.attempts.length - 1
                height: 38
                spacing: 7
                Icon {
                    visible: attempt.index > 0
                    anchors.verticalCenter: parent.verticalCenter
                    name: "right"
                    size: 13
                    colour: Theme.fg3
                }
                AttemptMark {
                    anchors.verticalCenter: parent.verticalCenter
                    tone: attempt.modelData.tone
                }
                SafeText {
                    objectName: "routePart"
                    height: parent.height
                    width: Math.min(implicitWidth, 200)
                    text: (attempt.modelData.provider === "" ? attempt.modelData.model : attempt.modelData.provider) + " " + attempt.modelData.code
                    font: attempt.isLast ? Theme.fontSmallStrong : Theme.fontSmall
                    color: attempt.isLast ? Theme.fg : Theme.fg2
                }
            }
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
