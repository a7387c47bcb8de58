// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One day, model or key; pressing it tells where its figure comes from.
Rectangle {
    id: root

    required property var line //!< SpendLine
    required property TableColumns layout
    property bool isCurrent: false
    property bool isTotal: false

    signal pressed

    height: Theme.row
    color: isTotal ? Theme.bgSunken : isCurrent ? Theme.bgSelected : hover.hovered ? Theme.bgHover : Theme.bgSurface
    Accessible.role: Accessible.Row
    Accessible.name: [line.name, line.spend, line.shareText].filter(text => text !== "").join(", ")
    Accessible.onPressAction: root.pressed()

    TableCell {
        objectName: "lineName"
        place: root.layout.places[0]
        text: root.line.name
        font: root.isTotal ? Theme.fontSmallStrong : Theme.fontSmall
        color: root.line.isRest ? Theme.fg3 : Theme.fg
    }
    TableCell {
        objectName: "lineSpend"
        place: root.layout.places[1]
        isRight: true
        text: root.line.spend
        font: Theme.fontSmallStrong
    }
    Item {
        readonly property var place: root.layout.places[2]
        visible: place.isShown && !root.isTotal
        x: place.textX
        width: place.textWidth
        height: root.height - 1
        Rectangle {
            visible: root.line.share > 0
            y: 11
            width: Math.max(1, (parent.width - 56) * Math.min(1, root.line.share))
            height: 6
            radius: 3
            color: root.line.isRest ? Theme.chart8 : Theme.accent
        }
        SafeText {
            x: parent.width - width
            height: parent.height
            text: root.line.shareText
            font: Theme.fontSmall
            color: Theme.fg2
            Accessible.ignored: true
        }
    }
    TableCell {
        place: root.layout.places[3]
        isRight: true
        text: root.line.byok
        color: Theme.fg2
    }
    TableCell {
        place: root.layout.places[4]
        isRight: true
        text: root.line.requests
    }
    TableCell {
        place: root.layout.places[5]
        isRight: true
        text: root.line.input
    }
    TableCell {
        place: root.layout.places[6]
        isRight: true
        text: root.line.output
    }
    Rectangle {
        y: root.isTotal ? 0 : parent.height - 1
        width: parent.width
        height: 1
        color: root.isTotal ? Theme.line : Theme.lineSubtle
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.pressed()
    }
}
