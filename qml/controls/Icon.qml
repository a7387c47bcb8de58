// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Tollkeeper.Ui

//! A line icon in one colour, sharp at any device pixel ratio. Decoration: what it means stands beside it or in
//! the name of the control that holds it.
Image {
    id: root

    required property string name
    property color colour: Theme.fg2
    property int size: Theme.icon

    width: size
    height: size
    sourceSize.width: Math.ceil(size * Screen.devicePixelRatio)
    sourceSize.height: Math.ceil(size * Screen.devicePixelRatio)
    source: name === "" ? "" : "image://tk/" + name + "/" + colour.toString().slice(1)
    Accessible.ignored: true
}
