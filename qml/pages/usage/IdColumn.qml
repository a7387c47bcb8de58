// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What a request is known by, and where its row comes from.
Column {
    id: root

    required property UsageDetailsViewModel details

    SafeText {
        height: 21
        verticalAlignment: Text.AlignTop
        text: qsTr("Identifiers")
        font: Theme.fontSmallStrong
    }
    Repeater {
        model: root.details.ids
        IdRow {
            required property var modelData //!< IdLine
            objectName: "idRow"
            width: root.width
            name: modelData.name
            value: modelData.value
            isId: modelData.isId
            tip: modelData.tip
            onCopyWanted: Clipboard.copy(modelData.value)
        }
    }
}
