// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One budget. Names are plain text, whoever wrote them.
Rectangle {
    id: root

    required property var cells //!< BudgetCells
    required property TableColumns layout
    property bool isCurrent: false
    readonly property var places: layout.places

    signal pressed

    height: Theme.row2line
    color: isCurrent ? Theme.bgSelected : hover.hovered ? Theme.bgHover : Theme.bgSurface
    Accessible.role: Accessible.Row
    Accessible.name: cells.spoken
    Accessible.selected: isCurrent
    Accessible.onPressAction: root.pressed()

    KeyCell {
        objectName: "cellName"
        place: root.places[0]
        text: root.cells.name
        second: root.cells.scope
        textFont: Theme.fontBodyStrong
    }
    KeyCell {
        objectName: "cellPeriod"
        place: root.places[1]
        text: root.cells.period
        second: root.cells.periodNote
        ink: Theme.fg2
    }
    KeyCell {
        objectName: "cellSpent"
        place: root.places[2]
        isRight: true
        text: root.cells.spent
        second: root.cells.limit
        textFont: Theme.fontSmallStrong
    }
    BudgetBar {
        objectName: "cellBar"
        x: root.places[3].textX
        y: 14
        width: root.places[3].textWidth
        share: root.cells.share
        forecastShare: root.cells.forecastShare
        gaps: root.cells.gaps
        label: root.cells.barText
    }
    KeyCell {
        objectName: "cellUsed"
        place: root.places[4]
        isRight: true
        text: root.cells.used
        second: root.cells.usedNote
        textFont: Theme.fontSmallStrong
    }
    KeyCell {
        objectName: "cellForecast"
        place: root.places[5]
        isRight: true
        text: root.cells.forecast === "" ? "–" : root.cells.forecast
        tone: root.cells.isForecastOver ? "danger" : ""
        textFont: root.cells.isForecastOver ? Theme.fontSmallStrong : Theme.fontSmall
    }
    Tag {
        objectName: "cellOutlook"
        x: root.places[6].textX
        y: 13
        width: Math.min(implicitWidth, root.places[6].textWidth)
        clip: true
        text: root.cells.outlook
        iconName: root.cells.outlookIcon
        tone: root.cells.outlookTone === "ok" ? Tag.Ok : root.cells.outlookTone === "danger" ? Tag.Danger : Tag.Neutral
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
        onTapped: root.pressed()
    }
}
