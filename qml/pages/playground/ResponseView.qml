// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The answer as it comes in, and how it ended.
Item {
    id: root

    required property RunViewModel run
    property bool compact: false
    property bool isLive: true
    property bool canContinue: false
    property string obstacle
    property bool isFormatted: false
    readonly property bool isBroken: run.state === RunViewModel.Incomplete || run.state === RunViewModel.Cancelled

    signal sendWanted
    signal continueWanted
    signal eventsWanted
    signal formatWanted

    AnswerText {
        objectName: "answerText"
        x: 0
        width: parent.width
        height: (last.visible ? last.y - 12 : retry.visible ? retry.y - 8 : foot.y)
        run: root.run
        isBroken: root.isBroken
        isFormatted: root.isFormatted
        margin: root.compact ? 16 : 18
    }
    LastEvents {
        id: last
        objectName: "lastEvents"
        visible: root.isBroken && root.run.eventCount > 0 && !root.compact && root.height > 320
        x: 18
        y: (retry.visible ? retry.y - 8 : foot.y - 12) - height
        width: parent.width - 36
        run: root.run
        onAllWanted: root.eventsWanted()
    }
    RetryNote {
        id: retry
        objectName: "retryBesideAnswer"
        visible: root.compact && root.isBroken && root.run.retryVerdict !== ""
        x: 16
        y: foot.y - height - 10
        width: parent.width - 32
        run: root.run
    }
    AnswerFoot {
        id: foot
        y: parent.height - height
        width: parent.width
        run: root.run
        isBroken: root.isBroken
        isLive: root.isLive
        canContinue: root.canContinue
        obstacle: root.obstacle
        isFormatted: root.isFormatted
        hasFormat: root.compact
        onFormatWanted: root.formatWanted()
        onSendWanted: root.sendWanted()
        onContinueWanted: root.continueWanted()
    }
}
