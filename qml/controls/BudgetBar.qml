// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What a budget has spent, and pale behind it what it is expected to spend, up to 125 % of its limit. Gaps are its
//! thresholds, the red line is the limit.
Item {
    id: root

    required property real share //!< spent of the limit
    required property real forecastShare //!< negative: no forecast
    required property var gaps //!< shares of the limit
    property string label
    readonly property real scale125: width / 1.25

    implicitWidth: 116
    implicitHeight: 16
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Rectangle {
        y: 5
        width: parent.width
        height: 6
        radius: 3
        color: Theme.bgPressed
    }
    Rectangle {
        y: 5
        width: Math.min(root.width, Math.max(0, root.forecastShare) * root.scale125)
        height: 6
        radius: 3
        color: Theme.chart1
        opacity: 0.32
    }
    Rectangle {
        objectName: "barSpent"
        y: 5
        width: Math.min(root.width, Math.max(0, root.share) * root.scale125)
        height: 6
        radius: 3
        color: Theme.chart1
    }
    Repeater {
        model: root.gaps
        Rectangle {
            required property real modelData
            x: modelData * root.scale125 - 0.75
            y: 2
            width: 1.5
            height: 12
            color: Theme.bgSurface
        }
    }
    Rectangle {
        x: root.scale125 - 1
        y: 1
        width: 2
        height: 14
        color: Theme.chartBudget
    }
}
