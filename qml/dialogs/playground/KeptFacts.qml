// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is known of a kept request: its verdict, facts, identifiers and route. Up and Down scroll.
ResultScroll {
    id: root

    required property KeptRunViewModel run

    //: %1 is a time
    name: qsTr("Request of %1").arg(run.time)
    activeFocusOnTab: true
    contentHeight: column.height + 16

    Connections {
        target: root.run
        function onChanged() {
            root.contentY = 0;
        }
    }
    Column {
        id: column
        x: 8
        y: 8
        width: root.width - 26
        Item {
            width: parent.width
            height: verdict.height + 8
            Accessible.role: Accessible.StaticText
            Accessible.name: root.run.code + ", " + root.run.verdict
            Tag {
                id: code
                y: 1
                text: root.run.code
                tone: root.run.tone === "ok" ? Tag.Ok : root.run.tone === "warn" ? Tag.Warn : root.run.tone === "off" ? Tag.Neutral : Tag.Danger
            }
            SafeText {
                id: verdict
                objectName: "keptVerdict"
                x: code.width + 8
                width: parent.width - x
                text: root.run.verdict
                font: Theme.fontBodyStrong
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
        Repeater {
            model: root.run.facts
            FactLine {
                required property var modelData //!< IdLine
                objectName: "keptFact"
                width: column.width
                name: modelData.name
                value: modelData.value
            }
        }
        RailHeading {
            width: parent.width
            implicitHeight: 34
            title: qsTr("Identifiers")
        }
        Repeater {
            model: root.run.ids
            IdRow {
                required property var modelData //!< IdLine
                objectName: "keptId"
                width: column.width
                name: modelData.name
                value: modelData.value
                isId: modelData.isId
                onCopyWanted: Clipboard.copy(modelData.value)
            }
        }
        RailHeading {
            visible: root.run.attempts.length > 0
            width: parent.width
            implicitHeight: 34
            title: qsTr("Route")
        }
        AttemptTimeline {
            objectName: "keptAttempts"
            width: parent.width
            isWide: true
            attempts: root.run.attempts
        }
    }
}
