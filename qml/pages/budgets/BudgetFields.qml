// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What a budget counts, up to how much, and over which days.
Column {
    id: root

    required property BudgetEditorViewModel editor
    readonly property bool hasValue: editor.scopeKind !== 0

    spacing: 12

    function takeFocus() {
        nameField.forceActiveFocus();
    }

    Column {
        width: parent.width
        FormLabel {
            text: qsTr("Name")
        }
        TkField {
            id: nameField
            objectName: "budgetName"
            width: parent.width
            text: root.editor.name
            placeholderText: qsTr("What you call it")
            Accessible.name: qsTr("Name of the budget")
            onTextEdited: root.editor.name = text
        }
    }
    Column {
        width: parent.width
        FormLabel {
            text: qsTr("Counts spend by")
        }
        Row {
            spacing: 8
            TkSelect {
                objectName: "budgetScope"
                width: root.hasValue ? 132 : root.width
                name: qsTr("Counts spend by")
                options: root.editor.scopeKinds
                current: root.editor.scopeKind
                onChosen: index => root.editor.scopeKind = index
            }
            TkSelect {
                objectName: "budgetScopeValue"
                visible: root.hasValue
                width: root.width - 140
                name: root.editor.scopeKinds[root.editor.scopeKind]
                options: root.editor.scopeValues
                current: root.editor.scopeValue
                placeholder: options.length === 0 ? qsTr("None known yet") : qsTr("Choose")
                onChosen: index => root.editor.scopeValue = index
            }
        }
    }
    Row {
        width: parent.width
        spacing: 16
        Column {
            FormLabel {
                text: qsTr("Limit")
            }
            Row {
                spacing: 6
                TkField {
                    objectName: "budgetLimit"
                    width: 110
                    text: root.editor.limit
                    horizontalAlignment: TextInput.AlignRight
                    inputMethodHints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
                    placeholderText: qsTr("4,800 or 4.8k")
                    Accessible.name: qsTr("Limit")
                    onTextEdited: root.editor.limit = text
                    onAccepted: root.editor.save()
                }
                TkSegment {
                    objectName: "budgetCurrency"
                    visible: options.length > 1 && options.length < 4
                    anchors.verticalCenter: parent.verticalCenter
                    name: qsTr("Currency")
                    options: [...root.editor.currencies]
                    current: root.editor.currency
                    onChosen: index => root.editor.currency = index
                }
                TkSelect {
                    visible: root.editor.currencies.length > 3
                    width: 84
                    name: qsTr("Currency")
                    options: root.editor.currencies
                    current: root.editor.currency
                    onChosen: index => root.editor.currency = index
                }
                SafeText {
                    visible: root.editor.currencies.length === 1
                    height: Theme.control
                    text: root.editor.currencies[0] || ""
                    font: Theme.fontSmall
                    color: Theme.fg2
                }
            }
        }
    }
    Column {
        width: parent.width
        FormLabel {
            text: qsTr("Period")
        }
        Flow {
            width: parent.width
            spacing: 8
            TkSegment {
                objectName: "budgetPeriod"
                name: qsTr("Period")
                options: [qsTr("Daily"), qsTr("Weekly"), qsTr("Monthly"), qsTr("Custom")]
                current: root.editor.period
                onChosen: index => root.editor.period = index
            }
            TkSelect {
                objectName: "budgetWeekStart"
                visible: root.editor.period === 1
                width: 132
                implicitHeight: 26
                name: qsTr("Week begins on")
                options: root.editor.weekdays
                current: root.editor.weekStart
                onChosen: index => root.editor.weekStart = index
            }
            Row {
                visible: root.editor.period === 3
                spacing: 6
                TkField {
                    objectName: "budgetFirstDay"
                    width: 108
                    text: root.editor.firstDay
                    placeholderText: "2026-07-01"
                    Accessible.name: qsTr("First day")
                    onTextEdited: root.editor.firstDay = text
                }
                SafeText {
                    height: Theme.control
                    //: between the first and the last day
                    text: qsTr("to")
                    font: Theme.fontSmall
                    color: Theme.fg2
                }
                TkField {
                    objectName: "budgetLastDay"
                    width: 108
                    text: root.editor.lastDay
                    placeholderText: "2026-07-31"
                    Accessible.name: qsTr("Last day")
                    onTextEdited: root.editor.lastDay = text
                }
            }
        }
    }
    Column {
        width: parent.width
        FormLabel {
            text: qsTr("BYOK spend (billed by the provider, not the gateway)")
        }
        Row {
            x: -8
            spacing: 8
            Repeater {
                model: [qsTr("Leave out"), qsTr("Count it")]
                CheckLine {
                    required property int index
                    required property string modelData
                    objectName: "budgetByok" + index
                    width: 94
                    implicitWidth: 94
                    isRadio: true
                    text: modelData
                    checked: root.editor.countsByok === (index === 1)
                    onClicked: root.editor.countsByok = index === 1
                }
            }
            SafeText {
                objectName: "byokText"
                visible: root.editor.preview.isKnown
                width: root.width - 204
                height: Theme.row
                text: root.editor.preview.byokText
                font: Theme.fontSmall
                color: Theme.fg3
            }
        }
    }
}
