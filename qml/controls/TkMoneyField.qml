// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! An amount, right-aligned, with its currency at the left. Takes "4800", "4,800" and "4.8k".
TkField {
    id: root

    required property string currency

    horizontalAlignment: TextInput.AlignRight
    leftPadding: 9 + code.width + 8
    inputMethodHints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText

    SafeText {
        id: code
        x: 9
        height: parent.height
        text: root.currency
        font: Theme.fontSmall
        color: Theme.fg3
    }
}
