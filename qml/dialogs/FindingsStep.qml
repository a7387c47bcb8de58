// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What the tested key can read and what it cannot.
Item {
    id: root

    required property AddAccountViewModel account
    required property string gateway

    StepHeading {
        id: heading
        x: 28
        y: 27
        width: parent.width - 56
        iconName: "okc"
        title: qsTr("The key works")
        //: %1 is a kind of gateway, %2 a sentence about the key
        text: qsTr("%1 answered. %2").arg(root.gateway).arg(root.account.role)
    }
    Rectangle {
        id: frame
        x: 28
        y: heading.y + heading.height + 17
        width: parent.width - 56
        height: 38 + root.account.findings.length * 56
        radius: Theme.rLg
        color: "transparent"
        border.color: Theme.line
        SafeText {
            x: 14
            height: 37
            text: qsTr("What this key can read")
            font: Theme.fontSmallStrong
        }
        Repeater {
            model: root.account.findings
            Item {
                id: line
                required property int index
                required property var modelData //!< FindingRow
                objectName: "finding" + index
                y: 37 + index * 56
                width: frame.width
                height: 56
                Rectangle {
                    x: 1
                    width: parent.width - 2
                    height: 1
                    color: Theme.lineSubtle
                }
                Icon {
                    x: 15
                    y: 20
                    name: line.modelData.isThere ? "okc" : "minus"
                    colour: line.modelData.isThere ? Theme.ok : Theme.fg3
                }
                SafeText {
                    x: 44
                    y: 10
                    width: value.x - x - 12
                    height: 20
                    text: line.modelData.title
                    font: Theme.fontBodyStrong
                }
                SafeText {
                    x: 44
                    y: 29
                    width: value.x - x - 12
                    height: 18
                    text: line.modelData.detail
                    font: Theme.fontSmall
                    color: Theme.fg2
                }
                SafeText {
                    id: value
                    objectName: "value"
                    x: parent.width - width - 14
                    height: parent.height
                    text: line.modelData.value
                    font: Theme.fontBodyStrong
                }
            }
        }
    }
    Note {
        objectName: "saveProblem"
        x: 28
        y: frame.y + frame.height + 15
        width: frame.width
        tone: root.account.state === AddAccountViewModel.Failed ? Note.Danger : root.account.keepsKeys ?
            Note.Neutral : Note.Warn
        iconName: root.account.state === AddAccountViewModel.Failed ? "error" : "lock"
        lead: root.account.state === AddAccountViewModel.Failed ? root.account.problemTitle :
            qsTr("Nothing is saved yet")
        text: root.account.state === AddAccountViewModel.Failed ? root.account.problem :
            root.account.keepsKeys ?
            //: %1 is where keys are stored, such as "OS keychain"
            qsTr("Saving puts the key into your %1 and the account into the list.").arg(root.account.keychainName) :
            qsTr("Saving keeps the key for this session only and puts the account into the list.")
    }
}
