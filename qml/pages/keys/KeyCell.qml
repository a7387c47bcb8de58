// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One or two lines of text in a column of a 44 px row.
Item {
    id: root

    required property var place //!< of TableColumns
    property string text
    property string second
    property string tone //!< of the first line: "", "warn", "danger"
    property string secondTone
    property bool isRight: false
    property font textFont: Theme.fontSmall
    property color ink: inkOf(tone, Theme.fg)

    visible: place.isShown
    x: place.textX
    width: place.textWidth
    height: Theme.row2line

    function inkOf(tone: string, plain: color): color {
        return tone === "danger" ? Theme.danger : tone === "warn" ? Theme.warn : plain;
    }

    SafeText {
        y: root.second === "" ? 0 : 6
        width: parent.width
        height: root.second === "" ? parent.height - 1 : 16
        horizontalAlignment: root.isRight ? Text.AlignRight : Text.AlignLeft
        text: root.text
        font: root.textFont
        color: root.ink
        Accessible.ignored: true
    }
    SafeText {
        visible: root.second !== ""
        y: 22
        width: parent.width
        height: 15
        horizontalAlignment: root.isRight ? Text.AlignRight : Text.AlignLeft
        text: root.second
        font: root.secondTone === "" ? Theme.fontCaption : Theme.fontCaptionStrong
        color: root.inkOf(root.secondTone, Theme.fg3)
        Accessible.ignored: true
    }
}
