// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! How far the histories of accounts are read; gone when there is nothing left to read.
Item {
    id: root

    required property HistoryViewModel history

    visible: history.text !== ""
    implicitHeight: 34

    SafeText {
        objectName: "historyText"
        x: 18
        y: 4
        width: pause.x - x - 4
        height: 16
        text: root.history.text
        font: Theme.fontCaption
        color: Theme.fg3
    }
    TkButton {
        id: pause
        objectName: "pauseHistory"
        x: parent.width - width - 12
        y: 0
        kind: TkButton.Ghost
        small: true
        iconName: root.history.isPaused ? "play" : "stop"
        tip: root.history.isPaused ? qsTr("Go on reading the history") : qsTr("Pause reading the history")
        Accessible.name: tip
        onClicked: root.history.isPaused ? root.history.resume() : root.history.pause()
    }
    ProgressLine {
        x: 18
        y: 26
        width: parent.width - 36
        height: 3
        share: root.history.share
        label: root.history.text
    }
}
