// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The dialogs of the Playground that do not belong to one request.
Item {
    id: root

    required property PlaygroundViewModel playground
    required property RunHistoryViewModel history
    required property DecodeViewModel decoder
    required property LookUpViewModel lookUp
    required property ComparisonViewModel comparison
    required property FileChooser files
    readonly property bool isOpen: past.opened || decoding.opened || looking.opened || comparing.opened

    function showHistory() {
        past.open();
    }
    function decode() {
        decoding.open();
    }
    function lookUpRequest() {
        looking.open();
    }
    function compareModels() {
        if (playground.tab)
            comparing.begin(playground.tab.composer);
    }
    function closeAll() {
        for (const dialog of [past, decoding, looking, comparing])
            dialog.close();
    }

    HistoryDialog {
        id: past
        objectName: "historyDialog"
        history: root.history
        onRunWanted: id => root.playground.openRun(id)
        onPresetWanted: name => root.playground.openPreset(name)
        onPresetSaved: name => root.playground.savePreset(name)
    }
    DecodeDialog {
        id: decoding
        objectName: "decodeDialog"
        decoder: root.decoder
        files: root.files
    }
    LookUpDialog {
        id: looking
        objectName: "lookUpDialog"
        lookUp: root.lookUp
    }
    ModelsDialog {
        id: comparing
        objectName: "modelsDialog"
        comparison: root.comparison
    }
}
