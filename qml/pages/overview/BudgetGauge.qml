// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is used of the budget, on a scale of 0 to 116 % or beyond, with the part of the month that has gone.
Item {
    id: root

    required property OverviewViewModel overview
    readonly property real scaleEnd: Math.max(1.16, overview.header.usedShare * 1.04, overview.header.forecastHighShare * 1.04)
    readonly property bool hasForecast: overview.header.forecast !== ""

    height: 86
    Accessible.role: Accessible.ProgressBar
    //: %1 and %2 are percentages, %3 a month
    Accessible.name: qsTr("%1 of budget used, %2 of %3 gone").arg(overview.header.used).arg(
        overview.header.gone).arg(overview.header.month) + (hasForecast ? ", " + forecastText.text : "")

    function at(share: real): real {
        return width * share / scaleEnd;
    }

    Rectangle {
        y: 36
        width: root.width
        height: 12
        color: Theme.bgPressed
    }
    Rectangle {
        objectName: "forecastBar"
        visible: root.hasForecast
        y: 36
        width: root.at(root.overview.header.forecastShare)
        height: 12
        color: Theme.chart1
        opacity: 0.4
    }
    Rectangle {
        objectName: "usedBar"
        y: 36
        width: root.at(root.overview.header.usedShare)
        height: 12
        color: root.overview.header.isOver ? Theme.dangerFill : Theme.chart1
    }
    Rectangle {
        x: root.at(1) - 1
        y: 27
        width: 2
        height: 30
        color: Theme.chartBudget
    }
    Item {
        id: range
        objectName: "forecastRange"
        visible: root.hasForecast
        x: root.at(root.overview.header.forecastLowShare)
        y: 36
        width: root.at(root.overview.header.forecastHighShare) - x
        height: 12
        Rectangle {
            y: 5.25
            width: parent.width
            height: 1.5
            color: Theme.fg
        }
        Repeater {
            model: [0, 1]
            Rectangle {
                required property int modelData
                x: modelData * (range.width - 1.5)
                y: 2
                width: 1.5
                height: 8
                color: Theme.fg
            }
        }
        Rectangle {
            x: root.at(root.overview.header.forecastShare) - range.x - 4
            y: 2
            width: 8
            height: 8
            radius: 4
            color: Theme.bgSurface
            border.width: 1.5
            border.color: Theme.fg
        }
    }
    SafeText {
        id: forecastText
        objectName: "forecastText"
        visible: root.hasForecast
        x: Math.min(root.width - width, root.at(root.overview.header.forecastHighShare) - width + 20)
        y: 60
        height: 16
        //: %1 is such as "103.8% (101 to 111%)"
        text: qsTr("Forecast %1").arg(root.overview.header.forecast)
        font: Theme.fontCaption
        color: Theme.fg2
    }
    Rectangle {
        id: tick
        x: root.at(root.overview.header.goneShare) - 0.75
        y: 30
        width: 1.5
        height: 24
        color: Theme.fg
    }
    SafeText {
        objectName: "usedText"
        y: 4
        height: 18
        //: %1 is a percentage of the budget
        text: qsTr("%1 used").arg(root.overview.header.used)
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 12,
            weight: 600
        })
    }
    SafeText {
        x: root.at(1) - width / 2
        y: 5
        height: 16
        text: qsTr("Budget")
        font: Theme.fontCaptionStrong
        color: Theme.chartBudget
    }
    SafeText {
        x: Math.max(0, Math.min(tick.x + 6 - width, root.hasForecast ? forecastText.x - width - 12 : root.width))
        y: 60
        height: 16
        //: %1 is a percentage, %2 a month: "58.7% of June gone"
        text: qsTr("%1 of %2 gone").arg(root.overview.header.gone).arg(root.overview.header.month)
        font: Theme.fontCaption
        color: Theme.fg3
    }
}
