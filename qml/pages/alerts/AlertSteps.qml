// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What to do, each with a button where there is a place to go.
Column {
    id: root

    required property var steps //!< of AlertStepLine

    signal followed(int action)

    visible: steps.length > 0
    SafeText {
        width: root.width
        height: 24
        text: qsTr("What to do")
        font: Theme.fontSmallStrong
        verticalAlignment: Text.AlignTop
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        model: root.steps
        Item {
            id: step
            required property int index
            required property var modelData
            objectName: "alertStep"
            width: root.width
            height: words.height + 19

            Rectangle {
                width: parent.width
                height: 1
                color: Theme.lineSubtle
            }
            SafeText {
                x: 3
                y: 10
                height: 20
                text: step.index + 1
                color: Theme.fg3
            }
            Column {
                id: words
                x: 24
                y: 10
                width: (go.visible ? go.x - 12 : parent.width) - x
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
                    width: parent.width
                    visible: text !== ""
                    text: step.modelData.note
                    font: Theme.fontSmall
                    color: Theme.fg2
                    wrapMode: Text.Wrap
                    lineHeight: 17
                    lineHeightMode: Text.FixedHeight
                }
            }
            TkButton {
                id: go
                objectName: "stepButton"
                visible: step.modelData.button !== ""
                x: parent.width - width
                y: 9
                small: true
                iconName: step.modelData.icon
                text: step.modelData.button
                onClicked: root.followed(step.modelData.action)
            }
        }
    }
}
