// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! Who is told, besides the inbox.
Flow {
    id: root

    required property var ticks //!< of ChannelTick

    signal toggled(string id)

    spacing: 4

    FontMetrics {
        id: metrics
        font: Theme.fontSmall
    }
    Repeater {
        model: root.ticks.length
        CheckLine {
            required property int index
            readonly property var tick: root.ticks[index]
            objectName: "channel" + tick.id
            width: Math.min(root.width, metrics.advanceWidth(text) + 44)
            text: tick.name
            checked: tick.isOn
            onClicked: root.toggled(tick.id)
        }
    }
}
