// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The name of a column.
SafeText {
    height: 28
    font: Theme.fontCaptionStrong
    color: Theme.fg2
}
