// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

//! The channels dialog: its list, its form, its keyboard.
InboxCase {
    id: test

    name: "Channels"

    function openChannels() {
        const window = openInbox();
        press(window, "openChannels");
        tryVerify(() => window.channels.opened);
        tryVerify(() => drawn(window, "channel").length === 3);
        return window;
    }
    function drawn(window, name) {
        return inDialog(window, "channelsDialog", name);
    }
    function begin(window, kind) {
        drawn(window, "addChannel")[0].clicked();
        const menu = findChild(window, "channelKinds");
        tryVerify(() => menu.opened);
        menu.chosen(kind);
        menu.close();
        tryVerify(() => drawn(window, "channelNameField")[0].activeFocus);
    }

    function test_listsThemWithWhatCanBeDone() {
        const window = openChannels();
        compare(drawn(window, "channelName").map(name => name.text), ["Desktop notifications", "Tray icon", "Platform room"]);
        compare(drawn(window, "removeChannel").length, 1);
        compare(drawn(window, "testChannel").length, 3);
        verify(drawn(window, "channelWhere")[2].text.includes("hooks.slack.com"));
    }
    function test_addsOneAndNeverShowsItsSecret() {
        const window = openChannels();
        begin(window, "slack");
        verify(!drawn(window, "saveChannel")[0].enabled);
        const address = drawn(window, "channelAddress")[0];
        compare(address.echoMode, TextInput.Password);
        address.forceActiveFocus();
        for (const letter of "https://hooks.example/canary")
            keyClick(letter);
        verify(drawn(window, "saveChannel")[0].enabled);
        keyClick(Qt.Key_Return);
        compare(address.text, "");
        tryVerify(() => drawn(window, "channel").length === 4);
        compare(inboxScript.channelSaved(), "slack Slack with secret");
    }
    function test_changesOneWithoutItsSecret() {
        const window = openChannels();
        drawn(window, "editChannel")[0].clicked();
        const field = drawn(window, "channelNameField")[0];
        tryVerify(() => field.activeFocus);
        compare(field.text, "Platform room");
        compare(drawn(window, "channelAddress")[0].placeholderText, "stays as it is");
        keyClick("R"); // all of it was selected
        keyClick(Qt.Key_Return);
        tryVerify(() => drawn(window, "channel").length === 3 && drawn(window, "channelName")[2].text === "R");
        compare(inboxScript.channelSaved(), "slack R");
    }
    function test_escapeLeavesTheFormFirst() {
        const window = openChannels();
        begin(window, "webhook");
        keyClick(Qt.Key_Escape);
        tryVerify(() => drawn(window, "channel").length === 3);
        verify(window.channels.opened);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !window.channels.visible);
    }
    function test_mailAsksForItsServer() {
        const window = openChannels();
        begin(window, "mail");
        compare(drawn(window, "channelAddress").length, 0);
        for (const [field, typed] of [["mailHost", "smtp.example.org"], ["mailFrom", "a@example.org"], ["mailTo", "b@example.org"]])
            drawn(window, field)[0].text = typed;
        compare(drawn(window, "mailPort")[0].text, "465");
        drawn(window, "mailSecurity")[0].chosen(1);
        compare(drawn(window, "mailPort")[0].text, "587");
        drawn(window, "saveChannel")[0].clicked();
        tryVerify(() => drawn(window, "channel").length === 4);
        verify(inboxScript.channelSaved().startsWith("mail "));
    }
    function test_asksBeforeItRemoves() {
        const window = openChannels();
        drawn(window, "removeChannel")[0].clicked();
        tryVerify(() => drawn(window, "keepChannel").length === 1 && drawn(window, "keepChannel")[0].activeFocus);
        keyClick(Qt.Key_Return);
        compare(inboxScript.channelsRemoved(), 0);
        drawn(window, "removeChannel")[0].clicked();
        drawn(window, "confirmRemoval")[0].clicked();
        tryVerify(() => drawn(window, "channel").length === 2);
        compare(inboxScript.channelsRemoved(), 1);
    }
    function test_switchesAndTests() {
        const window = openChannels();
        drawn(window, "channelSwitch")[0].clicked();
        tryVerify(() => !drawn(window, "channelSwitch")[0].isOn);
        const markup = "<b>ok</b>";
        inboxScript.nameEverything(markup);
        drawn(window, "testChannel")[2].clicked();
        tryVerify(() => drawn(window, "channelReceipt").length === 1);
        compare(drawn(window, "channelReceipt")[0].text, "The test arrived. " + markup);
        compare(drawn(window, "channelReceipt")[0].textFormat, Text.PlainText);
        compare(inboxScript.channelsTested(), 1);
    }
}
