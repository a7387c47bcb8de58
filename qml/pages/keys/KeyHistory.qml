// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What was changed of a key, and when.
DrawerSection {
    id: root

    required property var events //!< of EventLine, newest first
    property string problem

    title: qsTr("History")

    Column {
        y: -4
        width: root.innerWidth
        Repeater {
            model: root.events
            Item {
                id: event
                required property var modelData
                objectName: "keyEvent"
                width: root.innerWidth
                height: words.height + 4
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.time + ", " + modelData.text
                SafeText {
                    y: 2
                    width: 80
                    height: 18
                    text: event.modelData.time
                    font: Theme.fontSmall
                    color: Theme.fg3
                    Accessible.ignored: true
                }
                SafeText {
                    id: words
                    objectName: "eventText"
                    x: 84
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
        SafeText {
            visible: root.events.length === 0
            width: parent.width
            text: root.problem !== "" ? root.problem : qsTr("Nothing has happened to it yet")
            font: Theme.fontSmall
            color: Theme.fg3
            wrapMode: Text.Wrap
        }
    }
}
