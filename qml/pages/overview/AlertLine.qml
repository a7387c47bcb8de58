// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! One alert; pressed, it opens in the inbox.
AbstractButton {
    id: root

    required property var modelData //!< AlertRow

    objectName: "overviewAlert"
    implicitHeight: 53
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: modelData.title
    Accessible.role: Accessible.Button
    Accessible.name: [modelData.severity, modelData.title, modelData.detail, modelData.time].join(", ")
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: null
    background: Rectangle {
        color: root.down ? Theme.bgPressed : root.hovered ? Theme.bgHover : "transparent"
        FocusRing {
            anchors.margins: 1
            inner: 0
            shown: root.visualFocus
        }
    }

    Mark {
        x: 14
        y: 12
        size: 11
        kind: root.modelData.mark
        opacity: root.modelData.isOpen ? 1 : 0.5
    }
    SafeText {
        objectName: "alertTitle"
        x: 35
        y: 9
        width: time.x - x - 6
        height: 17
        text: root.modelData.title
        font: Theme.fontSmallStrong
        Accessible.ignored: true
    }
    SafeText {
        id: time
        x: parent.width - width - 14
        y: 9
        height: 17
        text: root.modelData.time
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    SafeText {
        x: 35
        y: 27
        width: parent.width - x - 13
        height: 16
        text: root.modelData.detail
        font: Theme.fontCaption
        color: Theme.fg2
        Accessible.ignored: true
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
