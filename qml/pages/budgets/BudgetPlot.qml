// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! A budget's period: spend as it grew, the forecast with its band, and the thresholds as lines.
Item {
    id: root

    required property var chart //!< BudgetChart
    readonly property rect area: Qt.rect(40, 8, width - 50, height - 28)
    readonly property point nowAt: chart.points.length > 0 ? at(chart.points[chart.points.length - 1]) : Qt.point(0, 0)

    implicitHeight: 124
    Accessible.role: Accessible.Graphic
    Accessible.name: chart.spoken

    function at(point: var): point {
        return Qt.point(area.x + area.width * point.x / Math.max(chart.days, 1e-6), area.y + area.height * (1 - point.y / chart.top));
    }
    function pathOf(points: var): var {
        return points.map(point => at(point));
    }
    //! Along the lower edge of the band and back along the upper.
    function bandOf(low: var, high: var): var {
        const path = pathOf(low).concat(pathOf(high).reverse());
        return path.length > 0 ? path.concat([path[0]]) : path;
    }

    Repeater {
        model: root.chart.lines
        Item {
            id: line
            required property var modelData
            readonly property real place: root.at(Qt.point(0, modelData.value)).y
            visible: place >= 0
            Rectangle {
                visible: !line.modelData.isLimit
                x: root.area.x
                y: Math.round(line.place)
                width: root.area.width
                height: 1
                color: Theme.line
            }
            Shape {
                visible: line.modelData.isLimit
                objectName: "limitLine"
                x: root.area.x
                y: line.place
                ShapePath {
                    strokeColor: Theme.chartBudget
                    strokeWidth: 1.25
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [4, 3.2]
                    capStyle: ShapePath.FlatCap
                    fillColor: "transparent"
                    PathLine {
                        x: root.area.width
                        y: 0
                    }
                }
            }
            SafeText {
                x: root.area.x - width - 6
                y: line.place - 8
                height: 16
                text: line.modelData.text
                font: Theme.fontCaption
                color: Theme.chartAxis
                Accessible.ignored: true
            }
        }
    }
    Repeater {
        model: root.chart.dayMarks
        SafeText {
            required property var modelData
            x: Math.min(root.width - width, root.at(Qt.point(modelData.value, 0)).x - width / 2)
            y: root.height - 18
            height: 16
            text: modelData.text
            font: Theme.fontCaption
            color: Theme.chartAxis
            Accessible.ignored: true
        }
    }
    Shape {
        anchors.fill: parent
        visible: root.chart.forecast.length > 1
        ShapePath {
            strokeWidth: 0
            strokeColor: "transparent"
            fillColor: Theme.chartBand
            PathPolyline {
                path: root.bandOf(root.chart.forecastLow, root.chart.forecastHigh)
            }
        }
        ShapePath {
            strokeColor: Theme.chart1
            strokeWidth: 2
            strokeStyle: ShapePath.DashLine
            dashPattern: [2.5, 2]
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"
            PathPolyline {
                path: root.pathOf(root.chart.forecast)
            }
        }
    }
    Shape {
        anchors.fill: parent
        visible: root.chart.points.length > 1
        ShapePath {
            strokeColor: Theme.chart1
            strokeWidth: 2.25
            joinStyle: ShapePath.RoundJoin
            fillColor: "transparent"
            PathPolyline {
                path: root.pathOf(root.chart.points)
            }
        }
    }
    Rectangle {
        objectName: "budgetNow"
        visible: root.chart.points.length > 0
        x: root.nowAt.x - 3.5
        y: root.nowAt.y - 3.5
        width: 7
        height: 7
        radius: 3.5
        color: Theme.chart1
    }
}
