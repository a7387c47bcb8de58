// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One account of Balances.
Item {
    id: root

    required property int index
    required property var modelData //!< AccountRow
    property bool isLast: false

    height: 55 //!< the panel may make it as low as 44
    readonly property int lift: Math.round((55 - height) / 2)

    Mark {
        x: 14
        y: 22 - root.lift
        kind: root.modelData.mark
        label: root.modelData.state
    }
    SafeText {
        objectName: "accountName"
        x: 33
        y: 10 - root.lift
        width: balance.x - x - 10
        height: 20
        text: root.modelData.name
        font: Theme.fontBodyStrong
    }
    SafeText {
        x: 33
        y: 28 - root.lift
        width: balance.x - x - 10
        height: 16
        text: root.modelData.detail
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        id: balance
        objectName: "balance"
        x: parent.width - 131 - width
        height: parent.height - 1
        text: root.modelData.balance
        font: root.modelData.hasBalance ? Theme.fontHeading : Theme.fontSmall
        color: !root.modelData.hasBalance ? Theme.fg3 : root.modelData.isStale ? Theme.warn : Theme.fg
    }
    SafeText {
        visible: !root.modelData.isStale
        x: parent.width - width - 14
        height: parent.height - 1
        text: root.modelData.asOf === "" ? qsTr("never") : root.modelData.asOf
        font: Theme.fontCaption
        color: Theme.fg3
    }
    Tag {
        objectName: "staleTag"
        visible: root.modelData.isStale
        x: parent.width - width - 14
        y: 18 - root.lift
        tone: Tag.Warn
        iconName: "clock"
        text: root.modelData.asOf === "" ? qsTr("stale") :
            //: %1 is the time or day of the last figure
            qsTr("stale, %1").arg(root.modelData.asOf)
    }
    Rectangle {
        visible: !root.isLast
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    HoverHandler {
        id: hover
    }
    TkToolTip {
        visible: hover.hovered && root.modelData.problem !== ""
        text: root.modelData.problem
        width: 300
    }
}
