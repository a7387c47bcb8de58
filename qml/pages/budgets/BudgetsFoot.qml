// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What a budget does, and where its forecast comes from.
Item {
    id: root

    implicitHeight: Math.max(left.implicitHeight, right.implicitHeight) + 21

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    Icon {
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        name: "info"
        size: 14
    }
    SafeText {
        id: left
        objectName: "budgetsFoot"
        x: 36
        anchors.verticalCenter: parent.verticalCenter
        width: root.width * 0.52
        text: qsTr("A budget warns you. Only a cap on the key stops requests; set caps under Keys.")
        font: Theme.fontSmall
        color: Theme.fg2
        wrapMode: Text.Wrap
        lineHeight: 20
        lineHeightMode: Text.FixedHeight
    }
    SafeText {
        id: right
        objectName: "forecastFoot"
        x: left.x + left.width + 16
        anchors.verticalCenter: parent.verticalCenter
        width: root.width - x - 14
        text: qsTr("Forecast: averages of each weekday, learnt from 10 to 56 days")
        font: Theme.fontSmall
        color: Theme.fg3
        wrapMode: Text.Wrap
        lineHeight: 20
        lineHeightMode: Text.FixedHeight
    }
}
