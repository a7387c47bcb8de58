// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A bold lead, a sentence, and an icon, in the tone of what happened.
Rectangle {
    id: root

    enum Tone {
        Neutral,
        Ok,
        Warn,
        Danger,
        Info
    }
    property int tone: Note.Neutral
    property string lead
    property string text
    property string iconName: ["info", "okc", "warn", "error", "info"][tone]

    implicitHeight: words.implicitHeight + 18
    radius: Theme.r
    color: [Theme.bgSunken, Theme.okBg, Theme.warnBg, Theme.dangerBg, Theme.infoBg][tone]
    border.color: [Theme.line, Theme.okLine, Theme.warnLine, Theme.dangerLine, Theme.infoLine][tone]

    Icon {
        x: 12
        y: 10
        name: root.iconName
        colour: [Theme.fg2, Theme.ok, Theme.warn, Theme.danger, Theme.info][root.tone]
    }
    Column {
        id: words
        x: 37
        y: 9
        width: root.width - x - 12
        SafeText {
            width: parent.width
            visible: text !== ""
            text: root.lead
            font: Theme.fontSmallStrong
            wrapMode: Text.Wrap
            lineHeight: 18
            lineHeightMode: Text.FixedHeight
        }
        SafeText {
            objectName: "noteText"
            width: parent.width
            visible: text !== ""
            text: root.text
            font: Theme.fontSmall
            color: root.tone === Note.Neutral ? Theme.fg2 : Theme.fg
            wrapMode: Text.Wrap
            lineHeight: 18
            lineHeightMode: Text.FixedHeight
        }
    }
}
