// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The Playground: a request and its answer, and everything that is opened from there.
Item {
    id: root

    required property PlaygroundViewModel playground
    required property RunHistoryViewModel history
    required property DecodeViewModel decoder
    required property LookUpViewModel lookUp
    required property ComparisonViewModel comparison
    required property SendGuardViewModel guard
    required property FileChooser files
    property bool compact: false
    property PlaygroundPanes panes: null //!< what the page shows
    readonly property bool hasDialog: dialogs.isOpen || (panes !== null && panes.hasDialog)
    //! What the page shows has come; for those who take its picture.
    readonly property bool isSettled: playground.tab !== null && !playground.tab.isRunning

    signal keyWanted(string key) //!< its details
    signal siteWanted(url page) //!< of a gateway

    //! A dialog by the name that --page knows it by.
    function open(name: string) {
        if (name === "playground-decode")
            decode();
        else if (name === "playground-history")
            showHistory();
        else if (name === "playground-compare")
            compareModels();
        else if (name === "playground-look-up")
            lookUpRequest();
    }
    function decode() {
        dialogs.decode();
    }
    function lookUpRequest() {
        if (playground.tab)
            lookUp.account = playground.tab.composer.account; // both lists are of the same service
        dialogs.lookUpRequest();
    }
    function compareModels() {
        dialogs.compareModels();
    }
    function showHistory() {
        dialogs.showHistory();
    }
    function closeAll() {
        dialogs.closeAll();
        if (panes)
            panes.closeAll();
    }
    function takeFocus() {
        if (panes)
            panes.composer.focusFirst();
    }
    //! Does what a step of a diagnosis says.
    function doStep(action: string) {
        const tab = playground.tab;
        if (action === "sendAgain")
            tab.send();
        else if (action === "switchKey")
            tab.composer.nextKey();
        else if (action === "addFallback")
            panes.composer.openFallbacks();
        else if (action === "chooseModel")
            panes.composer.openModels();
        else if (action === "edit")
            panes.composer.focusMessages();
        else if (action === "openKey")
            keyWanted(tab.composer.keyId);
        else if (action === "openGateway")
            siteWanted(tab.run.keysPage);
        else if (action === "copyBundle")
            panes.showBundle();
    }

    Connections {
        target: root.playground
        function onProblemHappened(sentence: string) {
            trouble.text = sentence;
        }
        function onCurrentTabChanged() {
            trouble.text = "";
        }
    }
    TroubleStrip {
        id: trouble
        objectName: "playgroundProblem"
        width: parent.width
        onDismissed: text = ""
    }
    // There is no tab before the services are known.
    Repeater {
        model: root.playground.tab === null ? 0 : 1
        onItemAdded: (index, item) => root.panes = item as PlaygroundPanes
        onItemRemoved: root.panes = null
        PlaygroundPanes {
            objectName: "playgroundPanes"
            y: trouble.height
            width: root.width
            height: root.height - y
            tab: root.playground.tab
            guard: root.guard
            compact: root.compact
            onHistoryWanted: root.showHistory()
            onStepWanted: action => root.doStep(action)
        }
    }
    PlaygroundDialogs {
        id: dialogs
        playground: root.playground
        history: root.history
        decoder: root.decoder
        lookUp: root.lookUp
        comparison: root.comparison
        files: root.files
    }
    PlaygroundShortcuts {
        enabled: root.visible && root.panes !== null && !root.hasDialog
        isRunning: root.playground.tab !== null && root.playground.tab.isRunning
        hasPopup: root.panes !== null && root.panes.hasPopup
        onSendWanted: root.playground.tab.send()
        onCancelWanted: root.playground.tab.cancel()
        onTabWanted: place => root.panes.result.showTab(place)
        onIdWanted: root.panes.copyRequestId()
        onPaneWanted: root.panes.switchPane()
        onBundleWanted: root.panes.showBundle()
        onJsonWanted: root.panes.composer.toggleJson()
        onNewWanted: root.playground.newTab()
    }
}
