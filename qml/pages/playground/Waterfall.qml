// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! How long each part of a request took, and when it began.
Column {
    id: root

    required property var timings //!< of TimingRow

    Repeater {
        model: root.timings
        Item {
            id: part
            required property var modelData //!< TimingRow
            objectName: "timing"
            width: root.width
            height: 18
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.name + ", " + modelData.text
            SafeText {
                width: 70
                height: parent.height
                text: part.modelData.name
                font: Theme.fontCaption
                color: Theme.fg2
                Accessible.ignored: true
            }
            Rectangle {
                id: track
                x: 74
                y: 4
                width: parent.width - x - 52
                height: 10
                color: Theme.bgHover
                Rectangle {
                    visible: part.modelData.length > 0
                    x: Math.min(part.modelData.start * track.width, track.width - 2)
                    width: Math.max(2, Math.min(part.modelData.length, 1 - part.modelData.start) * track.width)
                    height: parent.height
                    color: part.modelData.tone === "wait" ? Theme.chart2 : part.modelData.tone === "stream" ? Theme.chart1 : Theme.chart8
                }
            }
            SafeText {
                x: parent.width - width
                width: 50
                height: parent.height
                horizontalAlignment: Text.AlignRight
                text: part.modelData.text
                font: Theme.fontCaption
                Accessible.ignored: true
            }
        }
    }
}
