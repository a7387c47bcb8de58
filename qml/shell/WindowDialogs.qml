// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The dialogs that belong to the window, or to more than one of its pages.
Item {
    id: root

    required property WindowModels models
    required property GatewayService gateways
    required property UsageReports usageReports
    required property KeyReports keyReports
    required property KeyService keyService
    required property RotationService rotations
    required property BudgetService budgets
    required property ImportService imports
    required property UsageExportService exports
    required property FileChooser files
    required property SecretClipboard secretClipboard
    required property string keychain
    readonly property alias addAccount: addAccount
    readonly property alias keys: keyDialogs
    readonly property alias importing: importing
    readonly property alias exporting: exporting
    readonly property alias budget: budget
    readonly property alias replaceKey: replaceKey
    readonly property alias lock: lockDialog

    //! The requests behind a figure.
    signal requestsWanted(string firstDay, string lastDay, string key, string model)

    //! Where a figure of some days comes from; account and key by id, empty for all.
    function askProvenance(title: string, firstDay: string, lastDay: string, account: string, key: string, model: string) {
        provenance.ask(title, models.overview.currency, firstDay, lastDay, account, key, model);
    }
    function closeAll() {
        for (const dialog of [addAccount, budget, provenance, importing, exporting, lockDialog, replaceKey])
            dialog.close();
        keyDialogs.closeAll();
    }

    AddAccountDialog {
        id: addAccount
        objectName: "addAccountDialog"
        gateways: root.gateways
    }
    KeyDialogs {
        id: keyDialogs
        page: root.models.keys
        reports: root.keyReports
        keyService: root.keyService
        rotations: root.rotations
        files: root.files
        clipboard: root.secretClipboard
        keychain: root.keychain
        onMadeKey: key => root.models.wantedKey = key
    }
    ProvenanceCard {
        id: provenance
        objectName: "provenanceCard"
        reports: root.usageReports
        onRequestsWanted: (firstDay, lastDay, key, model) => root.requestsWanted(firstDay, lastDay, key, model)
    }
    ImportDialog {
        id: importing
        objectName: "importDialog"
        imports: root.imports
        files: root.files
        accounts: root.models.overview.accounts
    }
    ExportDialog {
        id: exporting
        objectName: "exportDialog"
        exports: root.exports
        files: root.files
        filter: root.models.usage.filter
        currency: root.models.overview.currency
        rows: root.models.usage.rows.rows
    }
    BudgetDialog {
        id: budget
        objectName: "budgetDialog"
        budgets: root.budgets
        currency: root.models.overview.currency
        limit: root.models.overview.budgetLimit
        countsByok: root.models.overview.budgetCountsByok
    }
    ReplaceKeyDialog {
        id: replaceKey
        objectName: "replaceKeyDialog"
        gateways: root.gateways
        onReplaced: root.models.polls.pollNow()
    }
    LockDialog {
        id: lockDialog
        objectName: "lockDialog"
        lock: root.models.locking
    }
}
