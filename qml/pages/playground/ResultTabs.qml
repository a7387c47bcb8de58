// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The views of a result, and a button that copies what the view shows.
Item {
    id: root

    required property RunViewModel run
    required property var tabs //!< of { name, text, count }
    required property string view
    property bool compact: false
    property bool isFormatted: false
    readonly property bool canCopy: view === "answer" ? run.hasText : view === "raw" || (view === "headers" && run.headerCount > 0)

    signal chosen(string name)
    signal formatWanted //!< the other of plain and formatted

    function takeFocus() {
        tabs.forceActiveFocus(Qt.TabFocusReason);
    }
    function copied(): string {
        if (view === "raw")
            return run.raw.whole();
        if (view === "headers")
            return Array.from(run.headers).map(row => row.isHeading ? row.name : row.name + ": " + row.value).join("\n");
        return run.text.whole();
    }

    implicitHeight: 39

    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
    TkTabs {
        id: tabs
        objectName: "resultTabs"
        x: root.compact ? 16 : 18
        name: qsTr("What is shown of the result")
        gap: root.compact ? 18 : 20
        tabs: root.tabs
        current: root.tabs.findIndex(tab => tab.name === root.view)
        onChosen: index => root.chosen(root.tabs[index].name)
    }
    FormatToggle {
        visible: root.view === "answer" && !root.compact && root.run.state === RunViewModel.Complete && root.run.hasText
        x: copy.x - width - 2
        y: 7
        isFormatted: root.isFormatted
        onClicked: root.formatWanted()
    }
    TkButton {
        id: copy
        objectName: "copyResult"
        visible: root.canCopy
        x: parent.width - width - 13
        y: 7
        kind: TkButton.Ghost
        small: true
        iconName: shown.running ? "check" : "copy"
        tip: shown.running ? qsTr("Copied") : qsTr("Copy")
        Accessible.name: qsTr("Copy what is shown")
        onClicked: {
            Clipboard.copy(root.copied());
            shown.restart();
        }
        Timer {
            id: shown
            interval: 2000
        }
    }
}
