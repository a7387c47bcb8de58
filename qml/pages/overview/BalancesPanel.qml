// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is left at each gateway, and how old that figure is.
Panel {
    id: root

    required property OverviewViewModel overview
    readonly property bool hasFoot: overview.header.byok !== ""
    //! Shows every account without scrolling.
    readonly property int natural: 40 + 29 + overview.accounts.length * 55 + (hasFoot ? 39 : 0) + 2

    title: qsTr("Balances and credits")

    TableHead {
        id: head
        width: parent.width
        TableHeading {
            x: 14
            text: qsTr("Account")
        }
        TableHeading {
            x: parent.width - 131 - width
            text: qsTr("Balance")
        }
        TableHeading {
            x: parent.width - 14 - width
            //: %1 is a time zone
            text: qsTr("As of (%1)").arg(root.overview.zone)
        }
    }
    ListView {
        objectName: "balances"
        y: head.height
        width: parent.width
        height: parent.height - y - (root.hasFoot ? 39 : 0)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        model: root.overview.accounts
        ScrollBar.vertical: TkScrollBar {}
        delegate: BalanceRow {
            width: ListView.view.width
            height: Math.max(44, Math.min(55, Math.floor(ListView.view.height / ListView.view.count)))
            isLast: index === ListView.view.count - 1
        }
    }
    Item {
        visible: root.hasFoot
        y: parent.height - 38
        width: parent.width
        height: 38
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.lineSubtle
        }
        Icon {
            x: 14
            y: 12
            size: 14
            name: "swap"
        }
        SafeText {
            x: 35
            width: byok.x - x - 8
            height: parent.height
            text: qsTr("BYOK, billed by the providers, not in these totals")
            font: Theme.fontSmall
            color: Theme.fg2
        }
        SafeText {
            id: byok
            objectName: "byok"
            x: parent.width - width - 14
            height: parent.height
            text: root.overview.header.byok
            font: Theme.fontSmallStrong
        }
    }
}
