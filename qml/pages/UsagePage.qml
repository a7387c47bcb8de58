// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Usage: every request that is known, what they come to, and one of them in detail; or the ledger's totals by day,
//! model or key.
Item {
    id: root

    required property UsageViewModel usage
    required property SpendTableViewModel totals
    property bool compact: false
    property int tab: 0 //!< 0 requests, 1 by day, 2 by model, 3 by key
    property bool detailsOpen: false
    property bool wantsFirstRow: false //!< as soon as there is one

    readonly property int side: compact ? 14 : 20
    readonly property int pad: compact ? 12 : 16

    //! Where a figure comes from: its name, days, account and key by id, model; empty for all.
    signal tryWanted(string account, string key, string model) //!< a request, in the Playground
    signal provenanceWanted(string title, string firstDay, string lastDay, string account, string key, string model)

    function focusFilters() {
        bar.takeFocus();
    }
    function showFirstDetails() {
        detailsOpen = true;
        usage.currentRow = 0;
        wantsFirstRow = usage.currentRow < 0;
    }
    function closeDetails() {
        detailsOpen = false;
        requests.takeFocus();
    }

    Connections {
        target: root.usage.rows
        enabled: root.wantsFirstRow
        function onReplaced() {
            root.wantsFirstRow = false;
            root.usage.currentRow = 0;
        }
    }

    Rectangle {
        x: root.side
        y: root.pad
        width: root.width - 2 * root.side
        height: root.height - 2 * root.pad
        radius: Theme.rLg
        color: Theme.bgSurface
        border.color: Theme.line

        UsageFilterBar {
            id: bar
            objectName: "filterBar"
            x: 1
            y: 1
            z: 1
            width: parent.width - 2
            height: implicitHeight
            filter: root.usage.filter
            daysOnly: root.tab > 0
            actions: ViewsButton {
                objectName: "viewsButton"
                visible: root.tab === 0
                reports: root.usage.reports
                filter: root.usage.filter
            }
        }
        RequestsView {
            id: requests
            objectName: "requestsView"
            visible: root.tab === 0
            x: 1
            y: bar.y + bar.height
            width: parent.width - 2
            height: parent.height - y - 1
            usage: root.usage
            compact: root.compact
            detailsOpen: root.detailsOpen
            onDetailsWanted: root.detailsOpen = true
            onDetailsClosed: root.closeDetails()
            onProvenanceWanted: root.provenanceWanted(qsTr("Spend"), root.usage.filter.firstDay, root.usage.filter.lastDay, root.usage.filter.onlyAccount, root.usage.filter.onlyKey, "")
            onTryWanted: root.tryWanted(root.usage.details.accountId, root.usage.details.keyId, root.usage.details.requestedModel)
        }
        SpendTableView {
            objectName: "spendTable"
            visible: root.tab > 0
            x: 1
            y: bar.y + bar.height
            width: parent.width - 2
            height: parent.height - y - 1
            table: root.totals
            onProvenanceWanted: line => root.provenanceWanted(line.name, line.firstDay, line.lastDay, "", line.key, line.model)
        }
        Rectangle {
            objectName: "updatingLine"
            x: Theme.rLg
            width: parent.width - 2 * Theme.rLg
            height: 2
            color: Theme.accent
            visible: root.tab > 0 ? root.totals.isUpdating : root.usage.isUpdating && root.usage.state !== UsageViewModel.Loading
        }
    }
}
