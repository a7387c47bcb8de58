// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Which days: one of a few words, or two days as typed.
FilterChip {
    id: root

    required property UsageFilterViewModel filter

    label: qsTr("Date")
    iconName: "cal"
    value: filter.periodText
    isOpen: popup.visible
    onClicked: popup.visible ? popup.close() : popup.open()

    DropPanel {
        id: popup
        objectName: "datePopup"
        width: 244
        onAboutToShow: {
            first.text = root.filter.firstDay;
            last.text = root.filter.lastDay;
            hint.isWrong = false;
        }
        onOpened: words.forceActiveFocus()
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)

        function takeDays() {
            hint.isWrong = !root.filter.chooseDays(first.text, last.text);
            if (!hint.isWrong)
                close();
        }

        Column {
            width: parent.width
            ListView {
                id: words
                width: parent.width
                height: contentHeight
                interactive: false
                keyNavigationEnabled: true
                model: root.filter.periods
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Days")
                delegate: CheckLine {
                    required property string modelData
                    objectName: "period-" + modelData
                    width: ListView.view.width
                    isRadio: true
                    focus: true
                    text: root.filter.nameOf(modelData)
                    checked: root.filter.period === modelData
                    onClicked: {
                        root.filter.choosePeriod(modelData);
                        popup.close();
                    }
                }
            }
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            SafeText {
                leftPadding: 8
                height: 28
                text: qsTr("From and to, both included")
                font: Theme.fontCaption
                color: Theme.fg3
            }
            Row {
                x: 8
                spacing: 6
                TkField {
                    id: first
                    objectName: "firstDay"
                    width: 106
                    mono: true
                    hasError: hint.isWrong
                    placeholderText: qsTr("YYYY-MM-DD")
                    Accessible.name: qsTr("First day")
                    onAccepted: popup.takeDays()
                }
                TkField {
                    id: last
                    objectName: "lastDay"
                    width: 106
                    mono: true
                    hasError: hint.isWrong
                    placeholderText: qsTr("YYYY-MM-DD")
                    Accessible.name: qsTr("Last day")
                    onAccepted: popup.takeDays()
                }
            }
            SafeText {
                id: hint
                objectName: "dayHint"
                property bool isWrong: false
                x: 8
                width: parent.width - 16
                height: 24
                text: isWrong ? qsTr("Two days such as 2026-06-01, in order") : ""
                font: Theme.fontCaption
                color: Theme.danger
            }
            TkButton {
                objectName: "takeDays"
                x: parent.width - width - 8
                small: true
                text: qsTr("Show these days")
                onClicked: popup.takeDays()
            }
        }
    }
}
