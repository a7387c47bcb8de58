// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Every event of a stream with its time; gaps and errors are marked. A click, Enter or Space opens one, and closes it
//! again; Ctrl+C copies it.
Item {
    id: root

    required property RunViewModel run

    Connections {
        target: root.run.events
        function onReplaced() {
            list.openRow = -1;
        }
    }
    EmptyNote {
        visible: list.count === 0
        anchors.centerIn: parent
        width: Math.min(320, parent.width - 40)
        iconName: "rows"
        lead: root.run.isRunning ? qsTr("No events yet") : qsTr("No events")
        text: root.run.isRunning ? qsTr("Comes with the end of the answer.") : qsTr("The answer was not streamed, or nothing came.")
    }
    ListView {
        id: list
        objectName: "eventList"
        property int openRow: -1

        function toggle(row: int) {
            openRow = openRow === row ? -1 : row;
            currentIndex = row;
            forceActiveFocus(Qt.OtherFocusReason);
            positionViewAtIndex(row, ListView.Contain);
        }

        //! Whoever comes by keyboard stands on a row; rows that are replaced leave none.
        function takeFirst() {
            if (activeFocus && currentIndex < 0 && count > 0)
                currentIndex = 0;
        }

        function copyCurrent() {
            if (currentItem)
                Clipboard.copy((currentItem as EventLine).text);
        }

        anchors.fill: parent
        anchors.leftMargin: 10
        anchors.rightMargin: 10
        topMargin: 8
        bottomMargin: 8
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        reuseItems: true
        model: root.run.events
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Events")
        Accessible.description: qsTr("Enter opens one, Ctrl+C copies it")
        ScrollBar.vertical: TkScrollBar {}
        highlightMoveDuration: 0
        delegate: EventLine {
            required property int index
            objectName: "event" + index
            width: ListView.view.width
            canOpen: true
            isOpen: index >= 0 && index === list.openRow // rows in reserve have the index -1
            onOpenToggled: list.toggle(index)
            isCurrent: ListView.isCurrentItem && list.activeFocus
        }
        onActiveFocusChanged: takeFirst()
        onCountChanged: takeFirst()
        Keys.onReturnPressed: toggle(currentIndex)
        Keys.onEnterPressed: toggle(currentIndex)
        Keys.onSpacePressed: toggle(currentIndex)
        Keys.onPressed: event => {
            event.accepted = event.matches(StandardKey.Copy);
            if (event.accepted)
                copyCurrent();
        }
    }
}
