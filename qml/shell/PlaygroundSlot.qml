// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Where the Playground stands: it is made when it is first looked at, so that it costs nothing at the start.
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
    property bool isMade: false
    readonly property PlaygroundPlace place: holder.count > 0 ? holder.itemAt(0) as PlaygroundPlace : null //!< null: not yet

    signal keyWanted(string key)
    signal siteWanted(url page)
    signal pollWanted

    onVisibleChanged: if (visible)
        isMade = true

    Repeater {
        id: holder
        model: root.isMade ? 1 : 0
        PlaygroundPlace {
            width: root.width
            height: root.height
            sender: root.sender
            choices: root.choices
            runs: root.runs
            requestLookUp: root.requestLookUp
            bundles: root.bundles
            budgets: root.budgets
            files: root.files
            sync: root.sync
            compact: root.compact
            canPoll: root.canPoll
            demo: root.demo
            sessionOnlyKeys: root.sessionOnlyKeys
            onKeyWanted: key => root.keyWanted(key)
            onSiteWanted: page => root.siteWanted(page)
            onPollWanted: root.pollWanted()
        }
    }
}
