// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A caption and a figure of the strip, with a grey second figure. With `action` it can be pressed.
FocusScope {
    id: root

    required property string caption
    required property string figure
    property string note
    property bool isFirst: false
    property int gap: 18
    property string action //!< what pressing does; empty: nothing

    signal pressed

    implicitWidth: Math.max(name.implicitWidth, value.implicitWidth + (second.visible ? second.implicitWidth + 6 : 0)) + gap + (isFirst ? 14 : gap)
    implicitHeight: 57
    activeFocusOnTab: action !== ""
    Accessible.role: action === "" ? Accessible.StaticText : Accessible.Button
    Accessible.name: caption + ", " + figure + (note === "" ? "" : ", " + note)
    Accessible.description: action
    Accessible.onPressAction: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onEnterPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Rectangle {
        visible: !root.isFirst
        y: 10
        width: 1
        height: 38
        color: Theme.lineSubtle
    }
    SafeText {
        id: name
        x: root.isFirst ? 14 : root.gap
        y: 10
        height: 16
        text: root.caption
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    SafeText {
        id: value
        objectName: "stripValue"
        x: name.x
        y: 26
        height: 22
        text: root.figure
        color: hover.hovered && root.action !== "" ? Theme.accent : Theme.fg
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 16,
            weight: 600
        })
        Accessible.ignored: true
    }
    SafeText {
        id: second
        objectName: "stripNote"
        visible: text !== ""
        x: value.x + value.width + 6
        y: 29
        height: 18
        text: root.note
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    FocusRing {
        anchors.margins: 4
        inner: 0
        shown: root.activeFocus
    }
    HoverHandler {
        id: hover
        cursorShape: root.action === "" ? Qt.ArrowCursor : Qt.PointingHandCursor
    }
    TapHandler {
        enabled: root.action !== ""
        onTapped: root.pressed()
    }
    TkToolTip {
        visible: hover.hovered && root.action !== ""
        text: root.action
    }
}
