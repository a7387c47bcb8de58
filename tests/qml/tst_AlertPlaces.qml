// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

//! The ways into the inbox and out of it, in the whole window.
PageCase {
    id: test

    name: "AlertPlaces"

    function init() {
        failOnWarning(/.?/);
        script.reset();
        inboxScript.reset();
    }
    function openWindow(properties) {
        const window = open(Object.assign({ alertReports: inboxScript.reports, channels: inboxScript.channels }, properties));
        window.requestActivate();
        return window;
    }

    function test_anAlertOfTheOverviewOpensInTheInbox_data() {
        return [{ tag: "wide", width: 1440, height: 900 }, { tag: "small", width: 1024, height: 700 }];
    }
    function test_anAlertOfTheOverviewOpensInTheInbox(data) {
        inboxScript.renumber(3, 50);
        const window = openWindow({ page: "overview", width: data.width, height: data.height });
        all(window.contentItem, "overviewAlert")[0].clicked();
        compare(window.page, "budgets");
        compare(window.budgetsTab, 1);
        tryVerify(() => all(window.contentItem, "alertHeading").length === 1);
        tryVerify(() => text(window, "alertHeading").includes("support-chat-prod"));
    }
    function test_theListOfTheOverviewLeadsToTheInbox() {
        const window = openWindow({ page: "overview" });
        press(window, "openInbox");
        compare(window.budgetsTab, 1);
        verify(findChild(window, "inboxRows").activeFocus);
    }
    function test_aNotificationThatIsPressedShowsItsAlert() {
        const window = openWindow({ page: "overview" });
        window.showAlert("7");
        tryVerify(() => text(window, "alertHeading").includes("OpenRouter · main"));
    }
    function test_leadsOutOfTheInbox_data() {
        return [
            { tag: "to the key", alert: "9", page: "keys" },
            { tag: "to the requests", alert: "3", page: "usage" },
            { tag: "to the account", alert: "7", page: "overview" },
            { tag: "to the budget", alert: "6", page: "budgets" }
        ];
    }
    function test_leadsOutOfTheInbox(data) {
        const window = openWindow({ page: "overview" });
        window.showAlert(data.alert);
        const rows = findChild(window, "inboxRows");
        tryVerify(() => window.isSettled);
        rows.forceActiveFocus();
        keyClick(Qt.Key_O);
        compare(window.page, data.page);
        if (data.page === "budgets")
            compare(window.budgetsTab, 0);
    }
    function test_channelsOpenFromTheInbox() {
        const window = openWindow({ page: "overview" });
        window.visit("inbox");
        press(window, "openChannels");
        tryVerify(() => findChild(window, "channelsDialog").opened);
        window.visit("overview");
        tryVerify(() => !findChild(window, "channelsDialog").visible);
    }

    function test_closingHidesOnlyWhereThereIsATray_data() {
        return [{ tag: "a tray", hides: true }, { tag: "none", hides: false }];
    }
    function test_closingHidesOnlyWhereThereIsATray(data) {
        const window = openWindow({ page: "overview", hidesWhenClosed: data.hides });
        let wasAccepted = null;
        window.closing.connect(close => wasAccepted = close.accepted);
        window.close();
        compare(wasAccepted, !data.hides);
        tryVerify(() => !window.visible);
    }
}
