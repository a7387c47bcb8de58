// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What the shown keys come to.
Rectangle {
    id: root

    required property var sums //!< KeySums
    required property TableColumns layout
    property bool isWide: true
    readonly property var places: layout.places
    readonly property font strong: Qt.font({
        family: Theme.familySans,
        pixelSize: 12,
        weight: 600
    })

    implicitHeight: Theme.row2line
    height: implicitHeight
    color: Theme.bgSunken
    Accessible.role: Accessible.Row
    //: %1 is a number of keys, %2 and %3 are money
    Accessible.name: qsTr("%1, today %2, this month %3").arg(sums.keys).arg(sums.today).arg(sums.month)

    KeyCell {
        objectName: "sumKeys"
        place: root.places[KeyColumn.Key]
        text: root.sums.keys
        textFont: root.strong
    }
    KeyCell {
        objectName: "sumToday"
        place: root.places[KeyColumn.Today]
        isRight: true
        text: root.sums.today
        textFont: root.strong
    }
    KeyCell {
        place: root.places[KeyColumn.SevenDays]
        isRight: true
        text: root.sums.sevenDays
        textFont: root.strong
    }
    KeyCell {
        objectName: "sumMonth"
        place: root.places[KeyColumn.Month]
        isRight: true
        text: root.sums.month
        textFont: root.strong
    }
    SafeText {
        objectName: "sumNote"
        x: root.places[KeyColumn.Cap].textX
        width: parent.width - x - 14
        height: parent.height - 1
        text: root.sums.leftOut !== "" ? root.sums.leftOut : root.isWide ?
            qsTr("Secrets stay in the keychain; only the last 4 characters are shown.") : ""
        font: Theme.fontCaption
        color: root.sums.leftOut !== "" ? Theme.warn : Theme.fg3
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
}
