// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One rule: what it watches, whom it tells, when it last spoke.
Rectangle {
    id: root

    required property var cells //!< RuleCells
    required property TableColumns layout
    readonly property var places: layout.places

    signal editWanted
    signal toggled

    implicitHeight: Math.max(48, sentence.implicitHeight + 9)
    color: hover.hovered ? Theme.bgHover : Theme.bgSurface
    Accessible.role: Accessible.Row
    Accessible.name: cells.spoken
    Accessible.onPressAction: root.editWanted()

    Icon {
        x: root.places[0].textX
        anchors.verticalCenter: parent.verticalCenter
        name: root.cells.icon
    }
    SafeText {
        objectName: "ruleName"
        x: root.places[0].textX + 28
        width: root.places[0].textWidth - 28
        height: parent.height
        text: root.cells.name
        font: Theme.fontBodyStrong
        color: root.cells.isOn ? Theme.fg : Theme.fg3
        Accessible.ignored: true
    }
    RuleSentence {
        id: sentence
        objectName: "ruleSentence"
        x: root.places[1].textX
        width: root.places[1].textWidth
        anchors.verticalCenter: parent.verticalCenter
        pieces: root.cells.pieces
        onValuePressed: root.editWanted()
    }
    Tag {
        x: root.places[2].textX
        anchors.verticalCenter: parent.verticalCenter
        text: root.cells.severity
        tone: root.cells.tone === "danger" ? Tag.Danger : root.cells.tone === "warn" ? Tag.Warn : Tag.Info
    }
    SafeText {
        visible: root.places[3].isShown
        x: root.places[3].textX
        width: root.places[3].textWidth
        height: parent.height
        text: root.cells.tellBy
        font: Theme.fontSmall
        color: Theme.fg2
        Accessible.ignored: true
    }
    SafeText {
        objectName: "ruleLast"
        visible: root.places[4].isShown
        x: root.places[4].textX
        width: root.places[4].textWidth
        height: parent.height
        text: root.cells.lastRaised
        font: Theme.fontSmall
        color: Theme.fg2
        Accessible.ignored: true
    }
    TkSwitch {
        objectName: "ruleSwitch"
        x: root.places[5].textX + root.places[5].textWidth - width
        anchors.verticalCenter: parent.verticalCenter
        isOn: root.cells.isOn
        Accessible.name: root.cells.name
        onClicked: root.toggled()
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onDoubleTapped: root.editWanted()
    }
}
