// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What the tests of the inbox share: a window with nothing but the inbox and its channels.
PageCase {
    id: test

    Component {
        id: inboxWindow
        ApplicationWindow {
            id: window
            property alias inbox: inbox
            property alias tab: tab
            property alias channels: channels
            readonly property bool isSettled: inbox.state !== InboxViewModel.Loading && inbox.details.isSettled
            width: 1440
            height: 900
            visible: true
            font: Theme.fontBody
            InboxViewModel {
                id: inbox
                reports: inboxScript.reports
                service: inboxScript.service
            }
            InboxTab {
                id: tab
                anchors.fill: parent
                inbox: inbox
                compact: window.width < 1200
                onChannelsWanted: channels.open()
            }
            ChannelsDialog {
                id: channels
                objectName: "channelsDialog"
                service: inboxScript.channels
            }
        }
    }

    function init() {
        failOnWarning(/.?/);
        inboxScript.reset();
    }
    function makeInbox(properties) {
        subject = inboxWindow.createObject(null, properties || {});
        tryVerify(() => subject.visible);
        subject.requestActivate();
        return subject;
    }
    function openInbox(properties) {
        const window = makeInbox(properties);
        tryVerify(() => window.isSettled);
        window.tab.takeFocus();
        return window;
    }
    function rows(window) {
        return all(window.contentItem, "inboxRow");
    }
    function shown(window, name) {
        return all(window.contentItem, name)[0] || null;
    }
}
