// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What the desktop and the person want of colours and motion, for the whole window.
Item {
    id: root

    required property bool dark
    required property bool reducedMotion

    Binding {
        target: Theme
        property: "dark"
        value: root.dark
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.reducedMotion
    }
}
