// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What a new key is to be: where, its name, cap, reset and expiry.
Column {
    id: root

    required property AddKeyViewModel add
    property int place: 0
    readonly property var at: add.places[place] || null
    readonly property bool isWrong: add.state === AddKeyViewModel.Wrong
    readonly property bool isFilled: at !== null && name.text.trim() !== ""

    spacing: 12

    function start() {
        place = 0;
        name.clear();
        amount.clear();
        day.clear();
        byok.checked = false;
        reset.current = Math.max(0, reset.options.length - 2);
        name.forceActiveFocus();
    }
    function make() {
        if (isFilled)
            add.make(place, name.text, amount.text, reset.current, day.text, byok.checked);
    }

    LabelledField {
        width: parent.width
        label: qsTr("At")
        hint: root.add.elsewhere === "" ? "" :
            //: %1 is a list of accounts
            qsTr("Keys of %1 are made on the gateway's own page; paste them here afterwards.").arg(root.add.elsewhere)
        TkSelect {
            objectName: "makeAt"
            width: parent.width
            name: qsTr("At")
            options: root.add.placeNames
            current: root.at === null ? -1 : root.place
            onChosen: index => {
                root.place = index;
                reset.current = Math.max(0, reset.options.length - 2);
            }
        }
    }
    LabelledField {
        width: parent.width
        label: qsTr("Name")
        TkField {
            id: name
            objectName: "makeName"
            width: parent.width
            maximumLength: 120
            Accessible.name: qsTr("Name")
            onAccepted: root.make()
        }
    }
    Row {
        width: parent.width
        spacing: 12
        LabelledField {
            visible: root.at !== null && root.at.hasCap
            width: (parent.width - 12) / 2
            label: qsTr("Cap")
            hint: amount.text === "" ? qsTr("None: nothing stops it") : root.add.readBack(root.place, amount.text)
            TkMoneyField {
                id: amount
                objectName: "makeAmount"
                width: parent.width
                currency: root.at === null ? "" : root.at.currency
                placeholderText: qsTr("1,500 or 1.5k")
                Accessible.name: qsTr("Cap")
                onAccepted: root.make()
            }
        }
        LabelledField {
            visible: root.at !== null && root.at.hasExpiry
            width: (parent.width - 12) / 2
            label: qsTr("Expires at the start of")
            hint: day.text === "" ? qsTr("Never") : ""
            TkField {
                id: day
                objectName: "makeDay"
                width: parent.width
                placeholderText: "2026-12-31"
                Accessible.name: qsTr("Expires at the start of, year-month-day")
                onAccepted: root.make()
            }
        }
    }
    LabelledField {
        visible: root.at !== null && root.at.hasCap && amount.text !== "" && reset.options.length > 1
        width: parent.width
        label: qsTr("What is spent counts from 0 again")
        TkSegment {
            id: reset
            objectName: "makeReset"
            name: qsTr("What is spent counts from 0 again")
            options: root.at === null ? [] : root.at.resets
            onChosen: index => reset.current = index
        }
    }
    TkCheck {
        id: byok
        objectName: "makeByok"
        visible: root.at !== null && root.at.hasByok && amount.text !== ""
        text: qsTr("Count BYOK spend in the cap")
    }
    SafeText {
        objectName: "makeWrong"
        visible: root.isWrong
        width: parent.width
        text: root.add.problem
        font: Theme.fontCaption
        color: Theme.danger
        wrapMode: Text.Wrap
    }
    Note {
        objectName: "makeProblem"
        visible: root.add.state === AddKeyViewModel.Failed
        width: parent.width
        tone: Note.Danger
        lead: root.add.problemTitle
        text: root.add.problem
    }
}
