// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The inbox: alerts by day, and the selected one beside them. In a small window the alert is a second page.
Item {
    id: root

    required property InboxViewModel inbox
    property bool compact: false
    property bool detailsOpen: false //!< in a small window: the alert is shown, not the list

    readonly property int side: compact ? 14 : 20
    readonly property int pad: compact ? 12 : 16
    readonly property bool showsDetails: !compact || detailsOpen
    readonly property bool showsList: !compact || !detailsOpen

    signal channelsWanted

    function takeFocus() {
        list.takeFocus();
    }
    //! Shows one alert, wherever it is.
    function showAlert(id: string) {
        inbox.selectAlert(id);
        detailsOpen = true;
        if (compact)
            pane.takeFocus();
    }
    function openDetails() {
        detailsOpen = true;
        pane.takeFocus();
    }
    function closeDetails() {
        detailsOpen = false;
        list.takeFocus();
    }
    function openSnooze(anchor: Item, atTop: bool) {
        if (!inbox.details.canSnooze)
            return;
        snooze.parent = anchor;
        snooze.y = atTop ? 44 : anchor.height + 4;
        snooze.open();
    }

    InboxList {
        id: list
        objectName: "inboxList"
        visible: root.showsList
        x: root.side
        y: root.pad
        width: root.compact ? root.width - 2 * root.side : 470
        height: root.height - 2 * root.pad
        inbox: root.inbox
        onDetailsWanted: root.openDetails()
        onSnoozeWanted: root.showsDetails ? root.openSnooze(pane.snoozeButton, false) : root.openSnooze(list, true)
        onChannelsWanted: root.channelsWanted()
    }
    AlertPane {
        id: pane
        objectName: "alertPane"
        visible: root.showsDetails
        x: root.compact ? root.side : list.x + list.width + 14
        y: root.pad
        width: root.width - x - root.side
        height: root.height - 2 * root.pad
        details: root.inbox.details
        problem: root.inbox.actionProblem
        canGoBack: root.compact
        onBackWanted: root.closeDetails()
        onAcknowledgeWanted: root.inbox.acknowledge()
        onSnoozeWanted: anchor => root.openSnooze(anchor, false)
        onOwnerTyped: text => root.inbox.assign(text)
        onNoteTyped: text => root.inbox.setNote(text)
    }
    KeyMenu {
        id: snooze
        objectName: "snoozeMenu"
        width: 212
        name: qsTr("Snooze")
        actions: [
            { name: "0", text: qsTr("For 1 hour"), icon: "snooze", enabled: true },
            { name: "1", text: qsTr("For 8 hours"), icon: "snooze", enabled: true },
            { name: "2", text: qsTr("Until tomorrow, 08:00"), icon: "snooze", enabled: true },
            { name: "3", text: qsTr("For 1 day"), icon: "snooze", enabled: true },
            { name: "4", text: qsTr("For 1 week"), icon: "snooze", enabled: true },
            { name: "5", text: qsTr("Until it changes"), icon: "snooze", enabled: true }
        ]
        onChosen: name => root.inbox.snooze(parseInt(name))
    }
    //! Changes its name when something was done; screen readers read it out.
    Item {
        Accessible.role: Accessible.StaticText
        Accessible.name: root.inbox.outcome
    }
}
