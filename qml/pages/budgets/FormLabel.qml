// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The name over a field of a form.
SafeText {
    height: 21
    verticalAlignment: Text.AlignTop
    font: Theme.fontSmallStrong
    color: Theme.fg2
}
