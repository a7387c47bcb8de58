// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What came of a request: its head, the views of it, and the rail beside them. Also of an answer that was decoded,
//! with which nothing can be done (`isLive` false).
Rectangle {
    id: root

    required property RunViewModel run
    property bool compact: false
    property bool isLive: true
    property bool canContinue: false
    property string obstacle //!< why nothing can be sent now; empty: it can
    property string problem //!< why the row or the history line of it is missing
    //! A wide pane has a rail in place of one of them.
    readonly property string view: compact || run.view !== "costs" ? run.view : "answer"

    readonly property bool isIdle: run.state === RunViewModel.Idle
    readonly property bool isFailed: run.state === RunViewModel.Failed
    readonly property bool isIncomplete: run.state === RunViewModel.Incomplete || run.state === RunViewModel.Cancelled
    readonly property real headHeight: runningHead.visible ? runningHead.height : answeredHead.visible ? answeredHead.height : failedHead.height
    readonly property bool hasRail: !compact && !run.isRunning && view === "answer"
    // As text first: the tabs are made anew only when one of them reads differently.
    readonly property string tabTexts: JSON.stringify(Array.of(
        { name: "answer", text: isFailed ? qsTr("Diagnosis") : qsTr("Response"), count: "" },
        { name: "trace", text: qsTr("Trace"), count: String(run.attempts.length) }
    ).concat(compact ? [{ name: "costs", text: qsTr("Cost and ids"), count: "" }] : []).concat([
        { name: "headers", text: qsTr("Headers"), count: compact ? "" : String(run.headerCount) },
        { name: "raw", text: qsTr("Raw"), count: "" },
        { name: "events", text: qsTr("Events"), count: compact ? "" : run.eventCount.toLocaleString(Qt.locale(), "f", 0) }
    ]))
    readonly property var tabs: JSON.parse(tabTexts)

    signal bundleWanted
    signal cancelWanted
    signal sendWanted
    signal continueWanted
    signal stepWanted(string action)

    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Result")

    //! `place` counts from 0, as the tabs stand.
    function showTab(place: int) {
        if (!isIdle && place < tabs.length)
            run.view = tabs[place].name;
    }
    function takeFocus() {
        bar.takeFocus();
    }

    IdleResult {
        objectName: "idleResult"
        visible: root.isIdle
        anchors.fill: parent
    }
    RunningHead {
        id: runningHead
        visible: root.run.isRunning
        x: 1
        y: 1
        width: parent.width - 2
        run: root.run
        onCancelWanted: root.cancelWanted()
    }
    AnsweredHead {
        id: answeredHead
        visible: root.run.state === RunViewModel.Complete
        x: 1
        y: 1
        width: parent.width - 2
        run: root.run
        compact: root.compact
        isLive: root.isLive
        onBundleWanted: root.bundleWanted()
    }
    FailedHead {
        id: failedHead
        visible: !root.isIdle && !runningHead.visible && !answeredHead.visible
        x: 1
        y: 1
        width: parent.width - 2
        run: root.run
        hasBundle: root.isLive && root.compact && root.run.wasSent
        onBundleWanted: root.bundleWanted()
    }
    ResultProblem {
        id: trouble
        objectName: "runProblem"
        visible: root.problem !== "" && !root.isIdle
        x: 1
        y: 1 + root.headHeight
        width: parent.width - 2
        height: visible ? implicitHeight : 0
        text: root.problem
    }
    ResultTabs {
        id: bar
        visible: !root.isIdle
        x: 1
        y: trouble.y + trouble.height
        width: parent.width - 2
        compact: root.compact
        run: root.run
        tabs: root.tabs
        view: root.view
        isFormatted: root.run.isFormatted
        onChosen: name => root.run.view = name
        onFormatWanted: root.run.isFormatted = !root.run.isFormatted
    }
    RouteLine {
        id: route
        objectName: "routeLine"
        visible: root.compact && !root.isIdle && root.view === "answer" && !root.isFailed && root.run.attempts.length > 0
        x: 1
        y: bar.y + bar.height
        width: parent.width - 2
        height: visible ? implicitHeight : 0
        attempts: root.run.attempts
    }
    ResultViews {
        visible: !root.isIdle
        x: 1
        y: route.y + route.height
        width: parent.width - 2 - (rail.visible ? rail.width : 0)
        height: parent.height - y - 1
        run: root.run
        view: root.view
        compact: root.compact
        isLive: root.isLive
        canContinue: root.canContinue
        obstacle: root.obstacle
        isFormatted: root.run.isFormatted
        onFormatWanted: root.run.isFormatted = !root.run.isFormatted
        onBundleWanted: root.bundleWanted()
        onSendWanted: root.sendWanted()
        onContinueWanted: root.continueWanted()
        onStepWanted: action => root.stepWanted(action)
        onViewWanted: name => root.run.view = name
    }
    ResultRail {
        id: rail
        objectName: "resultRail"
        visible: root.hasRail && !root.isIdle
        x: parent.width - width - 1
        y: bar.y + bar.height
        width: root.isFailed ? 300 : root.isIncomplete ? 308 : 316
        height: parent.height - y - 1
        run: root.run
        isLive: root.isLive
        onBundleWanted: root.bundleWanted()
        onTraceWanted: root.run.view = "trace"
    }
}
