// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Changes one rule, and says what it would have done in the past before it is saved.
TkPopup {
    id: root

    required property RulesViewModel rules
    property alias editor: rule

    width: 560
    height: body.height + 38 + 57

    function begin(row: int) {
        rule.begin(row);
        open();
    }
    onOpened: firstValue()
    onClosed: rule.close()

    function firstValue() {
        const item = sentence.nextItemInFocusChain(true);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    RuleEditorViewModel {
        id: rule
        list: root.rules
        onChanged: if (state === RuleEditorViewModel.Saved)
            root.close()
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: rule.name

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            spacing: 14
            Row {
                spacing: 10
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: rule.icon
                }
                SafeText {
                    objectName: "ruleTitle"
                    height: 24
                    text: rule.name
                    font: Theme.fontTitle
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
            }
            RuleSentence {
                id: sentence
                objectName: "ruleEditor"
                width: parent.width
                isEditable: true
                pieces: rule.pieces
                onValueTyped: (place, text) => rule.setValue(place, text)
            }
            Column {
                FormLabel {
                    text: qsTr("Severity")
                }
                TkSegment {
                    objectName: "ruleSeverity"
                    name: qsTr("Severity")
                    options: [...rule.severities]
                    current: rule.severity
                    onChosen: index => rule.severity = index
                }
            }
            Column {
                width: parent.width
                FormLabel {
                    text: qsTr("Tell by")
                }
                ChannelTicks {
                    x: -8
                    width: parent.width + 8
                    ticks: rule.channelTicks
                    onToggled: id => rule.toggleChannel(id)
                }
            }
            Rectangle {
                width: parent.width
                height: past.height + 24
                radius: Theme.r
                color: Theme.bgSunken
                border.color: Theme.line
                Column {
                    id: past
                    x: 14
                    y: 12
                    width: parent.width - 28
                    spacing: 6
                    SafeText {
                        objectName: "backTest"
                        width: parent.width
                        text: rule.isTrying ? qsTr("Looking at the past…") : rule.backTest
                        font: Theme.fontSmallStrong
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.StaticText
                        Accessible.name: text
                    }
                    ListView {
                        id: days
                        objectName: "backTestDays"
                        visible: count > 0
                        width: parent.width
                        height: Math.min(contentHeight, 132)
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds
                        interactive: contentHeight > height
                        activeFocusOnTab: interactive
                        Accessible.role: Accessible.List
                        Accessible.name: qsTr("Days on which it would have fired")
                        ScrollBar.vertical: TkScrollBar {}
                        model: rule.backTestDays
                        delegate: SafeText {
                            required property string modelData
                            width: days.width
                            height: 20
                            text: modelData
                            font: Theme.fontSmall
                            color: Theme.fg2
                        }
                        FocusRing {
                            shown: days.activeFocus
                            inner: 0
                        }
                    }
                }
            }
            SafeText {
                objectName: "ruleProblem"
                visible: text !== ""
                width: parent.width
                text: rule.problem
                font: Theme.fontSmall
                color: Theme.danger
                wrapMode: Text.Wrap
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "ruleDiscard"
                text: rule.isChanged ? qsTr("Discard") : qsTr("Close")
                onClicked: root.close()
            }
            TkButton {
                objectName: "ruleSave"
                kind: enabled ? TkButton.Primary : TkButton.Plain
                enabled: rule.canSave
                text: qsTr("Save rule")
                onClicked: rule.save()
            }
        }
    }
}
