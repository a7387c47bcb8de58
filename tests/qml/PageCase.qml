// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Tollkeeper.Ui

//! What the tests of pages share: a window with scripted services, and how to find what it shows.
TestCase {
    id: test

    property var subject: null

    Component {
        id: component
        Main {
            reports: script.reports
            usageReports: script.usage
            sync: script.sync
            gateways: script.gateways
            alerts: script.alerts
            budgets: script.budgets
            histories: script.histories
            imports: script.imports
            exports: script.exports
            files: script.files
            keyReports: script.keyReports
            keyService: script.keyService
            budgetReports: script.budgetReports
            ruleService: script.rules
            channels: script.channels
            rotations: script.rotations
            secretClipboard: script.secretClipboard
            reducedMotion: true
            page: "usage"
        }
    }

    function init() {
        failOnWarning(/.?/);
        script.reset();
    }
    function cleanup() {
        if (subject)
            subject.destroy();
        subject = null;
    }
    function makeWindow(properties) {
        // No parent: a window inside the hidden one of the test would not be shown.
        subject = component.createObject(null, properties);
        tryVerify(() => subject.visible);
        return subject;
    }
    function open(properties) {
        const window = makeWindow(properties || {});
        tryVerify(() => window.isSettled);
        return window;
    }
    //! With its rows, and the keyboard in them.
    function openRows(properties) {
        const window = open(properties);
        window.requestActivate();
        tryVerify(() => rowAt(window, 0) !== null && rowAt(window, 0).cells.isKnown);
        const rows = findChild(window, "usageRows");
        rows.forceActiveFocus();
        return window;
    }
    function all(item, name, found) {
        found = found || [];
        if (item.objectName === name && item.visible)
            found.push(item);
        for (let i = 0; i < item.children.length; ++i)
            all(item.children[i], name, found);
        return found;
    }
    //! What is drawn with that name in an open dialog, which does not lie in the window's content.
    function inDialog(window, dialog, name) {
        return all(findChild(window, dialog).contentItem, name);
    }
    function rowAt(window, place) {
        return all(window.contentItem, "usageRow").find(row => row.index === place) || null;
    }
    function text(window, name) {
        return all(window.contentItem, name)[0].text;
    }
    function press(window, name) {
        const button = findChild(window, name);
        verify(button, name);
        verify(button.enabled && button.visible, name);
        button.clicked();
    }
}
