// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Leads to a page and what lies on it: from a figure, an alert, the tray or the command line.
QtObject {
    id: root

    required property ShownPage shown
    required property WindowModels models
    required property WindowDialogs dialogs
    required property WindowPages pages
    required property PlaygroundSlot slot

    //! The requests behind a figure: of these days, and of one key or model where they are named.
    function showRequests(firstDay: string, lastDay: string, key: string, model: string) {
        models.usage.filter.chooseFigure(firstDay, lastDay, key, model);
        shown.usageTab = 0;
        shown.page = "usage";
    }
    //! The details of a key, on the Keys page; `step`: "rotate" or "labels" to go on with.
    function showKey(key: string, step: string) {
        shown.page = "keys";
        if (!models.keys.selectKey(key))
            return;
        pages.keysPage.openDrawer();
        if (step === "rotate")
            dialogs.keys.rotate();
        else if (step === "labels")
            dialogs.keys.setLabels([key]);
    }
    function showBudget(id: string) {
        visit("budgets");
        pages.budgetsPage.showBudget(id);
    }
    function showRule(kind: string) {
        visit("rules");
        pages.budgetsPage.editRuleOf(kind);
    }
    //! One alert in the inbox; empty: the inbox.
    function showAlert(id: string) {
        visit("inbox");
        if (id !== "")
            pages.budgetsPage.inboxTab.showAlert(id);
        else
            pages.budgetsPage.inboxTab.takeFocus();
    }
    //! The Playground, made if it has not been yet.
    function goToPlayground(): PlaygroundViewModel {
        shown.page = "playground";
        return slot.place.playground;
    }
    //! Shows a page or opens a dialog by the name that --page knows it by; what was open before is closed.
    function visit(name: string) {
        dialogs.closeAll();
        pages.budgetsPage.closeAll();
        if (slot.place)
            slot.place.page.closeAll();
        shown.page = pageOf(name);
        shown.budgetsTab = name.startsWith("inbox") || name === "channels" ? 1 : name.startsWith("rule") ? 2 : 0;
        pages.budgetsPage.inboxTab.detailsOpen = name === "inbox-details";
        shown.usageTab = name === "usage-by-day" ? 1 : name === "usage-by-model" ? 2 : name === "usage-by-key" ? 3 : 0;
        pages.usagePage.detailsOpen = false;
        pages.keysPage.drawerOpen = false;
        openOnPage(name);
        openDialog(name);
    }
    function pageOf(name: string): string {
        switch (name) {
        case "import":
        case "export":
            return "usage";
        case "budgets":
        case "budget-new":
        case "inbox":
        case "inbox-details":
        case "channels":
        case "rules":
        case "rule-edit":
            return "budgets";
        default:
            return name.startsWith("usage") ? "usage" : name.startsWith("key") ? "keys" : name.startsWith("playground") ? "playground" : "overview";
        }
    }
    function openOnPage(name: string) {
        if (name === "keys-details")
            pages.keysPage.showDetails();
        else if (name === "usage-details")
            pages.usagePage.showFirstDetails();
        else if (name === "channels")
            pages.budgetsPage.showChannels();
        else if (name === "budget-new")
            pages.budgetsPage.beginBudget();
        else if (name === "rule-edit")
            pages.budgetsPage.editRule(0);
        else if (name.startsWith("playground-"))
            slot.place.page.open(name);
    }
    function openDialog(name: string) {
        if (name === "key-add")
            dialogs.keys.addKey();
        else if (name === "key-policy")
            dialogs.keys.setPolicy();
        else if (name === "keys-lock")
            dialogs.lock.open();
        else if (name === "provenance")
            dialogs.askProvenance(qsTr("Spend"), models.overview.monthStart, models.overview.today, "", "", "");
        else if (name === "add-account")
            dialogs.addAccount.open();
        else if (name === "budget")
            dialogs.budget.open();
        else if (name === "import")
            dialogs.importing.open();
        else if (name === "export")
            dialogs.exporting.open();
    }
}
