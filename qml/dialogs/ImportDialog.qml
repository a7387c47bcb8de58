// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Imports requests from a file: what the file says, a rehearsal that stores nothing, and the import.
TkPopup {
    id: root

    required property ImportService imports
    required property FileChooser files
    required property var accounts //!< of AccountRow

    width: Math.min(1000, parent ? parent.width - 56 : 1000)
    height: Math.min(660, parent ? parent.height - 64 : 660)
    closePolicy: importer.isBusy ? Popup.NoAutoClose : Popup.CloseOnEscape

    onAboutToShow: {
        importer.reset();
        if (accounts.length > 0 && importer.account === "")
            importer.account = accounts[0].id;
        question.start();
    }

    ImportViewModel {
        id: importer
        imports: root.imports
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        SafeText {
            id: heading
            x: 20
            y: 18
            height: 24
            text: qsTr("Import requests")
            font: Theme.fontTitle
        }
        ImportQuestion {
            id: question
            x: 20
            y: 56
            width: 340
            height: parent.height - y - 69
            importer: importer
            files: root.files
            accounts: root.accounts
        }
        Rectangle {
            x: 380
            y: 56
            width: 1
            height: question.height
            color: Theme.lineSubtle
        }
        ImportAnswer {
            x: 400
            y: 56
            width: parent.width - x - 20
            height: question.height
            importer: importer
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "importCancel"
                text: importer.isBusy ? qsTr("Stop") : qsTr("Close")
                onClicked: importer.isBusy ? importer.cancel() : root.close()
            }
            TkButton {
                objectName: "importCheck"
                enabled: importer.state === ImportViewModel.Ready
                text: qsTr("Try without storing")
                onClicked: importer.check()
            }
            TkButton {
                objectName: "importRun"
                kind: TkButton.Primary
                enabled: importer.canImport
                text: qsTr("Import")
                onClicked: importer.run()
            }
        }
    }
}
