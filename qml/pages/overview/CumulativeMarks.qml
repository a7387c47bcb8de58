// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Labels and marks that lie on the plot of CumulativePanel.
Item {
    id: root

    required property var panel
    readonly property OverviewViewModel overview: panel.overview
    readonly property var area: panel.area
    readonly property real budgetY: panel.at(0, overview.cumulative.budget).y
    readonly property point nowAt: panel.nowAt

    Repeater {
        model: root.width > 500 ? [1, 8, 15, 22, 29] : [1, 15, 29]
        SafeText {
            required property int modelData
            visible: modelData <= root.overview.cumulative.days
            x: Math.min(root.panel.at(modelData, 0).x - width / 2, root.width - width)
            y: root.area.y + root.area.height + 5
            height: 16
            text: modelData + " " + root.overview.cumulative.month
            font: Theme.fontCaption
            color: Theme.chartAxis
        }
    }

    component Dashes: Shape {
        id: dashes
        property alias ink: path.strokeColor
        property alias thick: path.strokeWidth
        property alias pattern: path.dashPattern
        property real dx: 0
        property real dy: 0
        ShapePath {
            id: path
            fillColor: "transparent"
            strokeStyle: ShapePath.DashLine
            capStyle: ShapePath.FlatCap
            startX: 0
            startY: 0
            PathLine {
                x: dashes.dx
                y: dashes.dy
            }
        }
    }
    Dashes {
        objectName: "budgetLine"
        visible: root.panel.hasBudget
        x: root.area.x
        y: root.budgetY
        dx: root.area.width
        ink: Theme.chartBudget
        thick: 1.25
        pattern: [4, 3.2]
    }
    SafeText {
        objectName: "budgetLabel"
        visible: root.panel.hasBudget
        x: root.area.x + 4
        y: root.budgetY - 18
        height: 16
        //: %1 is money
        text: qsTr("Budget %1").arg(root.overview.cumulative.budgetText)
        font: Theme.fontCaptionStrong
        color: Theme.chartBudget
    }
    Dashes {
        x: root.nowAt.x
        y: root.area.y
        dy: root.area.height
        ink: Theme.lineStrong
        thick: 1
        pattern: [2, 3]
    }
    SafeText {
        visible: root.nowAt.x + 8 + width < root.width
        x: root.nowAt.x + 7
        y: root.area.y + root.area.height - 18
        height: 16
        text: qsTr("Now")
        font: Theme.fontCaption
        color: Theme.chartAxis
    }
    Rectangle {
        objectName: "nowMark"
        x: root.nowAt.x - 5
        y: root.nowAt.y - 5
        width: 10
        height: 10
        radius: 5
        color: Theme.chart1
        border.width: 2
        border.color: Theme.bgSurface
    }
    SafeText {
        objectName: "nowLabel"
        x: Math.max(root.area.x + 4, root.nowAt.x - width - 8)
        y: root.nowAt.y - 21
        height: 16
        text: root.overview.header.spent
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 12,
            weight: 600
        })
    }
    Rectangle {
        id: endMark
        readonly property int points: root.overview.cumulative.forecast.length
        readonly property var last: points > 0 ? root.overview.cumulative.forecast[points - 1] : Qt.point(0, 0)
        readonly property point spot: root.panel.at(last.x, last.y)
        objectName: "forecastMark"
        visible: points > 0
        x: spot.x - 4.5
        y: spot.y - 4.5
        width: 9
        height: 9
        radius: 4.5
        color: Theme.bgSurface
        border.width: 2
        border.color: Theme.chart1
    }
    SafeText {
        objectName: "forecastLabel"
        visible: endMark.visible
        x: endMark.spot.x - width - 8
        y: Math.max(0, root.panel.at(0, root.overview.cumulative.forecastHigh.length > 0 ? root.overview.cumulative.forecastHigh[root.overview.cumulative.forecastHigh.length - 1].y : 0).y - 18)
        height: 16
        //: %1 is money
        text: qsTr("Forecast %1").arg(root.overview.cumulative.forecastText)
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 12,
            weight: 600
        })
    }
    SafeText {
        readonly property int points: root.overview.cumulative.lastMonth.length
        readonly property var near: points > 4 ? root.overview.cumulative.lastMonth[Math.round(
            points * 0.82)] : Qt.point(0, 0)
        readonly property point spot: root.panel.at(near.x, near.y)
        visible: points > 4
        x: spot.x + 6
        y: spot.y + 5
        height: 16
        text: root.overview.header.lastMonth
        font: Theme.fontCaption
        color: Theme.fg3
    }
}
