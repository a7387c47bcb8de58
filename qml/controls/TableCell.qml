// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The text of one column of a row.
SafeText {
    required property var place //!< of TableColumns
    property bool isRight: false

    visible: place.isShown
    x: place.textX
    width: place.textWidth
    height: Theme.row - 1
    horizontalAlignment: isRight ? Text.AlignRight : Text.AlignLeft
    font: Theme.fontSmall
    Accessible.ignored: true
}
