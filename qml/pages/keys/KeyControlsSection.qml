// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Limits and controls with who can change each.
DrawerSection {
    id: root

    required property KeyDetailsViewModel details

    signal editWanted(string control)
    signal siteWanted

    title: qsTr("Limits and controls")
    aside: HygieneMarks {
        cells: root.details.cells
    }
    implicitHeight: 34 + lines.height + 6

    Column {
        id: lines
        y: -4
        width: root.innerWidth
        Repeater {
            model: root.details.controls
            KeyControlRow {
                required property int index
                required property var modelData
                objectName: "controlRow"
                width: root.innerWidth
                line: modelData
                isLast: index === root.details.controls.length - 1
                onEditWanted: control => root.editWanted(control)
                onSiteWanted: root.siteWanted()
            }
        }
    }
}
