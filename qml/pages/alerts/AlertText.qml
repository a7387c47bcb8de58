// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A small heading and a paragraph; gone where there is nothing to say.
Column {
    id: root

    required property string title
    required property string text

    visible: text !== ""
    spacing: 3
    SafeText {
        width: root.width
        height: 18
        text: root.title
        font: Theme.fontSmallStrong
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    SafeText {
        objectName: "paragraph"
        width: root.width
        text: root.text
        color: Theme.fg2
        wrapMode: Text.Wrap
        lineHeight: 20
        lineHeightMode: Text.FixedHeight
    }
}
