// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One key of Top keys.
Item {
    id: root

    required property int index
    required property var modelData //!< TopKeyRow
    property bool isLast: false

    signal pressed

    height: 36

    SafeText {
        objectName: "keyName"
        x: 14
        width: today.x - x - 8
        height: 35
        text: root.modelData.name
        font: Theme.fontSmallStrong
        HoverHandler {
            id: hover
        }
        TkToolTip {
            visible: hover.hovered
            //: %1 is a key, %2 its account
            text: qsTr("%1 of %2").arg(root.modelData.name).arg(root.modelData.account)
        }
    }
    SafeText {
        id: today
        x: parent.width - 196 - width
        height: 35
        text: root.modelData.today
        font: Theme.fontSmall
    }
    PressableFigure {
        objectName: "keyMonth"
        x: parent.width - 116 - width
        height: 35
        text: root.modelData.month
        font: Theme.fontSmallStrong
        tip: qsTr("Where this figure comes from")
        onPressed: root.pressed()
    }
    SpendBar {
        visible: root.modelData.hasCapShare
        x: parent.width - 100
        y: 15
        width: 46
        share: root.modelData.capShare
        //: %1 is a key, %2 a percentage
        label: qsTr("%1: %2 of its cap used").arg(root.modelData.name).arg(root.modelData.cap)
    }
    SafeText {
        x: parent.width - 14 - width
        height: 35
        text: root.modelData.cap
        font: Theme.fontCaption
        color: root.modelData.hasCapShare ? Theme.fg2 : Theme.fg3
    }
    Rectangle {
        visible: !root.isLast
        y: 35
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
