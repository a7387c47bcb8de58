// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! A complete answer: code and verdict, requested and served, tokens, cost and time.
Item {
    id: root

    required property RunViewModel run
    property bool compact: false
    property bool isLive: true
    readonly property var figures: Array.of(
        { name: qsTr("Tokens"), value: run.tokens, shown: !compact },
        { name: qsTr("Cost"), value: run.cost, shown: true },
        { name: qsTr("Total"), value: run.total, shown: true }
    ).filter(figure => figure.shown && figure.value !== "")

    signal bundleWanted

    implicitHeight: 95

    Tag {
        id: code
        objectName: "runCode"
        visible: text !== ""
        x: 18
        y: 15
        text: root.run.code
        tone: root.run.tone === "ok" ? Tag.Ok : root.run.tone === "warn" ? Tag.Warn : Tag.Danger
    }
    SafeText {
        id: title
        objectName: "runTitle"
        x: code.visible ? code.x + code.width + 8 : 18
        y: 12
        width: Math.min(implicitWidth, when.x - x - 8)
        height: 24
        text: root.run.title
        font: Theme.fontHeading
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    SafeText {
        objectName: "runNote"
        x: title.x + title.width + 8
        y: 12
        width: when.x - x - 8
        height: 24
        visible: !root.compact && width > 40
        text: root.run.note
        font: Theme.fontSmall
        color: Theme.fg3
    }
    SafeText {
        id: when
        objectName: "runWhen"
        visible: !root.compact
        x: (bundle.visible ? bundle.x - 8 : root.width - 18) - width
        y: 12
        width: root.compact ? 0 : implicitWidth
        height: 24
        text: root.run.when
        font: Theme.fontSmall
        color: Theme.fg3
    }
    TkButton {
        id: bundle
        objectName: "supportBundle"
        visible: root.isLive
        x: root.width - width - 18
        y: 12
        small: true
        iconName: "copy"
        text: qsTr("Support bundle")
        tip: qsTr("Ctrl+Shift+B")
        onClicked: root.bundleWanted()
    }
    RequestedAndServed {
        x: 18
        y: 46
        width: figures.x - x - 8
        run: root.run
    }
    Row {
        id: figures
        x: parent.width - width - 4
        y: 46
        Repeater {
            model: root.figures
            Item {
                id: figure
                required property var modelData
                width: Math.max(value.implicitWidth, name.implicitWidth) + 28
                height: 36
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.name + ", " + modelData.value
                Rectangle {
                    width: 1
                    height: parent.height
                    color: Theme.lineSubtle
                }
                SafeText {
                    id: name
                    x: 14
                    height: 16
                    text: figure.modelData.name
                    font: Theme.fontCaption
                    color: Theme.fg3
                    Accessible.ignored: true
                }
                SafeText {
                    id: value
                    objectName: "runFigure"
                    x: 14
                    y: 16
                    height: 20
                    text: figure.modelData.value
                    font: Qt.font({
                        family: Theme.familySans,
                        pixelSize: 14,
                        weight: 600
                    })
                    Accessible.ignored: true
                }
            }
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
