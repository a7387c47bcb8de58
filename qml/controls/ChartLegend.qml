// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The series of a stacked chart with their totals, in stacking order, and what they add up to.
Item {
    id: root

    required property var series //!< of SeriesRow, the largest first
    required property string total
    readonly property real rowHeight: Math.min(25, (height - 29) / Math.max(1, series.length))

    Repeater {
        model: root.series
        Item {
            id: row
            required property int index
            required property var modelData
            y: (root.series.length - 1 - index) * root.rowHeight
            width: root.width
            height: root.rowHeight
            Rectangle {
                width: 10
                height: 10
                radius: 2
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.seriesColor(row.modelData.colour)
            }
            SafeText {
                objectName: "seriesName"
                x: 17
                width: amount.x - x - 8
                height: parent.height
                text: row.modelData.name
                font: Theme.fontSmall
            }
            SafeText {
                id: amount
                x: parent.width - width
                height: parent.height
                text: row.modelData.total
                font: Theme.fontSmall
            }
        }
    }
    Rectangle {
        y: root.series.length * root.rowHeight + 3
        width: root.width
        height: 1
        color: Theme.line
    }
    SafeText {
        y: root.series.length * root.rowHeight + 4
        height: 25
        text: qsTr("Total")
        font: Theme.fontSmallStrong
    }
    SafeText {
        objectName: "legendTotal"
        x: root.width - width
        y: root.series.length * root.rowHeight + 4
        height: 25
        text: root.total
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 12,
            weight: 600
        })
    }
}
