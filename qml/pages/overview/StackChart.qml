// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCharts
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The stacked bars of DailyPanel. Pointing at a day, or Left and Right, tells which one.
FocusScope {
    id: root

    required property OverviewViewModel overview
    property int day: 0
    readonly property var area: chart.plotArea

    signal dayPointed(int day)
    signal dayChosen(int day) //!< one of the month up to today

    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    //: %1 is a month, %2 is money
    Accessible.name: qsTr("Daily spend in %1, %2 in all").arg(overview.header.month).arg(overview.daily.total)

    function dayCentre(day: int): real {
        return area.x + area.width * (day - 0.5) / overview.daily.days;
    }
    function point(day: int) {
        root.day = Math.max(0, Math.min(overview.daily.days, day));
        dayPointed(root.day);
    }
    function valuesOf(index: int): var {
        return index < overview.daily.series.length ? overview.daily.series[index].days : [];
    }
    function colorOf(index: int): color {
        return Theme.seriesColor(index < overview.daily.series.length ? overview.daily.series[index].colour : 0);
    }

    Keys.onLeftPressed: point(day - 1)
    Keys.onRightPressed: point(day + 1)
    function choose() {
        if (overview.dateOf(day) !== "")
            dayChosen(day);
    }
    Keys.onReturnPressed: choose()
    Keys.onEnterPressed: choose()
    Keys.onEscapePressed: event => {
        event.accepted = day > 0;
        point(0);
    }
    onActiveFocusChanged: if (!activeFocus)
        point(0)

    component Slice: BarSet {
        required property int place
        label: place
        color: root.colorOf(place)
        borderColor: Theme.bgSurface
        borderWidth: 1
        values: root.valuesOf(place)
    }

    GridLines {
        area: chart.plotArea
        highest: root.overview.daily.top
        ticks: root.overview.daily.ticks
    }
    ChartView {
        id: chart
        anchors.fill: parent
        backgroundColor: "transparent"
        plotAreaColor: "transparent"
        backgroundRoundness: 0
        legend.visible: false
        antialiasing: true
        animationOptions: ChartView.NoAnimation
        margins {
            left: 26
            right: 0
            top: 0
            bottom: 14
        }
        StackedBarSeries {
            barWidth: 0.76
            axisX: BarCategoryAxis {
                categories: Array.from({
                    length: root.overview.daily.days
                }, (_, index) => String(index + 1))
                labelsVisible: false
                gridVisible: false
                lineVisible: false
            }
            axisY: ValuesAxis {
                min: 0
                max: root.overview.daily.top
                labelsVisible: false
                gridVisible: false
                lineVisible: false
            }
            Slice { place: 0 }
            Slice { place: 1 }
            Slice { place: 2 }
            Slice { place: 3 }
            Slice { place: 4 }
            Slice { place: 5 }
            Slice { place: 6 }
            Slice { place: 7 }
            Slice { place: 8 }
        }
    }
    Repeater {
        model: [1, 8, 15, 22, 29]
        SafeText {
            required property int modelData
            visible: modelData <= root.overview.daily.days
            x: root.dayCentre(modelData) - width / 2
            y: root.area.y + root.area.height + 5
            height: 16
            text: modelData
            font: Theme.fontCaption
            color: Theme.chartAxis
        }
    }
    Rectangle {
        visible: root.day > 0
        x: root.dayCentre(root.day) - width / 2
        y: root.area.y
        width: root.area.width / root.overview.daily.days
        height: root.area.height
        color: "transparent"
        border.color: Theme.lineStrong
        radius: 2
    }
    FocusRing {
        anchors.margins: 0
        shown: root.activeFocus
    }
    TapHandler {
        onTapped: root.choose()
    }
    HoverHandler {
        onPointChanged: {
            const x = point.position.x - root.area.x;
            const y = point.position.y - root.area.y;
            const inside = hovered && x >= 0 && x < root.area.width && y >= 0 && y < root.area.height;
            root.point(inside ? Math.floor(x / root.area.width * root.overview.daily.days) + 1 : 0);
        }
        onHoveredChanged: if (!hovered)
            root.point(0)
    }
}
