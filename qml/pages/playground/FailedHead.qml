// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! A failure, or an answer that broke off or was cancelled: its code, its cause, and what it means.
Item {
    id: root

    required property RunViewModel run
    property bool hasBundle: false
    readonly property bool isIncomplete: run.state === RunViewModel.Incomplete
    readonly property bool isCancelled: run.state === RunViewModel.Cancelled

    signal bundleWanted

    implicitHeight: words.y + words.height + 14

    Row {
        id: tags
        x: 18
        y: 14
        height: 20
        spacing: 6
        Tag {
            objectName: "incompleteTag"
            visible: root.isIncomplete || root.isCancelled
            anchors.verticalCenter: parent.verticalCenter
            tone: root.isIncomplete ? Tag.Danger : Tag.Neutral
            iconName: root.isIncomplete ? "warn" : "stop"
            text: root.isIncomplete ? qsTr("incomplete") : qsTr("cancelled")
        }
        Tag {
            objectName: "runCode"
            visible: root.run.code !== ""
            anchors.verticalCenter: parent.verticalCenter
            outlined: root.isIncomplete || root.isCancelled
            tone: outlined ? Tag.Neutral : root.run.tone === "ok" ? Tag.Ok : root.run.tone === "warn" ? Tag.Warn : Tag.Danger
            //: %1 is an HTTP status
            text: outlined ? qsTr("HTTP %1").arg(root.run.code) : root.run.code
        }
    }
    SafeText {
        objectName: "gatewayCode"
        x: tags.width === 0 ? 18 : tags.x + tags.width + 6
        y: 14
        width: when.x - x - 8
        height: 20
        text: root.run.gatewayCode !== "" && !root.isIncomplete ? root.run.gatewayCode : root.run.note
        font: root.run.gatewayCode !== "" && !root.isIncomplete ? Theme.fontMonoSmall : Theme.fontSmall
        color: Theme.fg2
    }
    SafeText {
        id: when
        objectName: "runWhen"
        x: (bundle.visible ? bundle.x - 8 : root.width - 18) - width
        y: 14
        height: 20
        text: root.run.when
        font: Theme.fontSmall
        color: Theme.fg3
    }
    TkButton {
        id: bundle
        objectName: "supportBundle"
        visible: root.hasBundle
        x: root.width - width - 18
        y: 12
        small: true
        iconName: "copy"
        tip: qsTr("Support bundle (Ctrl+Shift+B)")
        Accessible.name: qsTr("Support bundle")
        onClicked: root.bundleWanted()
    }
    Column {
        id: words
        x: 18
        y: 41
        width: root.width - 36
        spacing: 3
        SafeText {
            objectName: "runTitle"
            width: parent.width
            text: root.run.title
            font: Qt.font({
                family: Theme.familySans,
                pixelSize: 18,
                weight: 600,
                letterSpacing: -0.1
            })
            wrapMode: Text.Wrap
            lineHeight: 26
            lineHeightMode: Text.FixedHeight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        SafeText {
            objectName: "explanation"
            visible: text !== ""
            width: parent.width
            text: root.run.explanation
            color: Theme.fg2
            wrapMode: Text.Wrap
            lineHeight: 20
            lineHeightMode: Text.FixedHeight
            maximumLineCount: 5
            elide: Text.ElideRight
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
