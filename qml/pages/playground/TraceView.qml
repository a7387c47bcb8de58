// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The route with room for each reason, and how long the parts of the last attempt took.
ResultScroll {
    id: root

    required property RunViewModel run
    property bool hasProblem: false //!< with whose problem it is

    name: qsTr("Trace")
    contentHeight: column.height + 32

    Column {
        id: column
        x: 18
        y: 16
        width: root.width - 36
        spacing: 16
        WhoseProblem {
            visible: root.hasProblem && root.run.whoseProblem.length > 0
            width: parent.width
            cells: root.run.whoseProblem
        }
        RailHeading {
            width: parent.width
            title: root.run.attemptsTitle
        }
        AttemptTimeline {
            width: parent.width
            isWide: true
            attempts: root.run.attempts
        }
        SafeText {
            objectName: "traceNote"
            visible: text !== ""
            width: parent.width
            text: root.run.traceNote
            font: Theme.fontSmall
            color: Theme.fg2
            wrapMode: Text.Wrap
        }
        RailHeading {
            visible: root.run.timings.length > 0
            width: parent.width
            title: root.run.timingsTitle
            aside: root.run.timingsTotal
        }
        Waterfall {
            visible: root.run.timings.length > 0
            width: Math.min(parent.width, 560)
            timings: root.run.timings
        }
    }
}
