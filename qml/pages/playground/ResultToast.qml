// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A few words on what a key press has done; gone after 5 s, unless the pointer rests on it. Whoever shows it says it
//! aloud as well.
Rectangle {
    id: root

    property string text //!< empty: nothing is shown

    function show(sentence: string) {
        text = sentence;
        shown.restart();
    }

    visible: text !== ""
    width: words.implicitWidth + 44
    height: 36
    radius: Theme.r
    color: Theme.fg

    Icon {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        name: "info"
        size: 14
        colour: Theme.fgInverse
    }
    SafeText {
        id: words
        objectName: "toastText"
        x: 32
        height: parent.height
        text: root.text
        font: Theme.fontSmallStrong
        color: Theme.fgInverse
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
    }
    Timer {
        id: shown
        interval: 5000
        running: root.visible && !hover.hovered
        onTriggered: root.text = ""
    }
}
