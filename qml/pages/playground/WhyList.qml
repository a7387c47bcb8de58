// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The reasons for a diagnosis, and how sure it is.
Column {
    id: root

    required property RunViewModel run

    SafeText {
        height: 21
        verticalAlignment: Text.AlignTop
        text: qsTr("Why we say so")
        font: Theme.fontSmallStrong
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        model: root.run.evidence
        Column {
            id: reason
            required property var modelData //!< EvidenceRow
            width: root.width
            topPadding: 5
            bottomPadding: 5
            SafeText {
                width: parent.width
                height: 17
                text: reason.modelData.name
                font: Theme.fontCaption
                color: Theme.fg3
            }
            SafeText {
                objectName: "evidence"
                width: parent.width
                text: reason.modelData.text
                font: Theme.fontSmall
                wrapMode: Text.Wrap
                lineHeight: 17
                lineHeightMode: Text.FixedHeight
            }
        }
    }
    Row {
        visible: root.run.certainty !== ""
        topPadding: 4
        spacing: 6
        Icon {
            y: 3
            name: "okc"
            size: 13
            colour: Theme.ok
        }
        SafeText {
            objectName: "certainty"
            width: root.width - 19
            text: root.run.certainty
            font: Theme.fontCaption
            color: Theme.fg3
            wrapMode: Text.Wrap
            lineHeight: 16
            lineHeightMode: Text.FixedHeight
        }
    }
}
