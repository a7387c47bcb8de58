// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The views of the inbox and the alerts of one of them, by day. A acknowledges, S puts off, O opens what is
//! behind it; Enter goes to the details.
Rectangle {
    id: root

    required property InboxViewModel inbox
    readonly property bool isReady: inbox.state === InboxViewModel.Ready

    signal detailsWanted
    signal snoozeWanted
    signal channelsWanted

    function takeFocus() {
        rows.forceActiveFocus(Qt.TabFocusReason);
    }

    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Alerts")

    TkSegment {
        objectName: "inboxViews"
        x: 14
        y: 10
        name: qsTr("Which alerts")
        options: [root.inbox.viewNames[0], root.inbox.viewNames[1], root.inbox.viewNames[2], root.inbox.viewNames[3]]
        current: root.inbox.view
        onChosen: index => root.inbox.view = index
    }
    Row {
        x: parent.width - width - 14
        y: 11
        spacing: 4
        TkButton {
            objectName: "acknowledgeAll"
            visible: root.inbox.canAcknowledgeAll
            small: true
            kind: TkButton.Ghost
            iconName: "check"
            text: qsTr("Acknowledge all")
            tip: qsTr("Take note of every open alert in this list; they stay under Done")
            onClicked: root.inbox.acknowledgeAll()
        }
        TkButton {
            objectName: "openChannels"
            small: true
            kind: TkButton.Ghost
            iconName: "send"
            tip: qsTr("Channels: who is told")
            Accessible.name: qsTr("Channels")
            onClicked: root.channelsWanted()
        }
    }
    Rectangle {
        x: 1
        y: 45
        width: parent.width - 2
        height: 1
        color: Theme.line
    }
    ListView {
        id: rows
        objectName: "inboxRows"
        visible: root.isReady
        x: 1
        y: 46
        width: parent.width - 2
        height: parent.height - y - 1
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        activeFocusOnTab: true
        keyNavigationEnabled: false
        highlightMoveDuration: 0
        model: root.inbox.rows
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Alerts")
        ScrollBar.vertical: TkScrollBar {}
        delegate: InboxLine {
            required property int index
            width: ListView.view.width
            isCurrent: index === root.inbox.current
            hasFocus: isCurrent && rows.activeFocus
            onClicked: {
                rows.forceActiveFocus(Qt.MouseFocusReason); // a field that is left belongs to the one before
                root.inbox.current = index;
            }
            onActivated: root.detailsWanted()
        }

        function moveTo(row: int) {
            if (count > 0)
                root.inbox.current = Math.max(0, Math.min(count - 1, row));
        }

        Connections {
            target: root.inbox
            function onCurrentChanged() {
                if (root.inbox.current >= 0)
                    rows.positionViewAtIndex(root.inbox.current, ListView.Contain);
            }
        }
        Keys.onUpPressed: moveTo(root.inbox.current - 1)
        Keys.onDownPressed: moveTo(root.inbox.current + 1)
        Keys.onReturnPressed: root.detailsWanted()
        Keys.onEnterPressed: root.detailsWanted()
        Keys.onPressed: event => {
            const letters = { [Qt.Key_A]: () => root.inbox.acknowledge(), [Qt.Key_S]: () => root.snoozeWanted(),
                [Qt.Key_O]: () => root.inbox.details.followEvidence() };
            const moves = { [Qt.Key_Home]: 0, [Qt.Key_End]: count - 1, [Qt.Key_PageUp]: root.inbox.current - 8,
                [Qt.Key_PageDown]: root.inbox.current + 8 };
            if (event.key in letters && event.modifiers === Qt.NoModifier)
                letters[event.key]();
            else if (event.key in moves)
                moveTo(moves[event.key]);
            else
                return;
            event.accepted = true;
        }
    }
    SkeletonLines {
        visible: root.inbox.state === InboxViewModel.Loading
        x: 36
        y: 64
        width: parent.width - 72
        text: qsTr("Reading alerts")
    }
    EmptyNote {
        objectName: "inboxEmpty"
        visible: root.inbox.state === InboxViewModel.Empty
        anchors.centerIn: parent
        width: parent.width - 60
        iconName: "bell"
        lead: [qsTr("Nothing is open"), qsTr("Nothing is snoozed"), qsTr("Nothing is done yet"), qsTr("No alerts yet")][root.inbox.view]
        text: [qsTr("What budgets and rules find comes here."), qsTr("What you put off waits here until its time."), qsTr("What was acknowledged or is over stays here."), qsTr("What budgets and rules find comes here, and stays as the record.")][root.inbox.view]
    }
    ProblemCard {
        objectName: "inboxFailed"
        visible: root.inbox.state === InboxViewModel.Failed
        x: 14
        y: 60
        width: parent.width - 28
        title: root.inbox.problemTitle
        text: root.inbox.problem
        onAgainWanted: root.inbox.reload()
    }
    Rectangle {
        x: Theme.rLg
        width: parent.width - 2 * Theme.rLg
        height: 2
        color: Theme.accent
        visible: root.inbox.isUpdating && root.inbox.state !== InboxViewModel.Loading
    }
}
