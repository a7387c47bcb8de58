// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Kept requests, newest first. Up and Down move, Enter shows what came of one, Ctrl Enter opens it in a new tab, Space
//! ticks, Delete asks whether to delete. All of it is one stop of the keyboard.
Item {
    id: root

    required property RunHistoryViewModel history
    required property list<string> picked

    signal pickToggled(string id)
    signal detailsWanted(string id)
    signal runWanted(string id)
    signal removeWanted(var row) //!< RunRow

    //! On the row where the person has been.
    function takeFocus() {
        list.forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    SafeText {
        id: problem
        objectName: "historyProblem"
        visible: text !== ""
        x: 20
        y: 12
        width: parent.width - 40
        text: root.history.problem
        font: Theme.fontSmall
        color: Theme.danger
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    SkeletonLines {
        visible: root.history.isLoading && list.count === 0
        x: 20
        y: list.y + 19
        width: parent.width - 40
    }
    EmptyNote {
        visible: list.count === 0 && !root.history.isLoading && root.history.problem === ""
        anchors.centerIn: parent
        width: 320
        iconName: "clock"
        lead: root.history.search === "" ? qsTr("Nothing was sent yet") : qsTr("Nothing fits this search")
        text: root.history.search === "" ? qsTr("Each request from the Playground stands here, with its code, tokens and cost.") : ""
    }
    ListView {
        id: list
        objectName: "runs"
        readonly property RunLine chosen: currentItem as RunLine //!< null: there is none
        y: problem.visible ? problem.y + problem.height + 10 : 1
        width: parent.width
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        reuseItems: true
        model: root.history.runs
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Requests that were sent")
        Accessible.description: qsTr("Enter shows what came of one, Ctrl+Enter opens it in a new tab, Space ticks it, Delete deletes it")
        ScrollBar.vertical: TkScrollBar {}
        delegate: RunLine {
            required property int index
            objectName: "run" + index
            width: ListView.view.width
            isPicked: root.picked.includes(row.id)
            isCurrent: ListView.isCurrentItem && list.activeFocus
            onPickToggled: root.pickToggled(row.id)
            onDetailsWanted: {
                list.currentIndex = index;
                root.detailsWanted(row.id);
            }
            onOpenWanted: root.runWanted(row.id)
            onRemoveWanted: {
                list.currentIndex = index;
                root.removeWanted(row);
            }
        }
        Keys.onPressed: event => {
            event.accepted = chosen !== null;
            if (!event.accepted)
                return;
            const isEnter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
            if (isEnter && event.modifiers & Qt.ControlModifier)
                root.runWanted(chosen.row.id);
            else if (isEnter)
                root.detailsWanted(chosen.row.id);
            else if (event.key === Qt.Key_Space)
                root.pickToggled(chosen.row.id);
            else if (event.key === Qt.Key_Delete)
                root.removeWanted(chosen.row);
            else
                event.accepted = false;
        }
    }
}
