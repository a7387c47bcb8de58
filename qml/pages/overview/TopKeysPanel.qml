// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The most expensive keys of the month.
Panel {
    id: root

    required property OverviewViewModel overview

    signal keyChosen(string name, string id)

    readonly property int natural: 40 + 29 + Math.min(8, overview.keys.length) * 36 + 2

    title: qsTr("Top keys")
    //: %n is how many keys there are, %1 a month
    note: (overview.keys.length === 1 ? qsTr("1 key, %1") : qsTr("%n keys, %1", "", overview.keys.length)).arg(overview.header.month)

    TableHead {
        id: head
        visible: root.overview.keys.length > 0
        width: parent.width
        TableHeading {
            x: 14
            text: qsTr("Key")
        }
        TableHeading {
            x: parent.width - 196 - width
            text: qsTr("Today")
        }
        TableHeading {
            x: parent.width - 116 - width
            text: root.overview.header.month
        }
        TableHeading {
            x: parent.width - 92
            text: qsTr("Of its cap")
        }
    }
    ListView {
        objectName: "topKeys"
        visible: head.visible
        y: head.height
        width: parent.width
        height: Math.floor((parent.height - y) / 36) * 36
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        model: root.overview.keys
        ScrollBar.vertical: TkScrollBar {}
        delegate: KeyLine {
            width: ListView.view.width
            isLast: index === ListView.view.count - 1
            onPressed: root.keyChosen(modelData.name, modelData.id)
        }
    }
    EmptyNote {
        visible: !head.visible
        anchors.centerIn: parent
        width: parent.width - 48
        iconName: "key"
        lead: qsTr("No keys listed yet")
        text: qsTr("They come with the first poll, where the gateway lists them.")
    }
}
