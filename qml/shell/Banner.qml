// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A bar across the page for what is true as long as the window is open.
Rectangle {
    id: root

    required property string text
    required property string iconName
    property bool isWarning: false

    implicitHeight: 34
    color: isWarning ? Theme.warnBg : Theme.infoBg
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        x: 20
        y: 9
        name: root.iconName
        colour: root.isWarning ? Theme.warn : Theme.info
    }
    SafeText {
        objectName: "bannerText"
        x: 46
        width: parent.width - x - 20
        height: parent.height - 1
        text: root.text
        font: Theme.fontSmallStrong
        Accessible.ignored: true
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: root.isWarning ? Theme.warnLine : Theme.infoLine
    }
}
