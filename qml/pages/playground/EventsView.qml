// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Every event of a stream with its time; gaps and errors are marked.
Item {
    id: root

    required property RunViewModel run

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
        ScrollBar.vertical: TkScrollBar {}
        highlightMoveDuration: 0
        delegate: EventLine {
            width: ListView.view.width
            isCurrent: ListView.isCurrentItem && list.activeFocus
        }
    }
}
