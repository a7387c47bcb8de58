// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Where one is, the accounts with their health, and when they were polled. Below 1200 of window width a rail.
Rectangle {
    id: root

    required property OverviewViewModel overview
    required property SyncViewModel sync
    required property HistoryViewModel history
    property bool compact: false
    property bool demo: false
    property string page: "overview"
    property int keys: 0 //!< how many the Keys page shows
    property int openAlerts: 0

    signal addWanted
    signal keyWanted(string account, string name, string problem)
    signal pageWanted(string page)

    implicitWidth: compact ? Theme.sidebarRail : Theme.sidebar
    color: Theme.bgSidebar
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sidebar")

    Rectangle {
        x: parent.width - 1
        width: 1
        height: parent.height
        color: Theme.line
    }
    LogoMark {
        x: 16
        y: root.compact ? 12 : 14
    }
    SafeText {
        visible: !root.compact
        x: 49
        y: 14
        height: 24
        text: "Tollkeeper"
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 15,
            weight: 600,
            letterSpacing: -0.1
        })
    }
    Rectangle {
        visible: !root.compact
        x: 10
        y: 50
        width: parent.width - 20
        height: 40
        radius: Theme.r
        color: Theme.bgSurface
        border.color: Theme.line
        Icon {
            x: 8
            y: 12
            name: "build"
            colour: Theme.fg3
        }
        SafeText {
            x: 32
            y: 5
            width: parent.width - x - 8
            height: 16
            text: root.demo ? qsTr("Demo company") : qsTr("My workspace")
            font: Theme.fontBodyStrong
        }
        SafeText {
            objectName: "counts"
            x: 32
            y: 21
            width: parent.width - x - 8
            height: 14
            text: root.overview.accounts.length === 0 ? qsTr("No accounts yet") :
                //: the first half of "4 accounts, 12 keys"
                (root.overview.accounts.length === 1 ? qsTr("1 account") : qsTr("%n accounts", "", root.overview.accounts.length)) + ", " +
                //: the second half of "4 accounts, 12 keys"
                (root.overview.keys.length === 1 ? qsTr("1 key") : qsTr("%n keys", "", root.overview.keys.length))
            font: Theme.fontCaption
            color: Theme.fg3
        }
    }
    Column {
        id: nav
        x: root.compact ? 8 : 10
        y: root.compact ? 48 : 102
        width: parent.width - 2 * x
        NavItem {
            objectName: "navOverview"
            width: parent.width
            compact: root.compact
            text: qsTr("Overview")
            keys: qsTr("Ctrl+1")
            iconName: "gauge"
            isCurrent: root.page === "overview"
            onClicked: root.pageWanted("overview")
        }
        NavItem {
            objectName: "navKeys"
            width: parent.width
            compact: root.compact
            text: qsTr("Keys")
            keys: qsTr("Ctrl+2")
            iconName: "key"
            count: root.keys
            isCurrent: root.page === "keys"
            onClicked: root.pageWanted("keys")
        }
        NavItem {
            objectName: "navUsage"
            width: parent.width
            compact: root.compact
            text: qsTr("Usage")
            keys: qsTr("Ctrl+3")
            iconName: "rows"
            isCurrent: root.page === "usage"
            onClicked: root.pageWanted("usage")
        }
        NavItem {
            objectName: "navBudgets"
            width: parent.width
            compact: root.compact
            text: qsTr("Budgets & alerts")
            keys: qsTr("Ctrl+4")
            iconName: "bell"
            count: root.openAlerts
            isAlert: true
            isCurrent: root.page === "budgets"
            onClicked: root.pageWanted("budgets")
        }
        NavItem {
            objectName: "navPlayground"
            width: parent.width
            compact: root.compact
            text: qsTr("Playground")
            keys: qsTr("Ctrl+5")
            iconName: "cmd"
            isCurrent: root.page === "playground"
            onClicked: root.pageWanted("playground")
        }
    }
    SafeText {
        visible: !root.compact
        x: 18
        y: nav.y + nav.height + 16
        height: 16
        text: qsTr("Accounts")
        font: Theme.fontCaptionStrong
        color: Theme.fg3
    }
    TkButton {
        objectName: "addAccount"
        x: root.compact ? 16 : parent.width - 38
        y: root.compact ? parent.height - 40 : nav.y + nav.height + 12
        kind: TkButton.Ghost
        small: true
        iconName: "plus"
        tip: qsTr("Add an account (Ctrl+N)")
        Accessible.name: qsTr("Add an account")
        onClicked: root.addWanted()
    }
    SafeText {
        visible: !root.compact && root.overview.accounts.length === 0
        x: 18
        y: nav.y + nav.height + 38
        width: parent.width - 36
        text: qsTr("Connected gateways appear here with their health.")
        font: Theme.fontSmall
        color: Theme.fg2
        wrapMode: Text.Wrap
        lineHeight: 17
        lineHeightMode: Text.FixedHeight
    }
    ListView {
        id: accounts
        objectName: "accountList"
        readonly property real upper: nav.y + nav.height + 37
        readonly property int rowHeight: root.compact ? 24 : 28
        readonly property real room: root.compact ? root.height - 176 : root.height - upper - 44 - (historyLine.visible ? historyLine.height : 0)
        x: root.compact ? 8 : 10
        y: root.compact ? root.height - 46 - height : upper
        width: parent.width - 2 * x
        height: Math.min(room, count * rowHeight)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        model: root.overview.accounts
        ScrollBar.vertical: TkScrollBar {}
        delegate: SidebarAccount {
            width: ListView.view.width
            height: accounts.rowHeight
            compact: root.compact
            onKeyWanted: root.keyWanted(modelData.id, modelData.name, modelData.problem)
        }
    }
    HistoryLine {
        id: historyLine
        objectName: "historyLine"
        visible: !root.compact && root.history.text !== ""
        y: parent.height - 36 - height
        width: parent.width - 1
        history: root.history
    }
    Item {
        visible: !root.compact
        y: parent.height - height
        width: parent.width - 1
        height: 36
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Icon {
            x: 18
            y: 11
            size: 13
            name: "clock"
            colour: Theme.fg3
        }
        SafeText {
            objectName: "pollStatus"
            x: 39
            y: 9
            width: parent.width - x - 8
            height: 17
            text: root.sync.status
            font: Theme.fontCaption
            color: Theme.fg3
        }
    }
    //! Changes its name when "poll now" has come to something; screen readers read it out.
    Item {
        Accessible.role: Accessible.StaticText
        Accessible.name: root.sync.outcome
    }
}
