// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What the filtered rows come to.
Item {
    id: root

    required property UsageViewModel usage
    property bool compact: false

    signal provenanceWanted

    readonly property var strip: usage.strip
    readonly property int gap: compact ? 11 : 18

    implicitHeight: 58
    clip: true

    Row {
        id: figures
        StripFigure {
            gap: root.gap
            objectName: "stripSpend"
            isFirst: true
            caption: root.strip.isAtLeast ? qsTr("Spend, at least") : qsTr("Spend")
            figure: root.strip.spend
            action: root.usage.filter.isOfTheLedger ? qsTr("Where this figure comes from") : ""
            onPressed: root.provenanceWanted()
        }
        StripFigure {
            gap: root.gap
            objectName: "stripRequests"
            caption: qsTr("Requests")
            figure: root.strip.requests
        }
        StripFigure {
            gap: root.gap
            caption: qsTr("Cost per success")
            figure: root.strip.perSuccess
        }
        StripFigure {
            gap: root.gap
            caption: qsTr("Fell back")
            figure: root.strip.fellBack
            note: root.strip.fellBackCount
        }
        StripFigure {
            gap: root.gap
            caption: qsTr("Failed")
            figure: root.strip.failed
            note: root.strip.failedCount
        }
        StripFigure {
            gap: root.gap
            caption: qsTr("Incomplete")
            figure: root.strip.incomplete
        }
        StripFigure {
            gap: root.gap
            objectName: "stripMedian"
            caption: qsTr("Total time, median")
            figure: root.strip.median
            note: root.strip.slowest
        }
        StripFigure {
            gap: root.gap
            objectName: "stripItemised"
            caption: qsTr("Itemised")
            figure: root.strip.itemised
            note: root.strip.itemisedSpend
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
