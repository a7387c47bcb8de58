// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Writes the requests that are filtered into a CSV file.
TkPopup {
    id: root

    required property UsageExportService exports
    required property FileChooser files
    required property UsageFilterViewModel filter
    required property string currency
    property int rows: 0 //!< that the filter finds
    readonly property bool isRunning: exporter.state === ExportViewModel.Running
    readonly property bool isFinished: exporter.state === ExportViewModel.Finished

    width: 480
    height: body.height + 20 + 57
    closePolicy: isRunning ? TkPopup.NoAutoClose : TkPopup.CloseOnEscape

    onAboutToShow: exporter.reset()
    onOpened: path.forceActiveFocus()

    ExportViewModel {
        id: exporter
        exports: root.exports
        filter: root.filter
        currency: root.currency
        rows: root.rows
    }
    Connections {
        target: root.files
        enabled: root.opened
        function onChosen(chosen: string) {
            path.text = chosen;
        }
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        Column {
            id: body
            x: 20
            y: 20
            width: parent.width - 40
            SafeText {
                id: heading
                width: parent.width
                height: 24
                text: qsTr("Export requests")
                font: Theme.fontTitle
            }
            SafeText {
                objectName: "exportWhat"
                width: parent.width
                topPadding: 6
                bottomPadding: 14
                //: %1 is a count of rows, %2 what they are filtered by
                text: qsTr("%1 rows, all columns. %2").arg(root.rows.toLocaleString(Qt.locale(), "f", 0)).arg(root.filter.sentence)
                color: Theme.fg2
                wrapMode: Text.Wrap
                lineHeight: 20
                lineHeightMode: Text.FixedHeight
            }
            SafeLabel {
                text: qsTr("File")
                height: 21
            }
            Row {
                spacing: 8
                TkField {
                    id: path
                    objectName: "exportPath"
                    width: body.width - choose.width - 8
                    enabled: !root.isRunning
                    hasError: exporter.state === ExportViewModel.Failed
                    Accessible.name: qsTr("File, with its whole path")
                    onTextEdited: exporter.reset()
                    onAccepted: if (write.enabled)
                        write.clicked()
                }
                TkButton {
                    id: choose
                    objectName: "choosePlace"
                    enabled: !root.isRunning
                    text: qsTr("Choose…")
                    onClicked: root.files.choosePlace(qsTr("Export requests"), exporter.suggestedName())
                }
            }
            Item {
                width: 1
                height: 10
            }
            TkCheck {
                id: comments
                objectName: "exportComments"
                enabled: !root.isRunning
                text: qsTr("Begin with lines that say what was exported")
            }
            Item {
                width: 1
                height: 10
            }
            ProgressLine {
                objectName: "exportProgress"
                visible: root.isRunning
                width: parent.width
                share: exporter.share
                label: exporter.text
            }
            SafeText {
                objectName: "exportText"
                width: parent.width
                topPadding: 6
                bottomPadding: 12
                text: exporter.text
                font: Theme.fontSmall
                color: exporter.state === ExportViewModel.Failed ? Theme.danger : exporter.state === ExportViewModel.Finished ? Theme.ok : Theme.fg2
                wrapMode: Text.Wrap
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "exportCancel"
                text: root.isRunning ? qsTr("Cancel") : qsTr("Close")
                onClicked: root.isRunning ? exporter.cancel() : root.close()
            }
            TkButton {
                id: write
                objectName: "exportRun"
                kind: TkButton.Primary
                enabled: !root.isRunning && path.text.trim() !== ""
                text: qsTr("Export CSV")
                onClicked: exporter.run(path.text.trim(), comments.checked)
            }
        }
    }
}
