// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Beside a result: its route, timing, cost and identifiers; of a failure, why we say so.
Item {
    id: root

    required property RunViewModel run
    property bool isLive: true
    readonly property bool isFailed: run.state === RunViewModel.Failed
    readonly property bool isComplete: run.state === RunViewModel.Complete

    signal bundleWanted
    signal traceWanted

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.line
    }
    ResultScroll {
        id: view
        x: 1
        width: parent.width - 1
        height: foot.visible ? foot.y : parent.height
        contentHeight: column.height
        name: qsTr("Route, cost and identifiers")

        Column {
            id: column
            width: view.width
            RailPart {
                visible: !root.isComplete && !root.isFailed && root.run.whoseProblem.length > 0
                width: parent.width
                isFirst: true
                WhoseProblem {
                    width: parent.width
                    columns: 3
                    cellHeight: 26
                    cells: root.run.whoseProblem
                }
            }
            RailPart {
                visible: !root.isComplete && !root.isFailed && root.run.retryVerdict !== ""
                width: parent.width
                RetryNote {
                    objectName: "retryInRail"
                    width: parent.width
                    run: root.run
                }
            }
            RailPart {
                visible: root.run.attempts.length > 0 || root.run.traceNote !== ""
                width: parent.width
                isFirst: root.isComplete || root.isFailed
                title: root.run.attemptsTitle
                link: root.isComplete && root.run.attempts.length > 1 ? qsTr("Full trace") : ""
                onLinkPressed: root.traceWanted()
                AttemptTimeline {
                    width: parent.width
                    attempts: root.run.attempts
                }
                SafeText {
                    visible: text !== ""
                    width: parent.width
                    text: root.run.traceNote
                    font: Theme.fontCaption
                    color: Theme.fg3
                    wrapMode: Text.Wrap
                }
            }
            RailPart {
                visible: root.isFailed && root.run.evidence.length > 0
                width: parent.width
                WhyList {
                    width: parent.width
                    run: root.run
                }
            }
            TimingPart {
                visible: root.isComplete && root.run.timings.length > 0
                width: parent.width
                run: root.run
            }
            CostPart {
                visible: root.run.costs.length > 0
                width: parent.width
                run: root.run
            }
            IdPart {
                objectName: "ids"
                visible: root.run.ids.length > 0
                width: parent.width
                run: root.run
            }
            TimingPart {
                visible: !root.isComplete && root.run.timings.length > 0
                width: parent.width
                run: root.run
            }
        }
    }
    Item {
        id: foot
        visible: root.isLive && !root.isComplete && root.run.wasSent
        x: 1
        y: parent.height - height
        width: parent.width - 1
        height: hint.visible ? hint.y + hint.height + 12 : 51
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.lineSubtle
        }
        TkButton {
            objectName: "copyBundle"
            x: 16
            y: root.isFailed ? 12 : 11
            width: parent.width - 32
            iconName: "copy"
            iconSize: 14
            text: qsTr("Copy support bundle")
            tip: qsTr("Ctrl+Shift+B")
            onClicked: root.bundleWanted()
        }
        SafeText {
            id: hint
            visible: root.isFailed
            x: 16
            y: 46
            width: parent.width - 32
            text: qsTr("Ids, times, status, headers and body. Leaves out the key and your messages.")
            font: Theme.fontCaption
            color: Theme.fg3
            wrapMode: Text.Wrap
            lineHeight: 16
            lineHeightMode: Text.FixedHeight
        }
    }
}
