// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Spend against the cap of its own period, in the key's own currency.
Item {
    id: root

    required property var cells //!< KeyCells
    required property var place //!< of TableColumns
    property int barWidth: 72

    visible: place.isShown
    x: place.textX
    width: place.textWidth
    height: Theme.row2line

    SafeText {
        objectName: "cellSpent"
        y: root.cells.hasCap ? 4 : 6
        width: percent.visible ? percent.x - 4 : parent.width
        height: 16
        text: root.cells.spent
        font: Theme.fontSmallStrong
        Accessible.ignored: true
    }
    SafeText {
        id: percent
        objectName: "cellPercent"
        visible: text !== ""
        x: parent.width - width
        y: 4
        height: 16
        text: root.cells.capPercent
        font: root.cells.capTone === "danger" ? Qt.font({
            family: Theme.familySans,
            pixelSize: 11,
            weight: 600
        }) : Theme.fontCaption
        color: root.cells.capTone === "danger" ? Theme.danger : root.cells.capTone === "warn" ? Theme.warn : Theme.fg2
        Accessible.ignored: true
    }
    SpendBar {
        visible: root.cells.hasCap
        y: 28
        width: root.barWidth
        share: root.cells.capShare
        Accessible.ignored: true
    }
    SafeText {
        visible: root.cells.hasCap
        x: root.barWidth + 4
        y: 23
        width: parent.width - x
        height: 16
        horizontalAlignment: Text.AlignRight
        text: root.cells.capOf
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    SafeText {
        objectName: "cellCapNote"
        visible: !root.cells.hasCap
        y: 22
        width: parent.width
        height: 15
        text: root.cells.capNote
        font: root.cells.capTone === "danger" ? Theme.fontCaptionStrong : Theme.fontCaption
        color: root.cells.capTone === "danger" ? Theme.danger : Theme.fg3
        Accessible.ignored: true
    }
}
