// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui

//! One protection of a key: in place, missing (struck through), not offered (a dash) or not told (a question mark).
Rectangle {
    id: root

    required property var mark //!< HygieneCell
    readonly property bool isMissing: mark.state === "missing"
    readonly property bool isSet: mark.state === "set"
    readonly property color ink: isMissing ? Theme.danger : isSet ? Theme.ok : Theme.fg3

    implicitWidth: 18
    implicitHeight: 18
    radius: Theme.rSm
    color: isSet ? Theme.okBg : isMissing ? Theme.dangerBg : "transparent"
    Accessible.role: Accessible.Graphic
    Accessible.name: mark.label

    Icon {
        anchors.centerIn: parent
        visible: root.isSet || root.isMissing
        name: root.mark.icon
        size: 12
        colour: root.ink
    }
    Shape {
        anchors.fill: parent
        visible: root.isMissing
        ShapePath {
            strokeColor: root.ink
            strokeWidth: 1.4
            startX: 3
            startY: 15
            PathLine {
                x: 15
                y: 3
            }
        }
    }
    Rectangle {
        anchors.centerIn: parent
        visible: root.mark.state === "not_offered"
        width: 5
        height: 1
        color: root.ink
    }
    SafeText {
        anchors.centerIn: parent
        visible: root.mark.state === "unknown"
        text: "?"
        font: Theme.fontCaption
        color: root.ink
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
    }
    TkToolTip {
        visible: hover.hovered
        text: root.mark.label
    }
}
