// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! Who was asked, one after the other, along a line: model, code, time, provider and reason. The mark of one that is
//! under way pulses.
Column {
    id: root

    required property var attempts //!< of AttemptRow
    property bool isWide: false //!< with who made each try, and what a failed one was answered

    Repeater {
        model: root.attempts
        Item {
            id: attempt
            required property int index
            required property var modelData //!< AttemptRow
            readonly property bool isLast: index === root.attempts.length - 1
            readonly property var facts: Array.of(
                { name: qsTr("Code"), value: modelData.errorCode },
                { name: qsTr("Request id"), value: modelData.requestId }
            ).filter(fact => fact.value !== "")
            objectName: "attempt" + index
            width: root.width
            height: evidence.y + evidence.height + (isLast ? 4 : root.isWide ? 16 : 11)
            Accessible.role: Accessible.ListItem
            Accessible.name: [modelData.model, mark.label, modelData.code, modelData.time, modelData.provider, modelData.reason, modelData.message].filter(part => part !== "").join(", ")

            AttemptMark {
                id: mark
                y: 4
                size: 11
                tone: attempt.modelData.tone
                SequentialAnimation on opacity {
                    running: attempt.modelData.isRunning && !Theme.reducedMotion
                    loops: Animation.Infinite
                    alwaysRunToEnd: true
                    NumberAnimation {
                        to: 0.3
                        duration: 600
                    }
                    NumberAnimation {
                        to: 1
                        duration: 600
                    }
                }
            }
            Rectangle {
                visible: !attempt.isLast
                x: 5
                y: 19
                width: 1
                height: parent.height - y + 3
                color: Theme.lineStrong
            }
            SafeText {
                objectName: "attemptModel"
                x: 22
                width: code.x - x - 6
                height: 20
                text: attempt.modelData.model
                elide: Text.ElideLeft // the maker's name goes first
                font: Theme.fontSmallStrong
                Accessible.ignored: true
            }
            Tag {
                id: code
                objectName: "attemptCode"
                visible: text !== ""
                x: parent.width - 54 - width
                y: 1
                width: visible ? implicitWidth : 0
                text: attempt.modelData.code
                tone: attempt.modelData.tone === "ok" ? Tag.Ok : attempt.modelData.tone === "warn" ? Tag.Warn : attempt.modelData.tone === "danger" ? Tag.Danger : Tag.Neutral
            }
            SafeText {
                x: parent.width - width
                width: 48
                height: 20
                horizontalAlignment: Text.AlignRight
                text: attempt.modelData.time
                font: Theme.fontCaption
                color: Theme.fg2
                Accessible.ignored: true
            }
            SafeText {
                id: provider
                objectName: "attemptProvider"
                x: 22
                y: 20
                width: parent.width - x
                height: text === "" ? 0 : 16
                //: %1 is a provider, %2 who asked it
                text: !root.isWide || attempt.modelData.origin === "" ? attempt.modelData.provider : attempt.modelData.provider === "" ? qsTr("tried by %1").arg(attempt.modelData.origin) : qsTr("%1, tried by %2").arg(attempt.modelData.provider).arg(attempt.modelData.origin)
                font: Theme.fontCaption
                color: Theme.fg2
                Accessible.ignored: true
            }
            SafeText {
                id: reason
                objectName: "attemptReason"
                x: 22
                y: provider.y + provider.height + 1
                width: parent.width - x
                height: text === "" ? 0 : implicitHeight
                text: attempt.modelData.reason
                font: Theme.fontSmall
                wrapMode: Text.Wrap
                lineHeight: 17
                lineHeightMode: Text.FixedHeight
                maximumLineCount: root.isWide ? 40 : 6
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Column {
                id: evidence
                x: 22
                y: reason.y + reason.height
                width: parent.width - x
                SafeText {
                    objectName: "attemptMessage"
                    visible: root.isWide && text !== ""
                    width: parent.width
                    topPadding: 3
                    text: attempt.modelData.message
                    font: Theme.fontMonoSmall
                    color: Theme.fg2
                    wrapMode: Text.Wrap
                    maximumLineCount: 40
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                Repeater {
                    model: root.isWide ? attempt.facts : []
                    IdRow {
                        required property var modelData
                        objectName: "attemptFact"
                        width: evidence.width
                        name: modelData.name
                        value: modelData.value
                        isId: true
                        onCopyWanted: Clipboard.copy(modelData.value)
                    }
                }
            }
        }
    }
}
