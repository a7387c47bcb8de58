// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What the key has cost: against its cap, by day, and in figures.
DrawerSection {
    id: root

    required property var spend //!< KeySpend
    property bool isStale: false

    signal provenanceWanted

    title: qsTr("Spend")
    aside: SafeText {
        objectName: "spendAsOf"
        height: 18
        text: root.spend.asOf
        font: Theme.fontCaption
        color: root.isStale ? Theme.warn : Theme.fg3
    }

    PressableFigure {
        id: figure
        objectName: "keySpent"
        y: 2
        height: 26
        text: root.spend.spent
        font: Theme.fontFigure
        tip: qsTr("Where this figure comes from")
        onPressed: root.provenanceWanted()
    }
    SafeText {
        objectName: "keySpentOf"
        x: figure.width + 6
        y: 7
        width: parent.width - x
        height: 20
        text: root.spend.of
        font: Theme.fontSmall
        color: Theme.fg2
    }
    SpendBar {
        id: bar
        visible: root.spend.hasShare
        y: 33
        width: root.innerWidth
        share: root.spend.share
        tick: root.spend.gone
        label: root.spend.spent + " " + root.spend.of
    }
    Sparkline {
        id: line
        objectName: "keySparkline"
        y: bar.visible ? 49 : 36
        points: root.spend.points
        label: root.spend.spoken
    }
    SafeText {
        y: line.y + line.height
        height: 14
        text: root.spend.firstDay
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        x: line.width - width
        y: line.y + line.height
        height: 14
        text: root.spend.lastDay
        font: Theme.fontCaption
        color: Theme.fg3
    }
    Column {
        x: root.innerWidth - width
        y: line.y - 4
        width: 142
        Repeater {
            model: [
                { name: qsTr("Today"), value: root.spend.today },
                { name: qsTr("7 days"), value: root.spend.sevenDays },
                { name: qsTr("BYOK"), value: root.spend.byok }
            ].filter(line => line.value !== "")
            Item {
                id: figureLine
                required property var modelData
                width: 142
                height: 20
                SafeText {
                    height: 20
                    text: figureLine.modelData.name
                    font: Theme.fontSmall
                    color: Theme.fg3
                }
                SafeText {
                    x: parent.width - width
                    height: 20
                    text: figureLine.modelData.value
                    font: Theme.fontSmall
                }
            }
        }
    }
}
