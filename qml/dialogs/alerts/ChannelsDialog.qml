// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The ways to tell people: switched on and off, tried out, added, changed, removed.
TkPopup {
    id: root

    required property ChannelService service
    property string removal //!< channel that is about to be removed
    readonly property var forms: channels.forms

    width: 560
    height: (channels.isEditing ? form.implicitHeight : listing.implicitHeight) + 38 + 57
    closePolicy: channels.isEditing ? TkPopup.NoAutoClose : TkPopup.CloseOnEscape

    onAboutToShow: {
        channels.cancel();
        removal = "";
        channels.reload();
    }
    onOpened: closeButton.forceActiveFocus(Qt.TabFocusReason)
    onClosed: {
        form.clear();
        channels.cancel();
    }

    ChannelsViewModel {
        id: channels
        service: root.service
        onDraftChanged: form.follow()
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Channels")
        Keys.onEscapePressed: event => {
            event.accepted = channels.isEditing;
            if (channels.isEditing)
                channels.cancel();
        }

        Column {
            id: listing
            visible: !channels.isEditing
            x: 20
            y: 18
            width: parent.width - 40
            spacing: 10
            DialogTitle {
                width: parent.width
                title: qsTr("Who is told")
                text: qsTr("Budgets and rules choose among these. The inbox is always told; it is the record.")
            }
            ListView {
                objectName: "channelList"
                width: parent.width
                height: Math.min(contentHeight, 340)
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                interactive: contentHeight > height
                model: channels.rows
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Channels")
                ScrollBar.vertical: TkScrollBar {}
                delegate: ChannelLine {
                    width: ListView.view.width
                    isRemoving: root.removal === modelData.id
                    onSwitched: isOn => channels.setOn(modelData.id, isOn)
                    onTestWanted: channels.test(modelData.id)
                    onEditWanted: channels.edit(modelData.id)
                    onRemoveWanted: root.removal = modelData.id
                    onRemoveConfirmed: {
                        root.removal = "";
                        channels.remove(modelData.id);
                    }
                    onRemoveDropped: root.removal = ""
                }
            }
            Note {
                objectName: "channelsProblem"
                visible: channels.problem !== ""
                width: parent.width
                tone: Note.Danger
                text: channels.problem
            }
        }
        ChannelForm {
            id: form
            objectName: "channelForm"
            visible: channels.isEditing
            x: 20
            y: 18
            width: parent.width - 40
            channels: channels
        }
        TkButton {
            id: addButton
            objectName: "addChannel"
            visible: !channels.isEditing
            x: 20
            y: parent.height - 43
            iconName: "plus"
            iconSize: 14
            trailingIcon: "down"
            text: qsTr("Add channel")
            onClicked: kinds.open()
            KeyMenu {
                id: kinds
                objectName: "channelKinds"
                y: -height - 4
                name: qsTr("Add channel")
                actions: root.forms.map(kind => ({ name: kind.kind, text: kind.name, icon: "send", enabled: true }))
                onChosen: kind => channels.begin(kind)
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                id: closeButton
                objectName: "closeChannels"
                visible: !channels.isEditing
                text: qsTr("Close")
                onClicked: root.close()
            }
            TkButton {
                objectName: "cancelChannel"
                visible: channels.isEditing
                text: qsTr("Cancel")
                onClicked: channels.cancel()
            }
            TkButton {
                objectName: "saveChannel"
                visible: channels.isEditing
                enabled: !channels.isSaving && form.isFilled
                kind: TkButton.Primary
                text: channels.isSaving ? qsTr("Saving…") : channels.isNew ? qsTr("Add channel") : qsTr("Save")
                onClicked: form.save()
            }
        }
    }
}
