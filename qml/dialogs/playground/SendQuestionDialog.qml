// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Asks before an expensive request goes out.
TkPopup {
    id: root

    required property PlaygroundTab tab
    property string question

    signal guardWanted //!< when it asks is to be changed

    width: 440
    height: body.height + 38 + 57

    function ask() {
        question = tab.question;
        open();
    }
    onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)
    onClosed: if (tab.question !== "")
        tab.dropQuestion()

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.AlertMessage
        Accessible.name: heading.title + " " + root.question

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            DialogTitle {
                id: heading
                width: parent.width
                title: qsTr("Send this request?")
                text: root.question
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "askOtherwise"
                kind: TkButton.Link
                text: qsTr("When to ask…")
                onClicked: {
                    root.close();
                    root.guardWanted();
                }
            }
            TkButton {
                id: cancel
                objectName: "dontSend"
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "sendAnyway"
                kind: TkButton.Primary
                iconName: "send"
                iconSize: 14
                text: qsTr("Send anyway")
                onClicked: {
                    root.tab.sendAnyway();
                    root.close();
                }
            }
        }
    }
}
