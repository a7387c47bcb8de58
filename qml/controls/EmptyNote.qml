// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What a panel says when there is nothing to show, and why.
Column {
    id: root

    required property string iconName
    required property string lead
    property string text

    spacing: 6
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: root.iconName
        size: 20
        colour: Theme.fg3
    }
    SafeText {
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        text: root.lead
        font: Theme.fontHeading
    }
    SafeText {
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        font: Theme.fontSmall
        color: Theme.fg2
        wrapMode: Text.Wrap
        visible: text !== ""
    }
}
