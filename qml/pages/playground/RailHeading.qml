// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The name of a part of a result, and a figure at its right.
Item {
    id: root

    required property string title
    property string aside

    implicitHeight: 18
    Accessible.role: Accessible.Heading
    Accessible.name: title

    SafeText {
        height: parent.height
        width: parent.width - figure.width - 8
        text: root.title
        font: Theme.fontSmallStrong
        Accessible.ignored: true
    }
    SafeText {
        id: figure
        x: parent.width - width
        height: parent.height
        text: root.aside
        font: Theme.fontSmallStrong
    }
}
