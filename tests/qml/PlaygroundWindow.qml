// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The Playground with its bar alone in a window, for its pictures.
ApplicationWindow {
    id: root

    required property PlaygroundService sender
    required property SendChoices choices
    required property RunHistory history
    required property RequestLookUp lookUps
    required property SupportBundles bundles
    required property BudgetReports budgets
    required property SyncService sync
    required property FileChooser files
    property GatewayService gateways: null //!< where accounts can be added
    property bool dark: false
    property alias playground: playground
    property alias page: page
    readonly property bool compact: width < 1200 - Theme.sidebar

    visible: true
    color: Theme.bgWindow
    font: Theme.fontBody

    Binding {
        target: Theme
        property: "dark"
        value: root.dark
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: true
    }
    SyncViewModel {
        id: polls
        sync: root.sync
    }
    function addAccount() {
        adding.itemAt(0).dialog.open();
    }

    Repeater {
        id: adding
        model: root.gateways === null ? 0 : 1
        Item {
            property alias dialog: addAccount
            AddAccountDialog {
                id: addAccount
                gateways: root.gateways
            }
        }
    }
    PlaygroundViewModel {
        id: playground
        sender: root.sender
        choices: root.choices
        history: root.history
        lookUps: root.lookUps
        bundles: root.bundles
        budgets: root.budgets
    }
    PlaygroundBar {
        id: bar
        width: parent.width
        compact: root.compact
        playground: playground
        sync: polls
        canPoll: true
        onDecodeWanted: page.decode()
        onLookUpWanted: page.lookUpRequest()
        onCompareWanted: page.compareModels()
    }
    PlaygroundPage {
        id: page
        y: bar.height
        width: parent.width
        height: parent.height - y
        compact: root.compact
        files: root.files
        playground: playground
        history: RunHistoryViewModel {
            history: root.history
        }
        decoder: DecodeViewModel {}
        lookUp: LookUpViewModel {
            lookUps: root.lookUps
            choices: root.choices
        }
        guard: SendGuardViewModel {
            choices: root.choices
        }
        comparison: ComparisonViewModel {
            sender: root.sender
            history: root.history
            composer: playground.tab ? playground.tab.composer : null
        }
    }
}
