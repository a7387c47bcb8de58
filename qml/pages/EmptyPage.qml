// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui

//! No accounts yet: what there will be to see, and the way to the first account.
Item {
    id: root

    signal addWanted

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -14
        width: Math.min(640, root.width - 40)
        spacing: 0

        Item {
            width: 560
            height: 196
            anchors.horizontalCenter: parent.horizontalCenter
            Repeater {
                model: [20, 64, 108, 152]
                Rectangle {
                    required property int modelData
                    y: modelData
                    width: 560
                    height: 1
                    color: Theme.chartGrid
                }
            }
            SafeText {
                y: 16
                height: 16
                text: qsTr("your budget")
                font: Theme.fontCaption
                color: Theme.fg3
            }
            Shape {
                ShapePath {
                    strokeColor: Theme.chart8
                    strokeWidth: 1.25
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [4, 3.2]
                    fillColor: "transparent"
                    startX: 0
                    startY: 36
                    PathLine {
                        x: 560
                        y: 36
                    }
                }
                ShapePath {
                    strokeColor: Theme.chart8
                    strokeWidth: 2
                    fillColor: "transparent"
                    startX: 0
                    startY: 152
                    PathPolyline {
                        path: [Qt.point(0, 152), Qt.point(60, 130), Qt.point(120, 116), Qt.point(180, 90),
                            Qt.point(240, 78), Qt.point(300, 56)]
                    }
                }
            }
            Rectangle {
                x: 296
                y: 52
                width: 9
                height: 9
                radius: 4.5
                color: Theme.bgWindow
                border.color: Theme.chart8
                border.width: 2
            }
            SafeText {
                x: 312
                y: 50
                height: 16
                text: qsTr("what was spent so far")
                font: Theme.fontCaption
                color: Theme.fg3
            }
        }
        SafeText {
            width: parent.width
            height: 30
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("See what your gateways cost, before the invoice does")
            font: Theme.fontFigure
        }
        SafeText {
            width: parent.width
            height: 30
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Add an account to see spend by key and model, and to be told before a budget runs out.")
            color: Theme.fg2
        }
        Item {
            width: 1
            height: 14
        }
        TkButton {
            objectName: "addFirstAccount"
            anchors.horizontalCenter: parent.horizontalCenter
            implicitHeight: 34
            kind: TkButton.Primary
            iconName: "plus"
            text: qsTr("Add an account")
            tip: qsTr("Ctrl+N")
            onClicked: root.addWanted()
        }
        Item {
            width: 1
            height: 40
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Item {
            width: 1
            height: 24
        }
        Row {
            id: points
            width: parent.width
            spacing: 28
            Repeater {
                model: [
                    { icon: "lock", lead: qsTr("Keys stay here"),
                        text: qsTr("In your system keychain. No cloud account, no telemetry.") },
                    { icon: "bell", lead: qsTr("Told in time"),
                        text: qsTr("At 50, 80 and 100 percent of your budget, once each.") },
                    { icon: "okc", lead: qsTr("Counted once"),
                        text: qsTr("Every amount in its own currency, and unknown where it is unknown.") }
                ]
                Item {
                    required property var modelData
                    width: (points.width - 56) / 3
                    height: 62
                    Icon {
                        y: 2
                        name: parent.modelData.icon
                        colour: Theme.accent
                    }
                    SafeText {
                        x: 22
                        height: 20
                        text: parent.modelData.lead
                        font: Theme.fontBodyStrong
                    }
                    SafeText {
                        y: 22
                        width: parent.width
                        text: parent.modelData.text
                        font: Theme.fontSmall
                        color: Theme.fg2
                        wrapMode: Text.Wrap
                        lineHeight: 18
                        lineHeightMode: Text.FixedHeight
                    }
                }
            }
        }
    }
}
