// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What one day of the stacked chart is made of. It takes neither keyboard nor mouse.
Rectangle {
    id: root

    property string day
    property string total
    property var rows: []

    width: 230
    height: 38 + rows.length * 20 + 6
    radius: Theme.rLg
    color: Theme.bgRaised
    border.color: Theme.line

    SafeText {
        x: 12
        y: 8
        height: 22
        text: root.day
        font: Theme.fontHeading
    }
    SafeText {
        x: parent.width - width - 12
        y: 8
        height: 22
        text: root.total
        font: Theme.fontHeading
    }
    Repeater {
        model: root.rows
        Item {
            id: row
            required property int index
            required property var modelData
            x: 12
            y: 34 + index * 20
            width: root.width - 24
            height: 20
            Rectangle {
                y: 5
                width: 10
                height: 10
                radius: 2
                color: Theme.seriesColor(row.modelData.colour)
            }
            SafeText {
                x: 17
                width: amount.x - x - 8
                height: parent.height
                text: row.modelData.name
                font: Theme.fontSmall
            }
            SafeText {
                id: amount
                x: parent.width - width
                height: parent.height
                text: row.modelData.total
                font: Theme.fontSmall
            }
        }
    }
}
