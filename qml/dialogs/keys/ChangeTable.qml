// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What a change does: before, and after.
Rectangle {
    id: root

    required property var lines //!< of ChangeLine

    implicitHeight: rows.height + 2
    height: implicitHeight
    radius: Theme.r
    color: "transparent"
    border.color: Theme.line

    Column {
        id: rows
        x: 1
        y: 1
        width: root.width - 2
        Repeater {
            model: root.lines
            Item {
                id: line
                required property int index
                required property var modelData
                objectName: "changeLine"
                width: rows.width
                height: Math.max(before.height, after.height) + 36
                Accessible.role: Accessible.StaticText
                //: %1 is what is changed, %2 and %3 its values
                Accessible.name: qsTr("%1, before %2, after %3").arg(modelData.name).arg(modelData.before).arg(modelData.after)
                Rectangle {
                    visible: line.index > 0
                    width: parent.width
                    height: 1
                    color: Theme.lineSubtle
                }
                SafeText {
                    x: 12
                    y: 7
                    height: 18
                    text: line.modelData.name
                    font: Theme.fontSmall
                    color: Theme.fg3
                    Accessible.ignored: true
                }
                SafeText {
                    id: before
                    objectName: "changeBefore"
                    x: 12
                    y: 27
                    width: arrow.x - x - 8
                    text: line.modelData.before
                    font: Theme.fontSmall
                    color: Theme.fg2
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                Icon {
                    id: arrow
                    x: line.width / 2 - 8
                    y: 28
                    name: "arrow"
                    size: 14
                    colour: Theme.fg3
                }
                SafeText {
                    id: after
                    objectName: "changeAfter"
                    x: line.width / 2 + 16
                    y: 27
                    width: parent.width - x - 12
                    text: line.modelData.after
                    font: Theme.fontSmallStrong
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
