// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Spend of each day, stacked by key, model, environment or team, with what each adds up to.
Panel {
    id: root

    required property OverviewViewModel overview
    property int day: 0 //!< whose tip is shown; 0: none

    signal dayChosen(string title, string day)

    readonly property var splits: [OverviewViewModel.ByKey, OverviewViewModel.ByModel, OverviewViewModel.ByEnvironment, OverviewViewModel.ByTeam]
    readonly property int legendWidth: Math.min(180, width * 0.4)

    title: qsTr("Daily spend")
    actions: TkSegment {
        objectName: "split"
        anchors.verticalCenter: parent.verticalCenter
        name: qsTr("Split daily spend by")
        options: [qsTr("Key"), qsTr("Model"), qsTr("Environment"), qsTr("Team")]
        current: root.splits.indexOf(root.overview.split)
        onChosen: index => root.overview.split = root.splits[index]
    }

    StackChart {
        id: stack
        objectName: "dailyChart"
        x: 3
        width: parent.width - root.legendWidth - 31
        height: parent.height - 7
        overview: root.overview
        onDayPointed: day => root.day = day
        onDayChosen: day => root.dayChosen(root.overview.tipDay(day), root.overview.dateOf(day))
    }
    ChartLegend {
        objectName: "legend"
        x: parent.width - width - 13
        y: 8
        width: root.legendWidth
        height: parent.height - 16
        series: root.overview.daily.series
        total: root.overview.daily.total
    }
    ChartTip {
        objectName: "tip"
        visible: rows.length > 0
        x: Math.max(4, Math.min(parent.width - width - 4, stack.x + stack.dayCentre(root.day) + 14))
        y: Math.max(-30, Math.min(24, parent.height - height - 8))
        rows: root.overview.tipRows(root.day)
        day: root.overview.tipDay(root.day)
        total: root.overview.tipTotal(root.day)
    }
}
