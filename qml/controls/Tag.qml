// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A word or two on a tint, with an icon where the tone alone would say it.
Rectangle {
    id: root

    enum Tone {
        Neutral,
        Ok,
        Warn,
        Danger,
        Info,
        Accent
    }
    property int tone: Tag.Neutral
    property string text
    property string iconName
    property bool outlined: false //!< a border in place of the tint
    readonly property color ink: [Theme.fg2, Theme.ok, Theme.warn, Theme.danger, Theme.info, Theme.accent][tone]

    implicitWidth: Math.ceil(row.implicitWidth) + 12
    implicitHeight: 18
    radius: Theme.rSm
    color: outlined ? "transparent" : [Theme.bgPressed, Theme.okBg, Theme.warnBg, Theme.dangerBg, Theme.infoBg, Theme.accentSoft][tone]
    border.width: outlined ? 1 : 0
    border.color: Theme.line

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 4
        Icon {
            name: root.iconName
            visible: name !== ""
            size: 12
            colour: root.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        SafeText {
            text: root.text
            font: Theme.fontCaptionStrong
            color: root.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
