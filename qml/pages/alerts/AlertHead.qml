// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! How bad, who found it, since when, what can be done at once; the title; the figures.
Item {
    id: root

    required property AlertDetailsViewModel details
    property bool canGoBack: false
    property alias snoozeButton: snooze
    readonly property int tagTone: ({ critical: Tag.Danger, warn: Tag.Warn, info: Tag.Info })[details.mark] ?? Tag.Neutral
    readonly property string tagIcon: ({ critical: "error", warn: "warn", info: "info" })[details.mark] ?? ""

    signal backWanted
    signal acknowledgeWanted
    signal snoozeWanted(Item anchor)

    function takeFocus() {
        title.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: strip.y + strip.height

    TkButton {
        id: back
        objectName: "alertBack"
        visible: root.canGoBack
        x: 12
        y: 13
        small: true
        kind: TkButton.Ghost
        iconName: "left"
        text: qsTr("Back")
        tip: qsTr("To the list (Esc)")
        onClicked: root.backWanted()
    }
    Tag {
        id: tag
        objectName: "alertSeverity"
        x: root.canGoBack ? back.x + back.width + 10 : 18
        y: 16
        tone: root.tagTone
        iconName: root.tagIcon
        text: root.details.severity
    }
    SafeText {
        objectName: "alertLead"
        x: tag.x + tag.width + 6
        y: 13
        width: actions.x - x - 10
        height: 24
        text: root.details.lead
        font: Theme.fontSmall
        color: Theme.fg3
    }
    Row {
        id: actions
        x: parent.width - width - 18
        y: 13
        spacing: 6
        TkButton {
            id: snooze
            objectName: "alertSnooze"
            visible: root.details.canSnooze
            small: true
            iconName: "snooze"
            trailingIcon: "down"
            text: qsTr("Snooze")
            tip: qsTr("Silent until a moment, or until it changes (S)")
            onClicked: root.snoozeWanted(snooze)
        }
        TkButton {
            objectName: "alertAcknowledge"
            visible: root.details.canAcknowledge
            small: true
            kind: TkButton.Primary
            iconName: "check"
            text: qsTr("Acknowledge")
            tip: qsTr("Take note of it; it stays under Done (A)")
            onClicked: root.acknowledgeWanted()
        }
    }
    SafeText {
        id: title
        objectName: "alertHeading"
        x: 18
        y: 43
        width: parent.width - 36
        text: root.details.title
        font: Theme.fontTitle
        wrapMode: Text.Wrap
        lineHeight: 24
        lineHeightMode: Text.FixedHeight
        activeFocusOnTab: false
        Accessible.role: Accessible.Heading
        Accessible.name: text
        FocusRing {
            shown: title.activeFocus
            inner: Theme.rSm
        }
    }
    Item {
        id: strip
        y: title.y + title.height + 12
        width: parent.width
        height: root.details.figures.length > 0 ? 56 : 1
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Row {
            width: parent.width
            Repeater {
                model: root.details.figures
                Item {
                    id: figure
                    required property int index
                    required property var modelData
                    objectName: "alertFigure"
                    width: strip.width / root.details.figures.length
                    height: 56
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.label + ", " + modelData.value
                    Rectangle {
                        visible: figure.index > 0
                        width: 1
                        height: parent.height
                        color: Theme.lineSubtle
                    }
                    SafeText {
                        x: figure.index > 0 ? 15 : 18
                        y: 10
                        width: parent.width - x - 8
                        height: 16
                        text: figure.modelData.label
                        font: Theme.fontCaption
                        color: Theme.fg3
                        Accessible.ignored: true
                    }
                    SafeText {
                        objectName: "figureValue"
                        x: figure.index > 0 ? 15 : 18
                        y: 26
                        width: parent.width - x - 8
                        height: 20
                        text: figure.modelData.value
                        font: Qt.font({ family: Theme.familySans, pixelSize: 15, weight: 600 })
                        Accessible.ignored: true
                    }
                }
            }
        }
        Rectangle {
            visible: strip.height > 1
            y: parent.height - 1
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
}
