// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One message: who says it, how many tokens it is about, and its text.
FocusScope {
    id: root

    required property int index
    required property string role //!< "system", "user" or "assistant"
    required property string text
    required property string tokens
    required property MessageRowsModel messages
    property bool last: false
    property bool canRemove: false
    property real least: 52 //!< height
    //! For people; what is sent is `role`.
    readonly property string roleName: role === "system" ? qsTr("system") : role === "assistant" ? qsTr("assistant") : qsTr("user")

    signal cursorMoved(real top, real bottom)
    signal removeWanted

    implicitHeight: Math.max(least, head.height + area.implicitHeight + 1)

    Rectangle {
        id: head
        width: parent.width
        height: 33
        radius: root.index === 0 ? Theme.r - 1 : 0 // that of the frame
        color: Theme.bgSunken
        Rectangle {
            y: 16
            width: parent.width
            height: 17
            color: parent.color
        }
        Rectangle {
            y: parent.height - 1
            width: parent.width
            height: 1
            color: Theme.lineSubtle
        }
        SafeText {
            visible: root.index === 0
            x: 10
            height: 32
            text: root.roleName
            font: Theme.fontCaptionStrong
            color: Theme.fg2
        }
        TkButton {
            id: who
            objectName: "messageRole"
            visible: root.index > 0
            x: 3
            y: 4
            kind: TkButton.Ghost
            small: true
            horizontalPadding: 7
            font: Theme.fontCaptionStrong
            text: root.roleName
            tip: qsTr("Change who says this")
            //: %1 is "user" or "assistant"
            Accessible.name: qsTr("Said by %1, change").arg(root.roleName)
            onClicked: root.messages.setIsAssistant(root.index, root.role !== "assistant")
        }
        SafeText {
            objectName: "messageTokens"
            x: (remove.visible ? remove.x - 4 : parent.width - 10) - width
            height: 32
            text: root.tokens
            font: Theme.fontCaption
            color: Theme.fg3
        }
        TkButton {
            id: remove
            objectName: "removeMessage"
            visible: root.canRemove
            x: parent.width - width - 4
            y: 4
            kind: TkButton.Ghost
            small: true
            iconName: "close"
            iconSize: 12
            tip: qsTr("Remove this message")
            Accessible.name: tip
            onClicked: root.removeWanted()
        }
    }
    TextArea {
        id: area
        objectName: "messageText"
        focus: true
        y: head.height
        width: parent.width
        height: parent.height - y - 1
        textFormat: TextEdit.PlainText
        leftPadding: 10
        rightPadding: 10
        topPadding: 8
        bottomPadding: 8
        text: root.text
        font: Theme.fontSmall
        color: Theme.fg
        placeholderText: root.index === 0 ? qsTr("What the model is told beforehand") : qsTr("What is said")
        placeholderTextColor: Theme.fg3
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        wrapMode: TextEdit.Wrap
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        //: %1 is "system", "user" or "assistant"
        Accessible.name: qsTr("Message of %1").arg(root.roleName)
        background: Rectangle {
            color: "transparent"
            border.width: area.activeFocus ? 2 : 0
            border.color: Theme.focus
        }
        TextLines {
            document: area.textDocument
            lineHeight: 18
        }
        onTextChanged: if (text !== root.text)
            root.messages.setText(root.index, text)
        onCursorRectangleChanged: if (activeFocus)
            root.cursorMoved(root.y + y + cursorRectangle.y - 8, root.y + y + cursorRectangle.y + cursorRectangle.height + 8)
    }
    Rectangle {
        visible: !root.last
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
