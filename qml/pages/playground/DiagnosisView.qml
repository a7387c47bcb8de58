// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Why a request failed: whose problem it is, whether to send again, what to do, and the body as it came.
ResultScroll {
    id: root

    required property RunViewModel run
    property bool hasEvidence: false //!< where there is no rail for it
    property bool isLive: true
    property string obstacle //!< why nothing can be sent now; empty: it can

    signal stepWanted(string action)

    name: qsTr("Diagnosis")
    contentHeight: column.height + 27

    Column {
        id: column
        x: 18
        y: 13
        width: root.width - 36
        spacing: 13
        WhoseProblem {
            objectName: "whoseProblem"
            visible: cells.length > 0
            width: parent.width
            cells: root.run.whoseProblem
        }
        RetryNote {
            objectName: "retryNote"
            visible: lead !== ""
            width: parent.width
            run: root.run
        }
        StepList {
            id: steps
            objectName: "steps"
            visible: root.run.steps.length > 0
            width: parent.width
            steps: root.run.steps
            hasButtons: root.isLive
            obstacle: root.obstacle
            onStepWanted: action => root.stepWanted(action)
        }
        WhyList {
            visible: root.hasEvidence && root.run.evidence.length > 0
            width: parent.width
            run: root.run
        }
        // The body stands at the lower edge where there is room.
        Item {
            width: 1
            height: Math.max(0, root.height - 13 - y - (body.visible ? body.height + 27 : 14))
        }
        Column {
            id: body
            visible: root.run.bodyExcerpt !== ""
            width: parent.width
            spacing: 5
            Item {
                width: parent.width
                height: 24
                SafeText {
                    id: heading
                    height: parent.height
                    text: qsTr("Raw body")
                    font: Theme.fontSmallStrong
                }
                SafeText {
                    objectName: "bodyMeaning"
                    x: heading.width + 8
                    width: copy.x - x - 8
                    height: parent.height
                    text: root.run.bodyMeaning
                    font: Theme.fontSmall
                    color: Theme.fg3
                }
                TkButton {
                    id: copy
                    objectName: "copyBody"
                    x: parent.width - width
                    kind: TkButton.Ghost
                    small: true
                    iconName: "copy"
                    tip: qsTr("Copy the body")
                    Accessible.name: tip
                    onClicked: Clipboard.copy(root.run.bodyExcerpt)
                }
            }
            PlainBox {
                objectName: "bodyExcerpt"
                width: parent.width
                height: Math.min(fullHeight, 220)
                isJson: true
                text: root.run.bodyExcerpt
                name: qsTr("Raw body")
            }
        }
    }
}
