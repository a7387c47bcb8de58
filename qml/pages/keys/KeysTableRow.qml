// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One key. Every text of it may come from a server or a person and is plain text.
Rectangle {
    id: root

    required property var cells //!< KeyCells
    required property TableColumns layout
    property bool isWide: true
    property bool isCurrent: false
    readonly property var places: layout.places

    signal pressed
    signal pickWanted
    signal menuWanted

    height: Theme.row2line
    color: isCurrent ? Theme.bgSelected : cells.isPicked ? Theme.accentSoft : hover.hovered ? Theme.bgHover : Theme.bgSurface
    Accessible.role: Accessible.Row
    Accessible.name: cells.isPicked ?
        //: %1 is a row of the table
        qsTr("%1, picked").arg(cells.spoken) : cells.spoken
    Accessible.selected: isCurrent || cells.isPicked
    Accessible.onPressAction: root.pressed()

    Rectangle {
        objectName: "pickedMark"
        visible: root.cells.isPicked
        width: 3
        height: parent.height - 1
        color: Theme.accent
    }
    KeyCell {
        objectName: "cellName"
        place: root.places[KeyColumn.Key]
        text: root.cells.name
        second: root.isWide && root.places[KeyColumn.Environment].isShown ? root.cells.tail : root.cells.place
        textFont: Theme.fontBodyStrong
        ink: root.cells.isDisabled ? Theme.fg3 : Theme.fg
        width: place.textWidth - (off.visible ? off.width + 6 : 0)
    }
    Tag {
        id: off
        visible: root.cells.isDisabled
        x: root.places[KeyColumn.Key].textX + root.places[KeyColumn.Key].textWidth - width
        y: 13
        text: qsTr("off")
        iconName: "off"
        outlined: true
    }
    Tag {
        objectName: "cellEnvironment"
        visible: root.places[KeyColumn.Environment].isShown && text !== ""
        x: root.places[KeyColumn.Environment].textX
        y: 13
        width: Math.min(implicitWidth, root.places[KeyColumn.Environment].textWidth)
        clip: true
        text: root.cells.environment
        tone: root.cells.isProduction ? Tag.Accent : Tag.Neutral
        outlined: !root.cells.isProduction
    }
    KeyCell {
        objectName: "cellTeam"
        place: root.places[KeyColumn.Team]
        text: root.cells.team !== "" ? root.cells.team : root.cells.isUnowned ? qsTr("Unowned") : qsTr("No team")
        tone: root.cells.team === "" && root.cells.isUnowned ? "danger" : ""
        textFont: tone === "" ? Theme.fontSmall : Theme.fontSmallStrong
        second: root.cells.isUnowned ? qsTr("assign an owner") : root.cells.owner
    }
    KeyCell {
        objectName: "cellToday"
        place: root.places[KeyColumn.Today]
        isRight: true
        text: root.cells.today
        tone: root.cells.isStale ? "warn" : ""
    }
    KeyCell {
        place: root.places[KeyColumn.SevenDays]
        isRight: true
        text: root.cells.sevenDays
        tone: root.cells.isStale ? "warn" : ""
    }
    KeyCell {
        objectName: "cellMonth"
        place: root.places[KeyColumn.Month]
        isRight: true
        text: root.cells.month
        textFont: Theme.fontSmallStrong
        tone: root.cells.isStale ? "warn" : ""
    }
    CapCell {
        place: root.places[KeyColumn.Cap]
        cells: root.cells
        barWidth: root.isWide ? 64 : 72
    }
    KeyCell {
        place: root.places[KeyColumn.Resets]
        text: root.cells.resets
        ink: Theme.fg2
    }
    KeyCell {
        objectName: "cellLastUsed"
        place: root.places[KeyColumn.LastUsed]
        text: root.cells.lastUsed
        tone: root.cells.lastUsedTone
        textFont: tone === "" ? Theme.fontSmall : Theme.fontSmallStrong
    }
    KeyCell {
        objectName: "cellRotation"
        place: root.places[KeyColumn.Age]
        text: root.isWide ? root.cells.age : root.cells.rotation
        tone: root.isWide ? "" : root.cells.rotationTone
        textFont: tone === "" ? Theme.fontSmall : Theme.fontSmallStrong
        second: root.isWide ? root.cells.rotation : ""
        secondTone: root.cells.rotationTone
    }
    KeyCell {
        objectName: "cellExpires"
        place: root.places[KeyColumn.Expires]
        text: root.cells.expires
        tone: root.cells.expiresTone
        textFont: tone === "" ? Theme.fontSmall : Theme.fontSmallStrong
    }
    HygieneMarks {
        visible: root.places[KeyColumn.Hygiene].isShown
        x: root.places[KeyColumn.Hygiene].textX
        y: 13
        cells: root.cells
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        acceptedModifiers: Qt.NoModifier
        onTapped: root.pressed()
    }
    TapHandler {
        acceptedModifiers: Qt.ControlModifier
        onTapped: root.pickWanted()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.menuWanted()
    }
}
