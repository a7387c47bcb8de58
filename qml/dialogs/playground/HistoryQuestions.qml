// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is asked before anything of the history is deleted: one request, all of them, or the texts of all.
Item {
    id: root

    required property RunHistoryViewModel history
    property string doomed //!< id of the one that is asked about
    property string doomedTime
    property string doomedModel

    function askAboutOne(row: var) {
        doomed = row.id;
        doomedTime = row.time;
        doomedModel = row.model;
        one.open();
    }
    function askAboutAll() {
        all.open();
    }
    function askAboutTexts() {
        texts.open();
    }
    function closeAll() {
        for (const dialog of [one, all, texts])
            dialog.close();
    }

    DeleteRunsDialog {
        id: one
        objectName: "deleteRunDialog"
        title: qsTr("Delete this request from the history?")
        //: %1 is a model, %2 a time
        text: qsTr("The request to %1 of %2, with what was asked and answered. Spend and usage stay in the reports.").arg(root.doomedModel).arg(root.doomedTime)
        keepText: qsTr("Keep it")
        deleteText: qsTr("Delete request")
        onConfirmed: root.history.remove(root.doomed)
    }
    DeleteRunsDialog {
        id: all
        objectName: "deleteRunsDialog"
        title: qsTr("Delete the whole history?")
        text: qsTr("Also what the search does not show. Spend and usage stay in the reports; presets stay too.")
        keepText: qsTr("Keep it")
        deleteText: qsTr("Delete history")
        onConfirmed: root.history.removeAll()
    }
    DeleteRunsDialog {
        id: texts
        objectName: "forgetTextsDialog"
        title: qsTr("Texts kept so far are deleted")
        text: qsTr("What was asked and answered is deleted from every request of the history, and is not kept any more. Figures, codes and ids stay.")
        keepText: qsTr("Keep texts")
        deleteText: qsTr("Delete texts")
        onConfirmed: root.history.keepsBodies = false
    }
}
