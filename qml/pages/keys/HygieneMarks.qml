// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! How many of the offered protections a key has, and which.
Row {
    id: root

    required property var cells //!< KeyCells

    spacing: 3
    SafeText {
        objectName: "hygieneCount"
        width: 24
        height: 18
        text: root.cells.hygiene
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 12,
            weight: 600
        })
        color: root.cells.hygieneTone === "ok" ? Theme.ok : root.cells.hygieneTone === "warn" ? Theme.warn : root.cells.hygieneTone === "danger" ? Theme.danger : Theme.fg3
        Accessible.ignored: true
    }
    Repeater {
        model: root.cells.marks
        HygieneTile {
            required property var modelData
            mark: modelData
        }
    }
}
