// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What became of an alert and whom it was told, newest first.
Column {
    id: root

    required property var events //!< of AlertEventLine
    property string problem

    visible: events.length > 0 || problem !== ""
    spacing: 2
    SafeText {
        width: root.width
        height: 18
        text: qsTr("History")
        font: Theme.fontSmallStrong
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    SafeText {
        objectName: "historyProblem"
        visible: text !== ""
        width: root.width
        text: root.problem
        font: Theme.fontSmall
        color: Theme.danger
        wrapMode: Text.Wrap
    }
    Repeater {
        model: root.events
        Item {
            id: event
            required property var modelData
            objectName: "alertEvent"
            width: root.width
            height: words.height + 4
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.when + ", " + modelData.text
            SafeText {
                y: 2
                width: 130
                height: 18
                text: event.modelData.when
                font: Theme.fontSmall
                color: Theme.fg3
                Accessible.ignored: true
            }
            SafeText {
                id: words
                objectName: "alertEventText"
                x: 134
                y: 2
                width: parent.width - x
                text: event.modelData.text
                font: Theme.fontSmall
                wrapMode: Text.Wrap
                lineHeight: 18
                lineHeightMode: Text.FixedHeight
                Accessible.ignored: true
            }
        }
    }
}
