// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Shows an answer as it came, or with its headings, lists and code set apart.
TkButton {
    objectName: "formatAnswer"

    property bool isFormatted: false

    kind: isFormatted ? TkButton.Plain : TkButton.Ghost
    small: true
    iconName: "rows"
    tip: isFormatted ? qsTr("Plain text, as it came") : qsTr("Set headings, lists and code apart")
    Accessible.name: tip
}
