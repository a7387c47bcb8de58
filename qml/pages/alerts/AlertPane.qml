// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One alert: what happened, the figures, the evidence, what to do, who looks after it, its history.
Rectangle {
    id: root

    required property AlertDetailsViewModel details
    property string problem //!< why the last change failed
    property bool canGoBack: false
    property alias snoozeButton: head.snoozeButton

    signal backWanted
    signal acknowledgeWanted
    signal snoozeWanted(Item anchor)
    signal ownerTyped(string text)
    signal noteTyped(string text)

    function takeFocus() {
        head.takeFocus();
    }

    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Alert")
    Keys.onEscapePressed: event => {
        event.accepted = canGoBack;
        if (canGoBack)
            backWanted();
    }

    EmptyNote {
        objectName: "noAlert"
        visible: !root.details.hasAlert
        anchors.centerIn: parent
        width: 320
        iconName: "bell"
        lead: qsTr("No alert selected")
        text: qsTr("Choose one to see what happened, why it matters and what to do.")
    }
    AlertHead {
        id: head
        visible: root.details.hasAlert
        x: 1
        y: 1
        width: parent.width - 2
        details: root.details
        canGoBack: root.canGoBack
        onBackWanted: root.backWanted()
        onAcknowledgeWanted: root.acknowledgeWanted()
        onSnoozeWanted: anchor => root.snoozeWanted(anchor)
    }
    Flickable {
        id: body
        objectName: "alertBody"
        visible: root.details.hasAlert
        x: 1
        y: head.y + head.height
        width: parent.width - 2
        height: foot.y - y
        contentHeight: column.height + 24
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        ScrollBar.vertical: TkScrollBar {}

        Column {
            id: column
            x: 18
            y: 12
            width: parent.width - 36
            spacing: 12
            Note {
                objectName: "alertProblem"
                visible: root.problem !== ""
                width: parent.width
                tone: Note.Danger
                text: root.problem
            }
            AlertText {
                objectName: "whatHappened"
                width: parent.width
                title: qsTr("What happened")
                text: root.details.whatHappened
            }
            AlertText {
                objectName: "whyItMatters"
                width: parent.width
                title: qsTr("Why it matters")
                text: root.details.whyItMatters
            }
            AlertPlot {
                objectName: "alertPlot"
                width: parent.width
                chart: root.details.chart
            }
            AlertSteps {
                width: parent.width
                steps: root.details.steps
                onFollowed: action => root.details.follow(action)
            }
            AlertOwner {
                width: parent.width
                owner: root.details.owner
                note: root.details.note
                alert: root.details.id
                onOwnerTyped: text => root.ownerTyped(text)
                onNoteTyped: text => root.noteTyped(text)
            }
            AlertHistory {
                width: parent.width
                events: root.details.events
                problem: root.details.problem
            }
        }
    }
    AlertFoot {
        id: foot
        visible: root.details.hasAlert
        x: 1
        y: parent.height - height - 1
        width: parent.width - 2
        notice: root.details.notice
        links: root.details.links
        onFollowed: action => root.details.follow(action)
    }
}
