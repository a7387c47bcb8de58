// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Shows how far the demo's history has come; the application sets text and share.
Window {
    id: root

    property string text: ""
    property real share: 0

    width: 440
    height: 132
    visible: true
    title: qsTr("Tollkeeper demo")
    color: Theme.bgWindow

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s8
        spacing: Theme.s5

        SafeText {
            width: parent.width
            text: qsTr("Living through 76 days of an invented company")
            font: Theme.fontHeading
        }
        Rectangle {
            width: parent.width
            height: 6
            color: Theme.bgPressed
            Accessible.role: Accessible.ProgressBar
            Accessible.name: root.text

            Rectangle {
                width: parent.width * root.share
                height: parent.height
                color: Theme.chart1
            }
        }
        SafeText {
            width: parent.width
            text: root.text
            font: Theme.fontSmall
            color: Theme.fg2
        }
    }
}
