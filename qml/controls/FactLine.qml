// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A grey name and what it is, over as many lines as it needs; gone where there is nothing to say.
Item {
    id: root

    required property string name
    required property string value
    property color ink: Theme.fg

    visible: value !== ""
    implicitHeight: words.implicitHeight + 6
    Accessible.role: Accessible.StaticText
    Accessible.name: name + ", " + value

    SafeText {
        y: 3
        width: 118
        height: 18
        text: root.name
        font: Theme.fontSmall
        color: Theme.fg3
        Accessible.ignored: true
    }
    SafeText {
        id: words
        objectName: "factValue"
        x: 122
        y: 3
        width: parent.width - x
        text: root.value
        font: Theme.fontSmall
        color: root.ink
        wrapMode: Text.Wrap
        lineHeight: 18
        lineHeightMode: Text.FixedHeight
        Accessible.ignored: true
    }
}
