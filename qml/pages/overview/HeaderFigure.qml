// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A caption, a figure and a note, as in the header.
Column {
    id: root

    required property string caption
    required property string figure
    property string note
    property int least: 118

    width: Math.max(least, captionText.implicitWidth, figureText.implicitWidth, noteText.implicitWidth)

    SafeText {
        id: captionText
        height: 16
        text: root.caption
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        id: figureText
        objectName: "figure"
        height: 26
        text: root.figure
        font: Theme.fontFigure
    }
    SafeText {
        id: noteText
        height: 16
        text: root.note
        font: Theme.fontCaption
        color: Theme.fg3
    }
}
