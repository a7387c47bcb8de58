// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Asks before something of the history is deleted for good.
TkPopup {
    id: root

    required property string title
    required property string text
    required property string keepText
    required property string deleteText

    signal confirmed

    width: 420
    height: body.height + 38 + 57
    onOpened: keep.forceActiveFocus(Qt.TabFocusReason)

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            DialogTitle {
                id: heading
                width: parent.width
                title: root.title
                text: root.text
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                id: keep
                objectName: "keepRuns"
                text: root.keepText
                onClicked: root.close()
            }
            TkButton {
                objectName: "confirmDeleteRuns"
                kind: TkButton.Destructive
                text: root.deleteText
                onClicked: {
                    root.close();
                    root.confirmed();
                }
            }
        }
    }
}
