// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The view of a result that is chosen.
Item {
    id: root

    required property RunViewModel run
    required property string view
    property bool compact: false
    property bool isLive: true
    property bool canContinue: false
    property string obstacle
    property bool isFormatted: false
    readonly property bool isFailed: run.state === RunViewModel.Failed

    signal bundleWanted
    signal sendWanted
    signal continueWanted
    signal stepWanted(string action)
    signal viewWanted(string name)
    signal formatWanted

    ResponseView {
        objectName: "responseView"
        anchors.fill: parent
        visible: root.view === "answer" && !root.isFailed
        run: root.run
        compact: root.compact
        isLive: root.isLive
        canContinue: root.canContinue
        obstacle: root.obstacle
        onSendWanted: root.sendWanted()
        onContinueWanted: root.continueWanted()
        isFormatted: root.isFormatted
        onEventsWanted: root.viewWanted("events")
        onFormatWanted: root.formatWanted()
    }
    DiagnosisView {
        anchors.fill: parent
        visible: root.view === "answer" && root.isFailed
        objectName: "diagnosisView"
        run: root.run
        hasEvidence: root.compact
        isLive: root.isLive
        obstacle: root.obstacle
        onStepWanted: action => root.stepWanted(action)
    }
    TraceView {
        anchors.fill: parent
        visible: root.view === "trace"
        objectName: "traceView"
        run: root.run
        hasProblem: root.compact
    }
    CostAndIds {
        anchors.fill: parent
        visible: root.view === "costs"
        objectName: "costAndIds"
        run: root.run
        isLive: root.isLive
        onBundleWanted: root.bundleWanted()
    }
    HeadersView {
        anchors.fill: parent
        visible: root.view === "headers"
        objectName: "headersView"
        run: root.run
    }
    RawView {
        anchors.fill: parent
        visible: root.view === "raw"
        objectName: "rawView"
        lines: visible ? root.run.raw : null
        isRunning: root.run.isRunning
    }
    EventsView {
        anchors.fill: parent
        visible: root.view === "events"
        objectName: "eventsView"
        run: root.run
    }
}
