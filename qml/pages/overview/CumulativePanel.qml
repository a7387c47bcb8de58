// SPDX-License-Identifier: GPL-3.0-or-later
import QtCharts
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The month's spend as it grew, against the budget and the month before.
Panel {
    id: root

    required property OverviewViewModel overview
    readonly property var area: chart.plotArea
    readonly property point nowAt: at(overview.cumulative.nowDay, overview.cumulative.nowAmount)
    //: %1 is money
    readonly property string spokenForecast: overview.cumulative.forecastText === "" ? "" : ", " + qsTr("forecast %1").arg(overview.cumulative.forecastText)
    readonly property bool hasBudget: overview.cumulative.budget > 0

    note: overview.header.forecastNote
    title: hasBudget ? qsTr("Spend against budget") : qsTr("Spend this month")

    //! Where a day and an amount are on the panel; again whenever the plot or the scale changes.
    function at(day: real, amount: real): point {
        return Qt.point(area.x + area.width * day / overview.cumulative.days,
            area.y + area.height * (1 - amount / overview.cumulative.top));
    }
    function refill() {
        fill(spentLine, overview.cumulative.points);
        fill(lastLine, overview.cumulative.lastMonth);
        fill(forecastLow, overview.cumulative.forecastLow);
        fill(forecastHigh, overview.cumulative.forecastHigh);
        fill(forecastLine, overview.cumulative.forecast);
    }
    function fill(series: LineSeries, points: var) {
        series.clear();
        for (const point of points)
            series.append(point.x, point.y);
    }

    Component.onCompleted: refill()
    Connections {
        target: root.overview
        function onStateChanged() {
            root.refill();
        }
    }

    GridLines {
        x: chart.x
        y: chart.y
        area: chart.plotArea
        highest: root.overview.cumulative.top
        ticks: root.overview.cumulative.ticks
    }
    ChartView {
        id: chart
        objectName: "cumulativeChart"
        x: 3
        width: parent.width - 12
        height: parent.height - 7
        backgroundColor: "transparent"
        plotAreaColor: "transparent"
        backgroundRoundness: 0
        legend.visible: false
        antialiasing: true
        animationOptions: ChartView.NoAnimation
        margins {
            left: 34
            right: 4
            top: 2
            bottom: 14
        }
        Accessible.role: Accessible.Graphic
        Accessible.name: root.hasBudget ?
            //: %1 is a month, %2 and %3 are money
            qsTr("Spend in %1 so far %2, against a budget of %3").arg(root.overview.header.month).arg(
                root.overview.header.spent).arg(root.overview.header.budget) + root.spokenForecast :
            //: %1 is a month, %2 is money
            qsTr("Spend in %1 so far %2, no budget set").arg(root.overview.header.month).arg(
                root.overview.header.spent) + root.spokenForecast

        ValuesAxis {
            id: dayAxis
            min: 0
            max: root.overview.cumulative.days
            labelsVisible: false
            gridVisible: false
            lineVisible: false
        }
        ValuesAxis {
            id: moneyAxis
            min: 0
            max: root.overview.cumulative.top
            labelsVisible: false
            gridVisible: false
            lineVisible: false
        }
        AreaSeries {
            axisX: dayAxis
            axisY: moneyAxis
            color: Theme.chartBand
            borderWidth: 0
            borderColor: "transparent"
            lowerSeries: LineSeries {
                id: forecastLow
            }
            upperSeries: LineSeries {
                id: forecastHigh
            }
        }
        LineSeries {
            id: forecastLine
            axisX: dayAxis
            axisY: moneyAxis
            color: Theme.chart1
            width: 2
            style: Qt.DashLine
        }
        LineSeries {
            id: lastLine
            axisX: dayAxis
            axisY: moneyAxis
            color: Theme.chart8
            width: 1.25
        }
        LineSeries {
            id: spentLine
            name: "spent"
            axisX: dayAxis
            axisY: moneyAxis
            color: Theme.chart1
            width: 2.25
        }
    }

    CumulativeMarks {
        x: chart.x
        y: chart.y
        width: chart.width
        height: chart.height
        panel: root
    }
}
