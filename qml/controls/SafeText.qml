// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The text type of pages: plain text whatever a server sent, because automatic rich text fetches images and
//! opens files. One line that elides; set wrapMode for more.
Text {
    textFormat: Text.PlainText
    font: Theme.fontBody
    color: Theme.fg
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    verticalAlignment: Text.AlignVCenter
}
