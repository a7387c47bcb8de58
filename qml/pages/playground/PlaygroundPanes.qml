// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One request at work: what is composed beside what came of it, with the dialogs that belong to both.
Item {
    id: root

    required property PlaygroundTab tab
    required property SendGuardViewModel guard
    property bool compact: false
    readonly property bool hasDialog: bundle.opened || question.opened || extras.opened || limits.opened
    readonly property bool hasPopup: composer.hasPopup
    readonly property alias composer: composer
    readonly property alias result: result
    property Item placeInRequest: null //!< what had the keyboard there; null: nothing yet, or it is gone

    signal historyWanted
    signal stepWanted(string action)

    function showBundle() {
        if (tab.run.wasSent)
            bundle.open();
        else if (tab.hasSent && !tab.isRunning)
            toast.show(qsTr("Nothing was sent, so there is nothing to report"));
    }
    function copyRequestId() {
        Clipboard.copy(tab.run.requestId);
        toast.show(tab.run.requestId === "" ? qsTr("There is no request id to copy") : qsTr("Request id copied"));
    }
    //! From the request to its result, and back to where the person was.
    function switchPane() {
        const here = root.Window.activeFocusItem;
        if (!result.isIdle && isWithin(composer, here)) {
            placeInRequest = here;
            result.takeFocus();
        } else if (placeInRequest !== null && placeInRequest.visible) {
            placeInRequest.forceActiveFocus(Qt.TabFocusReason);
        } else {
            composer.focusFirst();
        }
    }
    function isWithin(pane: Item, item: Item): bool {
        let around = item;
        while (around !== null && around !== pane)
            around = around.parent;
        return around !== null;
    }
    function closeAll() {
        for (const dialog of [bundle, question, extras, limits])
            dialog.close();
    }

    Connections {
        target: root.tab
        function onQuestionChanged() {
            if (root.tab.question !== "")
                question.ask();
        }
    }
    ComposerPane {
        id: composer
        objectName: "composerPane"
        x: root.compact ? 14 : 20
        y: root.compact ? 12 : 16
        width: root.compact ? 424 : 456
        height: parent.height - 2 * y
        compact: root.compact
        tab: root.tab
        onHistoryWanted: root.historyWanted()
        onExtrasWanted: extras.open()
        onGuardWanted: limits.open()
    }
    ResultPane {
        id: result
        objectName: "resultPane"
        x: composer.x + composer.width + (root.compact ? 12 : 14)
        y: composer.y
        width: parent.width - x - composer.x
        height: composer.height
        compact: root.compact
        run: root.tab.run
        canContinue: root.tab.canContinue
        obstacle: root.tab.composer.obstacle
        problem: root.tab.problem
        onBundleWanted: root.showBundle()
        onCancelWanted: root.tab.cancel()
        onSendWanted: root.tab.send()
        onContinueWanted: root.tab.continueFromHere()
        onStepWanted: action => root.stepWanted(action)
    }
    // Said aloud when it changes; nothing is drawn.
    Item {
        objectName: "runStatus"
        width: 1
        height: 1
        Accessible.role: Accessible.StaticText
        Accessible.name: toast.text === "" ? root.tab.run.status : toast.text
    }
    Connections {
        target: Clipboard
        function onCopied() {
            toast.show(qsTr("Copied"));
        }
    }
    ResultToast {
        id: toast
        objectName: "toast"
        x: Math.round((parent.width - width) / 2)
        y: parent.height - height - 28
    }
    BundleDialog {
        id: bundle
        objectName: "bundleDialog"
        tab: root.tab
    }
    SendQuestionDialog {
        id: question
        objectName: "sendQuestionDialog"
        tab: root.tab
        onGuardWanted: limits.open()
    }
    SendGuardDialog {
        id: limits
        objectName: "sendGuardDialog"
        guard: root.guard
    }
    ExtrasDialog {
        id: extras
        objectName: "extrasDialog"
        composer: root.tab.composer
    }
}
