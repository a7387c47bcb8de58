// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What a request is known by.
RailPart {
    id: root

    required property RunViewModel run

    title: qsTr("Identifiers")
    Repeater {
        model: root.run.ids
        IdRow {
            required property var modelData //!< IdLine
            objectName: "idRow"
            width: parent ? parent.width : 0
            name: modelData.name
            value: modelData.value
            isId: modelData.isId
            onCopyWanted: Clipboard.copy(modelData.value)
        }
    }
}
