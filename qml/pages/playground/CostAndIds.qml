// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Cost, identifiers and timing in a narrow window, which has no rail.
ResultScroll {
    id: root

    required property RunViewModel run
    property bool isLive: true

    signal bundleWanted

    name: qsTr("Cost and ids")
    contentHeight: column.height + 12

    Column {
        id: column
        width: root.width
        CostPart {
            visible: root.run.costs.length > 0
            width: parent.width
            isFirst: true
            run: root.run
        }
        IdPart {
            visible: root.run.ids.length > 0
            width: parent.width
            run: root.run
        }
        TimingPart {
            visible: root.run.timings.length > 0
            width: parent.width
            run: root.run
        }
        TkButton {
            objectName: "copyBundle"
            visible: root.isLive && root.run.wasSent
            x: 16
            iconName: "copy"
            iconSize: 14
            text: qsTr("Copy support bundle")
            tip: qsTr("Ctrl+Shift+B")
            onClicked: root.bundleWanted()
        }
    }
}
