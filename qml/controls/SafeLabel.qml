// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A label that names a control: plain text, as SafeText.
Label {
    textFormat: Text.PlainText
    font: Theme.fontSmallStrong
    color: Theme.fg2
    elide: Text.ElideRight
    height: 16
    verticalAlignment: Text.AlignVCenter
}
