// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is typed for one change of a key.
Column {
    id: root

    required property KeyEditViewModel edit
    readonly property string control: edit.control
    readonly property var resets: edit.resets
    readonly property bool isWrong: edit.state === KeyEditViewModel.Wrong

    signal accepted

    spacing: 12

    function start() {
        name.text = edit.name;
        hasCap.checked = edit.hasCap || edit.capAmount === "";
        amount.text = edit.capAmount;
        reset.current = edit.reset;
        day.text = edit.expiry;
        allowed.text = edit.allowed;
        denied.text = edit.denied;
        for (let place = 0; place < windows.count; ++place)
            windows.itemAt(place).typed = edit.windowAmounts[place];
        const first = control === "name" ? name : control === "cap" ? amount : day;
        if (first.visible) {
            first.selectAll();
            first.forceActiveFocus();
        }
    }
    function review() {
        if (control === "name")
            edit.reviewName(name.text);
        else if (control === "cap")
            edit.reviewCap(hasCap.checked, amount.text, reset.current);
        else if (control === "expiry")
            edit.reviewExpiry(day.text);
        else if (control === "addresses")
            edit.reviewAddresses(allowed.text, denied.text);
        else if (control === "windows")
            edit.reviewWindows(typedWindows());
    }
    function typedWindows(): var {
        const amounts = [];
        for (let place = 0; place < windows.count; ++place)
            amounts.push(windows.itemAt(place).typed);
        return amounts;
    }

    LabelledField {
        visible: root.control === "name"
        width: parent.width
        label: qsTr("Name")
        problem: root.isWrong ? root.edit.problem : ""
        TkField {
            id: name
            objectName: "editName"
            width: parent.width
            hasError: root.isWrong
            maximumLength: 120
            Accessible.name: qsTr("Name")
            onAccepted: root.accepted()
        }
    }
    TkCheck {
        id: hasCap
        objectName: "editHasCap"
        visible: root.control === "cap"
        text: qsTr("Stop the key at a cap")
    }
    LabelledField {
        visible: root.control === "cap" && hasCap.checked
        width: parent.width
        label: qsTr("Cap")
        hint: root.edit.readBack(amount.text)
        problem: root.isWrong ? root.edit.problem : ""
        TkMoneyField {
            id: amount
            objectName: "editAmount"
            width: parent.width
            currency: root.edit.currency
            hasError: root.isWrong
            placeholderText: qsTr("1,500 or 1.5k")
            Accessible.name: qsTr("Cap")
            onAccepted: root.accepted()
        }
    }
    LabelledField {
        visible: root.control === "cap" && hasCap.checked && root.edit.resets.length > 1
        width: parent.width
        label: qsTr("What is spent counts from 0 again")
        TkSegment {
            id: reset
            objectName: "editReset"
            name: qsTr("What is spent counts from 0 again")
            options: root.resets
            onChosen: index => reset.current = index
        }
    }
    LabelledField {
        visible: root.control === "expiry"
        width: parent.width
        label: qsTr("Expires at the start of")
        hint: qsTr("Leave it empty for a key that never expires.")
        problem: root.isWrong ? root.edit.problem : ""
        TkField {
            id: day
            objectName: "editDay"
            width: parent.width
            hasError: root.isWrong
            placeholderText: "2026-12-31"
            Accessible.name: qsTr("Expires at the start of, year-month-day")
            onAccepted: root.accepted()
        }
    }
    LabelledField {
        visible: root.control === "addresses"
        width: parent.width
        label: qsTr("Allowed networks, one on each line; none: from everywhere")
        problem: root.isWrong ? root.edit.problem : ""
        NetworkList {
            id: allowed
            objectName: "editAllowed"
            width: parent.width
            hasError: root.isWrong
            label: qsTr("Allowed networks")
        }
    }
    LabelledField {
        visible: root.control === "addresses"
        width: parent.width
        label: qsTr("Denied networks")
        NetworkList {
            id: denied
            objectName: "editDenied"
            width: parent.width
            label: qsTr("Denied networks")
        }
    }
    Column {
        visible: root.control === "windows"
        width: parent.width
        spacing: 8
        Repeater {
            id: windows
            model: root.edit.windowNames
            LabelledField {
                id: window
                required property int index
                required property string modelData
                property alias typed: limit.text
                width: parent.width
                //: %1 is a span such as "5h"
                label: qsTr("At most in %1").arg(modelData)
                problem: root.isWrong && index === 0 ? root.edit.problem : ""
                TkMoneyField {
                    id: limit
                    width: parent.width
                    currency: root.edit.currency
                    placeholderText: qsTr("no limit")
                    Accessible.name: window.label
                    onAccepted: root.accepted()
                }
            }
        }
    }
}
