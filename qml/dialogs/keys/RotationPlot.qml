// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui

//! Spend of the old and of the new key by time. Solid and named at the lines: colour does not work alone.
Rectangle {
    id: root

    required property var chart //!< RotationChart
    required property string asOf
    property string oldTail
    property string newTail
    readonly property rect plot: Qt.rect(55, 42, width - 94, height - 73)
    readonly property bool hasPoints: chart.oldKey.length > 1

    implicitHeight: 174
    radius: Theme.r
    color: "transparent"
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: chart.spoken

    function placed(points: var): var {
        return points.map(point => Qt.point(plot.x + point.x * plot.width, plot.y + (1 - point.y) * plot.height));
    }

    SafeText {
        x: 14
        y: 10
        height: 20
        text: root.hasPoints ? root.chart.title : qsTr("Spend")
        font: Theme.fontSmallStrong
    }
    SafeText {
        x: parent.width - width - 14
        y: 10
        height: 20
        text: root.asOf
        font: Theme.fontCaption
        color: Theme.fg3
    }
    Repeater {
        model: 3
        Rectangle {
            required property int index
            x: root.plot.x
            y: root.plot.y + root.plot.height * index / 2
            width: root.plot.width
            height: 1
            color: Theme.chartGrid
        }
    }
    SafeText {
        x: root.plot.x - width - 8
        y: root.plot.y - 8
        height: 16
        text: root.chart.top
        font: Theme.fontCaption
        color: Theme.chartAxis
    }
    SafeText {
        x: root.plot.x - width - 8
        y: root.plot.y + root.plot.height - 8
        height: 16
        text: root.chart.bottom
        font: Theme.fontCaption
        color: Theme.chartAxis
    }
    Shape {
        anchors.fill: parent
        visible: root.hasPoints
        ShapePath {
            strokeColor: Theme.chart8
            strokeWidth: 1.75
            joinStyle: ShapePath.RoundJoin
            fillColor: "transparent"
            PathPolyline {
                path: root.hasPoints ? root.placed(root.chart.oldKey) : []
            }
        }
        ShapePath {
            strokeColor: Theme.chart1
            strokeWidth: 2
            joinStyle: ShapePath.RoundJoin
            fillColor: "transparent"
            PathPolyline {
                path: root.hasPoints ? root.placed(root.chart.newKey) : []
            }
        }
    }
    SafeText {
        visible: root.hasPoints
        x: root.plot.x + 9
        y: root.plot.y + root.plot.height * 0.3 - 8
        height: 16
        //: %1 is the end of a secret
        text: qsTr("Old key %1").arg(root.oldTail)
        font: Theme.fontCaption
        color: Theme.fg2
    }
    SafeText {
        visible: root.hasPoints
        x: root.plot.x + root.plot.width - width - 6
        y: root.plot.y + root.plot.height * 0.3 - 8
        height: 16
        //: %1 is the end of a secret
        text: qsTr("New key %1").arg(root.newTail)
        font: Theme.fontCaptionStrong
        color: Theme.accent
    }
    Repeater {
        model: root.chart.times
        SafeText {
            required property int index
            required property string modelData
            x: root.plot.x + root.plot.width * index / 3 - width / 2
            y: root.plot.y + root.plot.height + 6
            height: 16
            text: modelData
            font: Theme.fontCaption
            color: Theme.chartAxis
        }
    }
    SafeText {
        visible: !root.hasPoints
        anchors.fill: root
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Nothing was spent with either key since the rotation began")
        font: Theme.fontSmall
        color: Theme.fg3
    }
}
