// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The Playground with its bar. Made when it is first looked at, and kept: what was typed and what is under way stays.
Item {
    id: root

    required property PlaygroundService sender
    required property SendChoices choices
    required property RunHistory runs
    required property RequestLookUp requestLookUp
    required property SupportBundles bundles
    required property BudgetReports budgets
    required property FileChooser files
    required property SyncViewModel sync
    property bool compact: false
    property bool canPoll: false
    property bool demo: false
    property bool sessionOnlyKeys: false
    property alias playground: requests
    property alias page: content
    readonly property bool isSettled: content.isSettled

    signal keyWanted(string key)
    signal siteWanted(url page)
    signal pollWanted

    PlaygroundViewModel {
        id: requests
        sender: root.sender
        choices: root.choices
        history: root.runs
        lookUps: root.requestLookUp
        bundles: root.bundles
        budgets: root.budgets
    }
    SendGuardViewModel {
        id: guard
        choices: root.choices
    }
    RunHistoryViewModel {
        id: past
        history: root.runs
    }
    DecodeViewModel {
        id: decoder
    }
    LookUpViewModel {
        id: finder
        lookUps: root.requestLookUp
        choices: root.choices
    }
    ComparisonViewModel {
        id: models
        sender: root.sender
        history: root.runs
        composer: requests.tab ? requests.tab.composer : null
    }
    Column {
        id: head
        width: parent.width
        PlaygroundBar {
            objectName: "playgroundBar"
            width: parent.width
            playground: requests
            sync: root.sync
            compact: root.compact
            canPoll: root.canPoll
            onDecodeWanted: content.decode()
            onLookUpWanted: content.lookUpRequest()
            onCompareWanted: content.compareModels()
            onPollWanted: root.pollWanted()
        }
        WindowBanners {
            width: parent.width
            demo: root.demo
            sessionOnlyKeys: root.sessionOnlyKeys
        }
    }
    PlaygroundPage {
        id: content
        objectName: "playgroundPage"
        y: head.height
        width: parent.width
        height: parent.height - y
        playground: requests
        history: past
        decoder: decoder
        lookUp: finder
        comparison: models
        guard: guard
        files: root.files
        compact: root.compact
        onKeyWanted: key => root.keyWanted(key)
        onSiteWanted: page => root.siteWanted(page)
    }
}
