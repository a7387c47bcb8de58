// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The last things that came before an answer broke off, and the way to all of them.
Rectangle {
    id: root

    required property RunViewModel run
    readonly property int shown: 4

    signal allWanted

    implicitHeight: 30 + list.height + 8
    radius: Theme.r
    color: Theme.bgSunken
    border.color: Theme.line

    SafeText {
        x: 16
        y: 8
        height: 20
        text: qsTr("Last events")
        font: Theme.fontSmallStrong
    }
    TkButton {
        objectName: "allEvents"
        x: parent.width - width - 12
        y: 6
        kind: TkButton.Link
        small: true
        horizontalPadding: 4
        //: %1 is a count of events
        text: qsTr("All %1").arg(root.run.eventCount.toLocaleString(Qt.locale(), "f", 0))
        Accessible.name: qsTr("All events")
        onClicked: root.allWanted()
    }
    ListView {
        id: list
        x: 8
        y: 30
        width: parent.width - 16
        height: Math.min(root.shown, count) * 23
        interactive: false
        clip: true
        model: root.run.events
        onCountChanged: positionViewAtEnd()
        onHeightChanged: positionViewAtEnd()
        Component.onCompleted: positionViewAtEnd()
        delegate: EventLine {
            width: ListView.view.width
            timeWidth: 58
        }
    }
}
