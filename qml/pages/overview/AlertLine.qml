// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One alert.
Item {
    id: root

    required property var modelData //!< AlertRow

    height: 53

    Mark {
        x: 14
        y: 12
        size: 11
        kind: root.modelData.isCritical ? "critical" : "warn"
        label: root.modelData.isCritical ? qsTr("Critical") : qsTr("Warning")
        opacity: root.modelData.isOpen ? 1 : 0.5
    }
    SafeText {
        objectName: "alertTitle"
        x: 35
        y: 9
        width: time.x - x - 6
        height: 17
        text: root.modelData.title
        font: Theme.fontSmallStrong
    }
    SafeText {
        id: time
        x: parent.width - width - 14
        y: 9
        height: 17
        text: root.modelData.time
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        x: 35
        y: 27
        width: parent.width - x - 13
        height: 16
        text: root.modelData.detail
        font: Theme.fontCaption
        color: Theme.fg2
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
