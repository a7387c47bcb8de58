// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

Rectangle {
    width: 24
    height: 24
    radius: 6
    color: Theme.accent

    Icon {
        name: "brand"
        size: 24
        colour: Theme.accentText
    }
}
