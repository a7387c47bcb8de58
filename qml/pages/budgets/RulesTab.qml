// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The rules beside budgets: each a sentence with values that can be changed.
Item {
    id: root

    required property RulesViewModel rules
    required property QuietHoursViewModel quiet
    property bool compact: false
    readonly property int side: compact ? 14 : 20
    readonly property int pad: compact ? 12 : 16

    signal ruleWanted(int row)

    Panel {
        x: root.side
        y: root.pad
        width: root.width - 2 * root.side
        height: root.height - 2 * root.pad
        title: qsTr("Rules")
        note: qsTr("Checked after every poll, on this computer")
        actions: QuietHoursButton {
            objectName: "quietHours"
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            quiet: root.quiet
        }

        TableColumns {
            id: columnLayout
            width: root.width - 2 * root.side - 2
            columns: [
                { name: qsTr("Rule"), width: 232, leaves: 0 },
                { name: qsTr("Raise an alert when"), width: 240, stretch: true, leaves: 0 },
                { name: qsTr("Severity"), width: 82, leaves: 0 },
                { name: qsTr("Tell by"), width: 160, leaves: 1, isHidden: root.compact },
                { name: root.rules.lastRaisedTitle, width: 220, leaves: 2 },
                { name: qsTr("On"), width: 64, isRight: true, leaves: 0 }
            ]
        }
        TableHeader {
            id: head
            objectName: "rulesHead"
            width: parent.width
            layout: columnLayout
        }
        Flickable {
            id: flick
            objectName: "rulesList"
            visible: root.rules.state === RulesViewModel.Ready
            y: head.height
            width: parent.width
            height: foot.y - y
            contentHeight: list.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: TkScrollBar {}
            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Rules")

            //! What has the keyboard is in sight.
            function reveal(item: Item) {
                const top = item.mapToItem(contentItem, 0, 0).y;
                contentY = Math.max(0, Math.min(top - 8, Math.max(contentY, top + item.height + 8 - height)));
            }
            Column {
                id: list
                width: flick.width
                Repeater {
                    model: root.rules.rows.length
                    RuleRow {
                        required property int index
                        objectName: "ruleRow"
                        width: list.width
                        cells: root.rules.rows[index]
                        layout: columnLayout
                        onEditWanted: root.ruleWanted(index)
                        onToggled: root.rules.toggle(index)
                        onActiveFocusChanged: if (activeFocus)
                            flick.reveal(this)
                    }
                }
            }
        }
        SkeletonLines {
            visible: root.rules.state === RulesViewModel.Loading
            x: 14
            y: head.height + 22
            width: parent.width - 28
            text: qsTr("Reading the rules")
        }
        ProblemCard {
            objectName: "rulesFailed"
            visible: root.rules.state === RulesViewModel.Failed
            anchors.centerIn: parent
            width: Math.min(520, parent.width - 40)
            title: root.rules.problemTitle
            text: root.rules.problem
            onAgainWanted: root.rules.reload()
        }
        Item {
            id: foot
            y: parent.height - height
            width: parent.width
            height: words.implicitHeight + 22
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            Icon {
                x: 14
                anchors.verticalCenter: parent.verticalCenter
                name: root.rules.saveProblem === "" ? "info" : "error"
                size: 14
                colour: root.rules.saveProblem === "" ? Theme.fg2 : Theme.danger
            }
            SafeText {
                id: words
                objectName: "rulesFoot"
                x: 36
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 14
                text: root.rules.saveProblem !== "" ? root.rules.saveProblem : qsTr("An alert is raised once and stays open until the condition clears or someone acknowledges it. A cleared condition closes the alert by itself and says so.")
                font: Theme.fontSmall
                color: root.rules.saveProblem === "" ? Theme.fg2 : Theme.danger
                wrapMode: Text.Wrap
            }
        }
    }
}
