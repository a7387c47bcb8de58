// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What to do about a failure, in order; the first is the best.
Column {
    id: root

    required property var steps //!< of StepRow
    property bool hasButtons: true
    property string obstacle //!< why nothing can be sent now; empty: it can

    signal stepWanted(string action)

    SafeText {
        height: 24
        verticalAlignment: Text.AlignTop
        text: qsTr("What to do")
        font: Theme.fontSmallStrong
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        model: root.steps
        Item {
            id: step
            required property int index
            required property var modelData //!< StepRow
            objectName: "step" + index
            width: root.width
            height: Math.max(words.height + 19, act.visible ? act.height + 19 : 0)
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            SafeText {
                y: 10
                width: 10
                height: 20
                text: step.index + 1
                font: Theme.fontBody
                color: Theme.fg3
            }
            Column {
                id: words
                x: 22
                y: 10
                width: (act.visible ? act.x - 12 : parent.width) - x
                SafeText {
                    objectName: "stepTitle"
                    width: parent.width
                    text: step.modelData.title
                    font: Theme.fontBodyStrong
                    wrapMode: Text.Wrap
                    lineHeight: 20
                    lineHeightMode: Text.FixedHeight
                }
                SafeText {
                    visible: text !== ""
                    width: parent.width
                    text: step.modelData.note
                    font: Theme.fontSmall
                    color: Theme.fg2
                    wrapMode: Text.Wrap
                    lineHeight: 17
                    lineHeightMode: Text.FixedHeight
                }
            }
            TkButton {
                id: act
                objectName: "stepButton"
                visible: step.modelData.button !== "" && root.hasButtons
                enabled: step.modelData.action !== "sendAgain" || root.obstacle === ""
                x: parent.width - width
                y: 10
                small: true
                kind: step.index === 0 ? TkButton.Primary : TkButton.Plain
                trailingIcon: step.modelData.action === "openGateway" ? "link" : ""
                text: step.modelData.button
                Accessible.description: enabled ? step.modelData.title : root.obstacle
                onClicked: root.stepWanted(step.modelData.action)
            }
        }
    }
}
