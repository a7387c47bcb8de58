// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What one channel has to be told. Addresses, tokens and passwords are typed into fields that never show them and
//! are taken from there by C++.
Column {
    id: root

    required property ChannelsViewModel channels
    readonly property bool isMail: channels.form.isMail
    readonly property bool isFilled: nameField.text.trim() !== "" && (channels.form.addressLabel === "" || address.length > 0 || channels.hasAddress)
        && (!isMail || mail.isFilled)
    property bool wasEditing: false

    //! Fills the fields when another draft begins; typing is left alone while one is open.
    function follow() {
        if (channels.isEditing && !wasEditing) {
            nameField.text = channels.name;
            mail.fill(channels.settings);
            clear();
            nameField.forceActiveFocus(Qt.TabFocusReason);
            nameField.selectAll();
        }
        wasEditing = channels.isEditing;
    }
    function clear() {
        address.clear();
        secret.clear();
    }
    function save() {
        if (isFilled && !channels.isSaving)
            channels.save(nameField.text, isMail ? mail.settings() : {}, address, secret);
    }

    spacing: 12
    DialogTitle {
        width: parent.width
        title: root.channels.isNew ?
            //: %1 is a kind of channel: "Slack"
            qsTr("Add %1").arg(root.channels.form.name) :
            //: %1 is a kind of channel: "Slack"
            qsTr("Change this channel, %1").arg(root.channels.form.name)
        text: root.channels.form.text
    }
    LabelledField {
        width: parent.width
        label: qsTr("Name")
        TkField {
            id: nameField
            objectName: "channelNameField"
            width: parent.width
            maximumLength: 80
            enabled: !root.channels.isSaving
            Accessible.name: qsTr("Name")
            onAccepted: root.save()
        }
    }
    MailFields {
        id: mail
        visible: root.isMail
        width: parent.width
        enabled: !root.channels.isSaving
        onAccepted: root.save()
    }
    LabelledField {
        visible: root.channels.form.addressLabel !== ""
        width: parent.width
        label: root.channels.form.addressLabel
        hint: qsTr("Kept in the keychain; not shown again.")
        TkField {
            id: address
            objectName: "channelAddress"
            width: parent.width
            mono: true
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            enabled: !root.channels.isSaving
            placeholderText: root.channels.hasAddress ? qsTr("stays as it is") : ""
            Accessible.name: root.channels.form.addressLabel
            Accessible.passwordEdit: true
            onAccepted: root.save()
        }
    }
    LabelledField {
        visible: root.channels.form.secretLabel !== ""
        width: parent.width
        label: root.channels.form.secretLabel
        hint: root.channels.form.secretHint
        TkField {
            id: secret
            objectName: "channelSecret"
            width: parent.width
            mono: true
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            enabled: !root.channels.isSaving
            placeholderText: root.channels.hasSecret ? qsTr("stays as it is") : ""
            Accessible.name: root.channels.form.secretLabel
            Accessible.passwordEdit: true
            onAccepted: root.save()
        }
    }
    Note {
        objectName: "channelProblem"
        visible: root.channels.draftProblem !== ""
        width: parent.width
        tone: Note.Danger
        text: root.channels.draftProblem
    }
}
