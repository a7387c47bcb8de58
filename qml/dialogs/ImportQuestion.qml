// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The left side of the import: the file, the account, and how the file is to be read.
Column {
    id: root

    required property ImportViewModel importer
    required property FileChooser files
    required property var accounts //!< of AccountRow
    readonly property bool hasFile: importer.headings.length > 0

    spacing: 4

    function start() {
        path.text = "";
        first.text = "";
        last.text = "";
        whole.checked = false;
        path.forceActiveFocus();
    }

    SafeLabel {
        text: qsTr("File")
    }
    Row {
        spacing: 8
        TkField {
            id: path
            objectName: "importPath"
            width: root.width - choose.width - 8
            enabled: !root.importer.isBusy
            placeholderText: qsTr("CSV or JSON lines")
            Accessible.name: qsTr("File, with its whole path")
            onEditingFinished: root.importer.path = text.trim()
        }
        TkButton {
            id: choose
            objectName: "chooseFile"
            enabled: !root.importer.isBusy
            text: qsTr("Choose…")
            onClicked: root.files.chooseFile(qsTr("Import requests"))
        }
    }
    Connections {
        target: root.files
        enabled: root.visible
        function onChosen(chosen: string) {
            path.text = chosen;
            root.importer.path = chosen;
        }
    }
    SafeLabel {
        topPadding: 6
        height: 22
        text: qsTr("Into the account")
    }
    TkSelect {
        objectName: "importAccount"
        width: parent.width
        enabled: !root.importer.isBusy
        name: qsTr("Into the account")
        options: root.accounts.map(account => account.name)
        current: root.accounts.findIndex(account => account.id === root.importer.account)
        onChosen: index => root.importer.account = root.accounts[index].id
    }
    SafeLabel {
        visible: root.hasFile
        topPadding: 6
        height: 22
        text: root.importer.isMappingFixed ? qsTr("Columns, as Tollkeeper wrote them") : qsTr("Columns")
    }
    MappingList {
        objectName: "mappingList"
        visible: root.hasFile
        width: parent.width
        height: Math.max(80, root.height - y - rest.height - 8)
        importer: root.importer
    }
    Column {
        id: rest
        visible: root.hasFile
        width: parent.width
        spacing: 6
        Row {
            visible: !root.importer.isMappingFixed
            spacing: 8
            SafeText {
                height: 30
                width: 120
                text: qsTr("Currency")
                font: Theme.fontSmall
            }
            TkField {
                id: currency
                objectName: "importCurrency"
                width: 64
                enabled: !root.importer.isBusy
                maximumLength: 3
                text: root.importer.currency
                Accessible.name: qsTr("Currency of amounts where no column names one")
                onEditingFinished: if (text !== root.importer.currency)
                    hasError = !root.importer.chooseCurrency(text)
            }
            SafeText {
                height: 30
                text: qsTr("Times in")
                font: Theme.fontSmall
            }
            TkField {
                objectName: "importZone"
                width: rest.width - 120 - 64 - 24 - 52
                enabled: !root.importer.isBusy
                text: root.importer.zone
                Accessible.name: qsTr("Time zone of times without an offset")
                onEditingFinished: if (text !== root.importer.zone)
                    hasError = !root.importer.chooseZone(text)
            }
        }
        TkCheck {
            visible: !root.importer.isMappingFixed
            enabled: !root.importer.isBusy
            text: qsTr("Read files with this heading so again")
            font: Theme.fontSmall
            checked: root.importer.keepsMapping
            onToggled: root.importer.keepsMapping = checked
        }
        TkCheck {
            id: whole
            objectName: "importWhole"
            width: parent.width
            implicitHeight: Math.max(Theme.hitMin, implicitContentHeight)
            enabled: !root.importer.isBusy
            text: qsTr("These are all requests of the account on these UTC days")
            font: Theme.fontSmall
            onCheckedChanged: days.take()
        }
        Row {
            id: days
            objectName: "wholeDays"
            visible: whole.checked
            spacing: 8
            function take() {
                const isGood = root.importer.chooseWhole(whole.checked ? first.text : "", whole.checked ? last.text : "");
                first.hasError = last.hasError = !isGood;
            }
            TkField {
                id: first
                objectName: "wholeFirst"
                width: 110
                mono: true
                placeholderText: qsTr("YYYY-MM-DD")
                Accessible.name: qsTr("First day")
                onEditingFinished: days.take()
            }
            TkField {
                id: last
                objectName: "wholeLast"
                width: 110
                mono: true
                placeholderText: qsTr("YYYY-MM-DD")
                Accessible.name: qsTr("Last day")
                onEditingFinished: days.take()
            }
        }
    }
}
