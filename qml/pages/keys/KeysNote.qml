// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What stands in the place of the table while there is none: read for the first time, nothing there, nothing found,
//! or not readable.
Item {
    id: root

    required property KeysViewModel keys

    signal addWanted

    SkeletonLines {
        objectName: "keysLoading"
        visible: root.keys.state === KeysViewModel.Loading
        x: 14
        y: 22
        width: parent.width - 28
        text: qsTr("Reading the keys")
    }
    Column {
        objectName: "keysEmpty"
        visible: root.keys.state === KeysViewModel.Empty
        anchors.centerIn: parent
        spacing: 14
        EmptyNote {
            width: Math.min(420, root.width - 48)
            iconName: "key"
            lead: qsTr("No gateway has told of a key yet")
            text: qsTr("Keys appear here with the next poll of an account that lists them. You can also make one or paste one.")
        }
        TkButton {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "plus"
            text: qsTr("Add key")
            onClicked: root.addWanted()
        }
    }
    Column {
        objectName: "keysNoneFound"
        visible: root.keys.state === KeysViewModel.Ready && root.keys.rows.length === 0
        anchors.centerIn: parent
        spacing: 14
        EmptyNote {
            width: Math.min(420, root.width - 48)
            iconName: "filter"
            lead: root.keys.isFiltered ? qsTr("No key meets these conditions") : qsTr("No key is in this view")
        }
        TkButton {
            objectName: "clearKeyFilters"
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Show all keys")
            onClicked: root.keys.clearFilters()
        }
    }
    ProblemCard {
        objectName: "keysFailed"
        visible: root.keys.state === KeysViewModel.Failed
        anchors.centerIn: parent
        width: Math.min(520, parent.width - 40)
        title: root.keys.problemTitle
        text: root.keys.problem
        onAgainWanted: root.keys.reload()
    }
}
