// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The right side of the import: the first rows as they would be taken, or what came of it.
Item {
    id: root

    required property ImportViewModel importer
    readonly property bool hasOutcome: importer.state === ImportViewModel.Checked || importer.state === ImportViewModel.Finished
    readonly property bool hasRows: importer.state === ImportViewModel.Ready

    SafeText {
        visible: root.importer.state === ImportViewModel.Choosing
        anchors.centerIn: parent
        width: Math.min(380, parent.width)
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Exports of Tollkeeper, activity and usage exports of gateways, and structured logs can be imported. A request that is known already counts once.")
        color: Theme.fg2
        wrapMode: Text.Wrap
    }
    SkeletonLines {
        visible: root.importer.state === ImportViewModel.Reading
        width: parent.width
        lines: 7
        text: qsTr("Reading the beginning of the file")
    }
    Note {
        objectName: "importProblem"
        visible: root.importer.state === ImportViewModel.Failed
        width: parent.width
        height: implicitHeight
        tone: Note.Danger
        text: root.importer.problem
    }
    Column {
        id: running
        visible: root.importer.isBusy
        width: parent.width
        spacing: 8
        SafeText {
            width: parent.width
            height: 20
            text: root.importer.state === ImportViewModel.Checking ? qsTr("Trying it without storing anything") : qsTr("Importing")
            font: Theme.fontHeading
        }
        ProgressLine {
            objectName: "importProgress"
            width: parent.width
            share: root.importer.share
            label: root.importer.progress
        }
        SafeText {
            width: parent.width
            height: 18
            text: root.importer.progress
            font: Theme.fontSmall
            color: Theme.fg2
        }
    }
    Column {
        id: preview
        visible: root.hasRows
        width: parent.width
        spacing: 8
        SafeText {
            objectName: "importSummary"
            width: parent.width
            height: 20
            text: root.importer.summary
            font: Theme.fontHeading
        }
        Repeater {
            model: root.importer.notes
            Note {
                required property string modelData
                objectName: "importNote"
                width: preview.width
                height: implicitHeight
                tone: Note.Warn
                text: modelData
            }
        }
        ImportRows {
            width: parent.width
            height: Math.max(120, root.height - y - (troubles.visible ? 128 : 0))
            rows: root.importer.rows
        }
        ProblemList {
            id: troubles
            visible: problems.length > 0
            width: parent.width
            height: 120
            problems: root.importer.problems
        }
    }
    Column {
        visible: root.hasOutcome
        width: parent.width
        spacing: 10
        Note {
            objectName: "importOutcome"
            width: parent.width
            height: implicitHeight
            tone: root.importer.outcome.isWarning ? Note.Warn : root.importer.state === ImportViewModel.Finished ? Note.Ok : Note.Info
            lead: root.importer.outcome.title
            text: root.importer.outcome.text
        }
        ProblemList {
            objectName: "importProblems"
            width: parent.width
            height: Math.max(0, root.height - y)
            problems: root.importer.outcome.problems
            more: root.importer.outcome.moreProblems
        }
    }
}
