// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! An HTTP status with its meaning beside it. The tone is that of what happened, not of the number.
Row {
    id: root

    property string code
    property string tone: "ok" //!< "ok", "warn", "danger"
    property string reason

    spacing: 5
    Tag {
        objectName: "statusTag"
        anchors.verticalCenter: parent.verticalCenter
        visible: text !== ""
        text: root.code
        tone: root.tone === "ok" ? Tag.Ok : root.tone === "warn" ? Tag.Warn : Tag.Danger
    }
    SafeText {
        anchors.verticalCenter: parent.verticalCenter
        visible: text !== ""
        text: root.reason
        font: Theme.fontCaption
        color: root.tone === "warn" ? Theme.warn : Theme.danger
    }
}
