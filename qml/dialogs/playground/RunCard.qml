// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The facts of one kept request.
Rectangle {
    id: root

    required property string name
    required property var row //!< RunRow

    implicitHeight: facts.y + facts.height + 10
    radius: Theme.r
    color: Theme.bgSurface
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Tag {
        id: code
        x: 14
        y: 12
        text: root.row.code
        tone: root.row.tone === "ok" ? Tag.Ok : root.row.tone === "warn" ? Tag.Warn : root.row.tone === "off" ? Tag.Neutral : Tag.Danger
    }
    SafeText {
        x: code.x + code.width + 8
        y: 11
        width: side.x - x - 8
        height: 20
        text: root.row.verdict
        font: Theme.fontBodyStrong
    }
    SafeText {
        id: side
        x: parent.width - width - 14
        y: 11
        height: 20
        text: root.name
        font: Theme.fontSmall
        color: Theme.fg3
    }
    Column {
        id: facts
        x: 14
        y: 38
        width: parent.width - 28
        Repeater {
            model: [
                { name: qsTr("Sent"), value: root.row.time },
                { name: qsTr("Requested"), value: root.row.model },
                { name: qsTr("Served"), value: root.row.served },
                { name: qsTr("Key"), value: root.row.key },
                { name: qsTr("Tokens"), value: root.row.tokens },
                { name: qsTr("Cost"), value: root.row.cost },
                { name: qsTr("Total"), value: root.row.total },
                { name: qsTr("Request id"), value: root.row.requestId }
            ]
            FactLine {
                required property var modelData
                width: facts.width
                name: modelData.name
                value: modelData.value
            }
        }
    }
}
