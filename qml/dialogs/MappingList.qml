// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Which column of a file tells what.
ListView {
    id: root

    required property ImportViewModel importer
    readonly property var headings: importer.headings

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    spacing: 4
    model: importer.mapping
    ScrollBar.vertical: TkScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Columns")

    delegate: Item {
        id: line
        required property var modelData //!< MappingLine
        width: ListView.view.width - 10
        height: 30
        SafeText {
            width: 120
            height: parent.height
            text: line.modelData.name
            font: Theme.fontSmall
            color: line.modelData.column === "" ? Theme.fg3 : Theme.fg
            Accessible.ignored: true
        }
        TkSelect {
            objectName: "mapping" + line.modelData.field
            x: 124
            width: parent.width - x
            enabled: !root.importer.isMappingFixed && !root.importer.isBusy
            name: line.modelData.name
            placeholder: qsTr("not in the file")
            options: [qsTr("not in the file"), ...root.headings]
            current: line.modelData.column === "" ? -1 : root.headings.indexOf(line.modelData.column) + 1
            onChosen: index => root.importer.chooseColumn(line.modelData.field, index <= 0 ? "" : root.headings[index - 1])
        }
    }
}
