// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A line over a result that says what of it could not be kept.
Rectangle {
    id: root

    required property string text

    implicitHeight: words.implicitHeight + 12
    color: Theme.warnBg

    Icon {
        x: 18
        y: 7
        name: "warn"
        size: 13
        colour: Theme.warn
    }
    SafeText {
        id: words
        x: 38
        y: 6
        width: parent.width - x - 18
        text: root.text
        font: Theme.fontSmall
        wrapMode: Text.Wrap
    }
}
