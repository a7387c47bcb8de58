// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What is true of the whole run: invented data, keys that are kept for this session only.
Column {
    id: root

    property bool demo: false
    property bool sessionOnlyKeys: false

    Banner {
        objectName: "demoBanner"
        visible: root.demo
        width: parent.width
        iconName: "play"
        text: qsTr("Demo: invented company; keys live in memory only")
    }
    Banner {
        objectName: "sessionBanner"
        visible: root.sessionOnlyKeys && !root.demo
        width: parent.width
        iconName: "lock"
        isWarning: true
        text: qsTr("Keys are kept for this session only")
    }
}
