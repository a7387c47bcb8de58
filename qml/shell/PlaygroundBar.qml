// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The bar of the Playground: that its requests are charged, or the requests that are open; and what else it can do.
TopBar {
    id: root

    required property PlaygroundViewModel playground
    required property SyncViewModel sync
    property bool canPoll: false
    readonly property bool hasTabs: playground.tabs.length > 1

    signal decodeWanted
    signal lookUpWanted
    signal compareWanted
    signal pollWanted

    title: qsTr("Playground")

    SafeText {
        objectName: "chargedNote"
        visible: !root.hasTabs && !root.compact
        x: root.contentX
        width: root.actionsX - x - 16
        height: parent.height
        text: qsTr("Requests here are real and are charged")
        font: Theme.fontSmall
        color: Theme.fg3
    }
    RequestTabs {
        objectName: "requestTabs"
        visible: root.hasTabs
        x: root.contentX
        anchors.verticalCenter: parent.verticalCenter
        width: root.actionsX - x - 16
        tabs: [...root.playground.tabs]
        current: root.playground.currentTab
        onChosen: place => root.playground.currentTab = place
        onCloseWanted: place => root.playground.closeTab(place)
    }
    // A dialog over the page is modal, and keeps it from the tabs.
    Shortcut {
        sequences: ["Ctrl+Shift+D"]
        enabled: root.visible
        onActivated: root.playground.duplicateTab()
    }
    actions: [
        TkButton {
            objectName: "newRequest"
            iconName: "plus"
            iconSize: 14
            text: qsTr("New")
            tip: qsTr("New request (Ctrl+N)")
            onClicked: root.playground.newTab()
        },
        TkButton {
            objectName: "duplicateRequest"
            iconName: "copy"
            tip: qsTr("Duplicate into a new tab (Ctrl+Shift+D)")
            Accessible.name: qsTr("Duplicate this request into a new tab")
            onClicked: root.playground.duplicateTab()
        },
        TkButton {
            objectName: "decodeButton"
            visible: !root.compact
            text: qsTr("Decode")
            tip: qsTr("Read an answer that was received elsewhere")
            onClicked: root.decodeWanted()
        },
        TkButton {
            objectName: "lookUpButton"
            visible: !root.compact
            text: qsTr("Look up")
            tip: qsTr("Find a request by its id")
            onClicked: root.lookUpWanted()
        },
        TkButton {
            objectName: "compareButton"
            visible: !root.compact
            text: qsTr("Compare models")
            tip: qsTr("Send this request to several models")
            onClicked: root.compareWanted()
        },
        TkButton {
            id: more
            objectName: "moreButton"
            visible: root.compact
            iconName: "more"
            tip: qsTr("More")
            Accessible.name: tip
            onClicked: menu.open()
            KeyMenu {
                id: menu
                objectName: "playgroundMenu"
                x: more.width - width
                width: 220
                onClosed: more.forceActiveFocus(Qt.PopupFocusReason)
                actions: [
                    { name: "decode", text: qsTr("Decode an answer"), icon: "search", enabled: true, tip: "" },
                    { name: "lookUp", text: qsTr("Look up a request"), icon: "info", enabled: true, tip: "" },
                    { name: "compare", text: qsTr("Compare models"), icon: "swap", enabled: true, tip: "" }
                ]
                onChosen: name => {
                    if (name === "decode")
                        root.decodeWanted();
                    else if (name === "lookUp")
                        root.lookUpWanted();
                    else
                        root.compareWanted();
                }
            }
        },
        PollButton {
            objectName: "pollFromPlayground"
            visible: root.canPoll
            sync: root.sync
            onClicked: root.pollWanted()
        }
    ]
}
