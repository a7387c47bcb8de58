// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Changes one thing of a key at its gateway: typed, asked with before and after, sent once.
TkPopup {
    id: root

    required property KeyService keyService
    readonly property bool isTyping: edit.state === KeyEditViewModel.Editing || edit.state === KeyEditViewModel.Wrong
    readonly property bool isSwitch: edit.control === "enabled" || edit.control === "byok"
    readonly property bool isSaving: edit.state === KeyEditViewModel.Saving
    readonly property var titles: ({
            name: qsTr("Rename %1"),
            cap: qsTr("Spending cap of %1"),
            byok: qsTr("Count BYOK in the cap of %1?"),
            enabled: edit.isDisabled ? qsTr("Switch %1 on?") : qsTr("Switch %1 off?"),
            addresses: qsTr("Networks that may use %1"),
            expiry: qsTr("Expiry of %1"),
            windows: qsTr("Spend windows of %1")
        })

    width: 460
    height: body.height + 38 + 57
    closePolicy: isSaving ? TkPopup.NoAutoClose : TkPopup.CloseOnEscape

    function begin(details: KeyDetailsViewModel, control: string) {
        edit.begin(details, control);
        open();
        if (isTyping)
            fields.start();
        else
            cancel.forceActiveFocus(Qt.TabFocusReason);
    }

    KeyEditViewModel {
        id: edit
        keys: root.keyService
        onStateChanged: {
            if (state === KeyEditViewModel.Saved)
                root.close();
            else if (state === KeyEditViewModel.Confirming && root.opened)
                cancel.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            spacing: 14
            DialogTitle {
                id: heading
                width: parent.width
                title: (root.titles[edit.control] || "%1").arg(edit.keyName)
                text: root.isTyping ? "" :
                    //: %1 is a gateway
                    qsTr("This is changed at %1 at once, then read back.").arg(edit.gateway)
            }
            KeyEditFields {
                id: fields
                objectName: "editFields"
                visible: root.isTyping
                width: parent.width
                edit: edit
                onAccepted: fields.review()
            }
            ChangeTable {
                objectName: "changeTable"
                visible: !root.isTyping
                width: parent.width
                lines: edit.lines
            }
            Note {
                objectName: "editWarning"
                visible: !root.isTyping && edit.warning !== "" && edit.state !== KeyEditViewModel.Failed
                width: parent.width
                tone: Note.Warn
                text: edit.warning
            }
            Note {
                objectName: "editProblem"
                visible: edit.state === KeyEditViewModel.Failed
                width: parent.width
                tone: Note.Danger
                lead: edit.problemTitle
                text: edit.problem
            }
        }
        TkButton {
            objectName: "editBack"
            visible: !root.isTyping && !root.isSwitch
            enabled: !root.isSaving
            x: 20
            y: parent.height - 43
            kind: TkButton.Ghost
            iconName: "left"
            text: qsTr("Back")
            onClicked: edit.goBack()
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                id: cancel
                objectName: "editCancel"
                enabled: !root.isSaving
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "editReview"
                visible: root.isTyping
                kind: TkButton.Primary
                text: qsTr("Review change")
                onClicked: fields.review()
            }
            TkButton {
                objectName: "editApply"
                visible: !root.isTyping
                enabled: !root.isSaving
                kind: TkButton.Primary
                text: root.isSaving ? qsTr("Saving…") : edit.state === KeyEditViewModel.Failed ? qsTr("Try again") :
                    //: %1 is a gateway
                    qsTr("Change at %1").arg(edit.gateway)
                onClicked: edit.apply()
            }
        }
    }
}
