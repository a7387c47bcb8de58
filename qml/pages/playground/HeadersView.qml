// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The header fields of request and answer, attempt by attempt; the key is masked.
ListView {
    id: root

    required property RunViewModel run
    readonly property int nameWidth: Math.min(230, Math.round(width * 0.38))

    leftMargin: 18
    rightMargin: 18
    topMargin: 6
    bottomMargin: 12
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    model: visible ? run.headers : []
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Headers")
    ScrollBar.vertical: TkScrollBar {}

    delegate: Item {
        id: field
        required property int index
        required property var modelData //!< HeaderRow
        width: root.width - 36
        height: modelData.isHeading ? (index === 0 ? 30 : 42) : Math.max(24, value.implicitHeight + 8)
        Accessible.role: modelData.isHeading ? Accessible.Heading : Accessible.ListItem
        Accessible.name: modelData.isHeading ? modelData.name : modelData.name + ": " + modelData.value

        SafeText {
            objectName: "headerName"
            y: field.modelData.isHeading ? parent.height - 24 : 4
            width: field.modelData.isHeading ? parent.width : root.nameWidth - 12
            height: field.modelData.isHeading ? 20 : 16
            text: field.modelData.name
            font: field.modelData.isHeading ? Theme.fontSmallStrong : Theme.fontMonoSmall
            color: field.modelData.isHeading ? Theme.fg : Theme.fg2
            Accessible.ignored: true
        }
        SafeText {
            id: value
            objectName: "headerValue"
            visible: !field.modelData.isHeading
            x: root.nameWidth
            y: 4
            width: parent.width - x
            text: field.modelData.value
            font: Theme.fontMonoSmall
            wrapMode: Text.Wrap
            lineHeight: 16
            lineHeightMode: Text.FixedHeight
            maximumLineCount: 12
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Rectangle {
            y: parent.height - 1
            width: parent.width
            height: 1
            color: Theme.lineSubtle
        }
    }
    SafeText {
        objectName: "headersNote"
        visible: root.count === 0
        anchors.centerIn: parent
        text: root.run.isRunning ? qsTr("Comes with the end of the answer.") : qsTr("No header came.")
        color: Theme.fg3
    }
    FocusRing {
        anchors.margins: 0
        inner: 0
        shown: root.activeFocus
    }
}
