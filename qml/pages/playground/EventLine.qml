// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One event of a stream: when it came, its kind, and what it says. Opened, all of that, to be selected and copied.
Item {
    id: root

    required property string time
    required property string kind
    required property string text
    required property string tone //!< "", "warn" or "danger"
    property int timeWidth: 70
    property bool isCurrent: false
    property bool canOpen: false
    property bool isOpen: false
    readonly property color ink: tone === "danger" ? Theme.danger : tone === "warn" ? Theme.warn : Theme.fg

    signal openToggled

    implicitHeight: isOpen ? 23 + whole.height + 6 : 23
    Accessible.role: Accessible.ListItem
    Accessible.name: time + ", " + kind + ", " + text
    Accessible.onPressAction: if (root.canOpen)
        root.openToggled()

    Rectangle {
        y: 1
        width: parent.width
        height: 21
        radius: Theme.rSm
        visible: root.tone !== "" || root.isCurrent
        color: root.tone === "danger" ? Theme.dangerBg : root.tone === "warn" ? Theme.warnBg : Theme.bgHover
        border.width: root.isCurrent ? 1 : 0
        border.color: Theme.focus
    }
    SafeText {
        x: 8
        width: root.timeWidth
        height: 23
        text: root.time
        font: Theme.fontMonoSmall
        color: root.tone === "" ? Theme.fg3 : root.ink
        Accessible.ignored: true
    }
    SafeText {
        x: root.timeWidth + 18
        width: 64
        height: 23
        text: root.kind
        font: Theme.fontMonoSmall
        color: root.tone === "" ? Theme.fg2 : root.ink
        Accessible.ignored: true
    }
    SafeText {
        objectName: "eventText"
        x: root.timeWidth + 92
        width: parent.width - x - 8
        height: 23
        text: root.text
        maximumLineCount: 1
        font: Theme.fontMonoSmall
        color: root.ink
        Accessible.ignored: true
    }
    MouseArea {
        objectName: "eventRow"
        enabled: root.canOpen
        width: parent.width
        height: 23
        onClicked: root.openToggled()
    }
    Loader {
        id: whole
        // A component of this file would be of the row's context, which a list that reuses rows does not keep.
        source: root.isOpen ? "EventText.qml" : ""
        x: root.timeWidth + 92
        y: 23
        width: parent.width - x - 8
        onLoaded: (item as EventText).text = Qt.binding(() => root.text)
    }
}
