// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One request. Every text of it may come from a server and is plain text.
Rectangle {
    id: root

    required property int index
    required property var cells //!< UsageCells
    required property TableColumns layout
    property bool isCurrent: false
    property bool isFocused: false

    signal pressed

    height: Theme.row
    color: isCurrent ? Theme.bgSelected : hover.hovered ? Theme.bgHover : Theme.bgSurface
    Accessible.role: Accessible.Row
    Accessible.name: cells.isKnown ? cells.spoken : qsTr("On its way")
    Accessible.selected: isCurrent
    Accessible.onPressAction: root.pressed()

    Item {
        visible: root.cells.isKnown
        anchors.fill: parent

        TableCell {
            objectName: "cellTime"
            place: root.layout.places[UsageColumn.Time]
            text: root.cells.time
            font: Theme.fontMonoSmall
        }
        TableCell {
            objectName: "cellKey"
            place: root.layout.places[UsageColumn.Key]
            text: root.cells.key
        }
        TableCell {
            objectName: "cellRequested"
            elide: Text.ElideMiddle // the end of a model's name tells more than its vendor
            place: root.layout.places[UsageColumn.Requested]
            text: root.cells.requested
        }
        TableCell {
            objectName: "cellServed"
            elide: Text.ElideMiddle // the end of a model's name tells more than its vendor
            place: root.layout.places[UsageColumn.Served]
            text: root.cells.served
            font: root.cells.isServedElsewhere ? Theme.fontSmallStrong : Theme.fontSmall
            color: root.cells.isServedElsewhere ? Theme.accent : root.cells.isServedPlain ? Theme.fg3 : Theme.fg
        }
        TableCell {
            objectName: "cellProvider"
            place: root.layout.places[UsageColumn.Provider]
            text: root.cells.provider
            color: Theme.fg2
        }
        Item {
            readonly property var place: root.layout.places[UsageColumn.Status]
            visible: place.isShown
            x: place.textX
            width: place.textWidth + 8
            height: root.height - 1
            clip: true
            Row {
                height: parent.height
                spacing: 5
                StatusCode {
                    objectName: "cellStatus"
                    anchors.verticalCenter: parent.verticalCenter
                    code: root.cells.status
                    tone: root.cells.tone
                    reason: root.cells.reason
                }
                Tag {
                    objectName: "cellFallback"
                    anchors.verticalCenter: parent.verticalCenter
                    visible: text !== "" && root.cells.status.length <= 4
                    text: root.cells.fallback
                    iconName: "swap"
                    tone: root.cells.isModelFallback ? Tag.Accent : Tag.Neutral
                    outlined: !root.cells.isModelFallback
                }
                Tag {
                    objectName: "cellByok"
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.cells.isByok
                    text: qsTr("BYOK")
                    outlined: true
                }
            }
        }
        TableCell {
            objectName: "cellInput"
            place: root.layout.places[UsageColumn.Input]
            isRight: true
            text: root.cells.input
        }
        TableCell {
            objectName: "cellOutput"
            place: root.layout.places[UsageColumn.Output]
            isRight: true
            text: root.cells.output
        }
        TableCell {
            objectName: "cellCost"
            place: root.layout.places[UsageColumn.Cost]
            isRight: true
            text: root.cells.cost
            font: Theme.fontSmallStrong
            color: root.cells.isCostBilled ? Theme.fg : Theme.fg3
        }
        TableCell {
            place: root.layout.places[UsageColumn.FirstByte]
            isRight: true
            text: root.cells.firstByte
            color: Theme.fg2
        }
        TableCell {
            place: root.layout.places[UsageColumn.Total]
            isRight: true
            text: root.cells.total
        }
        TableCell {
            place: root.layout.places[UsageColumn.Generation]
            text: root.cells.generation
            font: Theme.fontMonoSmall
            color: Theme.fg2
        }
    }
    Rectangle {
        objectName: "placeholder"
        visible: !root.cells.isKnown
        x: 14
        y: 9
        width: Math.min(parent.width - 28, 420)
        height: 10
        radius: Theme.rSm
        color: Theme.bgPressed
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
