// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The grid behind a chart and the amounts beside it. Drawn here because an axis with dynamic ticks lays out
//! thousands of lines while its range and its interval change one after the other.
Item {
    id: root

    required property rect area //!< the chart's plot
    required property real highest //!< amount at its upper edge
    required property var ticks //!< of AxisTick

    Repeater {
        model: root.ticks
        Item {
            id: line
            required property var modelData
            y: root.area.y + root.area.height * (1 - modelData.value / root.highest)
            Rectangle {
                x: root.area.x
                width: root.area.width
                height: 1
                color: Theme.chartGrid
            }
            SafeText {
                x: root.area.x - width - 8
                y: -8
                height: 16
                text: line.modelData.text
                font: Theme.fontCaption
                color: Theme.chartAxis
            }
        }
    }
}
