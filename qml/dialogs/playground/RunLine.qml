// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One kept request. Its buttons are for the pointer and for screen readers: the list has the keyboard.
Item {
    id: root

    required property var row //!< RunRow
    property bool isPicked: false
    property bool isCurrent: false

    signal pickToggled
    signal detailsWanted
    signal openWanted
    signal removeWanted

    implicitHeight: 50
    Accessible.role: Accessible.ListItem
    Accessible.name: [row.time, row.code, row.verdict, row.model, row.key, row.cost, row.prompt].filter(part => part !== "").join(", ")
    Accessible.onPressAction: root.detailsWanted()

    Rectangle {
        anchors.fill: parent
        color: root.isPicked ? Theme.bgSelected : hover.hovered || root.isCurrent ? Theme.bgHover : "transparent"
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
        onDoubleTapped: root.detailsWanted()
    }
    TkCheck {
        id: tick
        objectName: "pickRun"
        x: 20
        anchors.verticalCenter: parent.verticalCenter
        width: 24
        focusPolicy: Qt.NoFocus
        checked: root.isPicked
        //: %1 is a time
        Accessible.name: qsTr("Pick the request of %1 to compare").arg(root.row.time)
        onToggled: {
            root.pickToggled();
            checked = Qt.binding(() => root.isPicked);
        }
    }
    Tag {
        x: 52
        y: 8
        width: 36
        text: root.row.code
        tone: root.row.tone === "ok" ? Tag.Ok : root.row.tone === "warn" ? Tag.Warn : root.row.tone === "off" ? Tag.Neutral : Tag.Danger
    }
    SafeText {
        id: model
        objectName: "runModel"
        x: 96
        y: 6
        width: Math.min(implicitWidth, cost.x - x - 100)
        height: 20
        text: root.row.served === "" ? root.row.model : root.row.model + " → " + root.row.served
        font: Theme.fontSmallStrong
        Accessible.ignored: true
    }
    SafeText {
        x: model.x + model.width + 8
        y: 6
        width: cost.x - x - 8
        height: 20
        text: root.row.verdict
        font: Theme.fontSmall
        color: root.row.tone === "ok" || root.row.tone === "off" ? Theme.fg3 : root.row.tone === "warn" ? Theme.warn : Theme.danger
        Accessible.ignored: true
    }
    SafeText {
        x: 96
        y: 26
        width: cost.x - 40 - x - 12
        height: 17
        text: [root.row.time, root.row.key, root.row.prompt].filter(part => part !== "").join("  ·  ")
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    SafeText {
        id: cost
        x: actions.x - width - 12
        y: 6
        width: Math.max(96, implicitWidth)
        height: 20
        horizontalAlignment: Text.AlignRight
        text: root.row.cost
        font: Theme.fontSmall
        Accessible.ignored: true
    }
    SafeText {
        x: cost.x - 40
        y: 26
        width: cost.width + 40
        height: 17
        horizontalAlignment: Text.AlignRight
        text: [root.row.tokens, root.row.total].filter(part => part !== "").join(", ")
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    Row {
        id: actions
        x: parent.width - width - 14
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2
        TkButton {
            objectName: "showRun"
            kind: TkButton.Ghost
            small: true
            focusPolicy: Qt.NoFocus
            iconName: "eye"
            tip: qsTr("Show what came of it (Enter)")
            Accessible.name: qsTr("Show what came of it")
            onClicked: root.detailsWanted()
        }
        TkButton {
            objectName: "openRun"
            kind: TkButton.Ghost
            small: true
            focusPolicy: Qt.NoFocus
            iconName: "link"
            tip: qsTr("Open in a new tab (Ctrl+Enter)")
            Accessible.name: qsTr("Open in a new tab")
            onClicked: root.openWanted()
        }
        TkButton {
            objectName: "removeRun"
            kind: TkButton.Ghost
            small: true
            focusPolicy: Qt.NoFocus
            iconName: "trash"
            tip: qsTr("Delete from the history (Delete)")
            Accessible.name: qsTr("Delete from the history")
            onClicked: root.removeWanted()
        }
    }
}
