// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! While a request is under way: what it is doing, how long it has taken, and Cancel.
Item {
    id: root

    required property RunViewModel run

    signal cancelWanted

    implicitHeight: 84

    Tag {
        id: tag
        objectName: "runningTag"
        x: 18
        y: 15
        tone: root.run.state === RunViewModel.Waiting ? Tag.Warn : Tag.Accent
        iconName: root.run.state === RunViewModel.Waiting ? "clock" : ""
        text: root.run.state === RunViewModel.Streaming ? qsTr("streaming") : root.run.state === RunViewModel.Waiting ? qsTr("waiting") : qsTr("sending")
    }
    SafeText {
        objectName: "runTitle"
        x: tag.x + tag.width + 8
        y: 12
        width: elapsed.x - x - 8
        height: 24
        text: root.run.status
        font: Theme.fontHeading
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    SafeText {
        id: elapsed
        objectName: "elapsed"
        x: cancel.x - width - 10
        y: 12
        height: 24
        text: root.run.elapsed
        font: Theme.fontSmall
        color: Theme.fg3
    }
    TkButton {
        id: cancel
        objectName: "cancelFromHead"
        x: parent.width - width - 18
        y: 12
        small: true
        iconName: "stop"
        text: qsTr("Cancel")
        tip: qsTr("Esc")
        onClicked: root.cancelWanted()
    }
    SafeText {
        x: 18
        y: 44
        height: 20
        text: qsTr("Requested")
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        objectName: "runningModel"
        x: 82
        y: 44
        width: parent.width - x - 18
        height: 20
        text: root.run.requestedModel
        font: Theme.fontMono
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
