// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The conditions that rows must meet. Chips that do not fit go onto a second line. For the ledger's totals only the
//! days count; the other chips say so.
Item {
    id: root

    required property UsageFilterViewModel filter
    property bool daysOnly: false //!< the ledger's totals are shown
    property bool showsAccount: false //!< added by "+ Filter"
    property bool showsRequestId: false
    property bool showsPlayground: false
    readonly property string daysOnlyTip: qsTr("The ledger's totals are kept by day, model and key; only the days count here")
    property alias actions: actionRow.data

    implicitHeight: chips.height + 17

    function takeFocus() {
        date.forceActiveFocus(Qt.TabFocusReason);
    }

    Flow {
        id: chips
        x: 14
        y: 8
        width: actionRow.x - x - 12
        spacing: 6
        DateChip {
            id: date
            objectName: "dateChip"
            filter: root.filter
        }
        ChoiceChip {
            objectName: "keyChip"
            label: qsTr("Key")
            list: root.filter.keys
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        ChoiceChip {
            objectName: "requestedChip"
            label: qsTr("Requested")
            list: root.filter.requested
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        ChoiceChip {
            objectName: "servedChip"
            label: qsTr("Served")
            list: root.filter.served
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        ChoiceChip {
            objectName: "providerChip"
            label: qsTr("Provider")
            list: root.filter.providers
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        ChoiceChip {
            objectName: "statusChip"
            label: qsTr("Status")
            list: root.filter.statuses
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        FilterToggle {
            objectName: "fallbackChip"
            text: qsTr("Fallback only")
            checked: root.filter.fellBackOnly
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
            onClicked: root.filter.fellBackOnly = !root.filter.fellBackOnly
        }
        CostChip {
            objectName: "costChip"
            filter: root.filter
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        ChoiceChip {
            id: account
            objectName: "accountChip"
            visible: root.showsAccount || root.filter.accounts.isSet
            label: qsTr("Account")
            list: root.filter.accounts
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        RequestIdChip {
            id: requestId
            objectName: "requestIdChip"
            visible: root.showsRequestId || root.filter.requestId !== ""
            filter: root.filter
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        PlaygroundChip {
            id: playground
            objectName: "playgroundChip"
            visible: root.showsPlayground || root.filter.playground !== "with"
            filter: root.filter
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
        }
        FilterChip {
            id: more
            objectName: "moreFilters"
            visible: !account.visible || !requestId.visible || !playground.visible
            label: qsTr("Filter")
            iconName: "plus"
            plain: true
            enabled: !root.daysOnly
            tip: root.daysOnly ? root.daysOnlyTip : ""
            isOpen: menu.visible
            onClicked: menu.visible ? menu.close() : menu.open()
            DropPanel {
                id: menu
                objectName: "moreMenu"
                width: 160
                onOpened: (addAccount.visible ? addAccount : addRequestId.visible ? addRequestId : addPlayground).forceActiveFocus(Qt.TabFocusReason)
                Column {
                    width: parent.width
                    TkButton {
                        id: addAccount
                        objectName: "addAccountFilter"
                        visible: !account.visible
                        width: parent.width
                        kind: TkButton.Ghost
                        text: qsTr("Account")
                        onClicked: {
                            menu.close();
                            root.showsAccount = true;
                            account.openChoices();
                        }
                    }
                    TkButton {
                        id: addRequestId
                        objectName: "addRequestIdFilter"
                        visible: !requestId.visible
                        width: parent.width
                        kind: TkButton.Ghost
                        text: qsTr("Request id")
                        onClicked: {
                            menu.close();
                            root.showsRequestId = true;
                            requestId.openChoices();
                        }
                    }
                    TkButton {
                        id: addPlayground
                        objectName: "addPlaygroundFilter"
                        visible: !playground.visible
                        width: parent.width
                        kind: TkButton.Ghost
                        text: qsTr("Playground")
                        onClicked: {
                            menu.close();
                            root.showsPlayground = true;
                            playground.openChoices();
                        }
                    }
                }
            }
        }
    }
    Row {
        id: actionRow
        x: root.width - width - 14
        y: 8
        height: 24
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
}
