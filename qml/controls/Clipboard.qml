// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

//! Puts text that is no secret onto the clipboard.
QtObject {
    id: root

    readonly property TextEdit carrier: TextEdit {
        textFormat: TextEdit.PlainText
    }

    signal copied

    function copy(text: string) {
        if (text === "")
            return;
        carrier.text = text;
        carrier.selectAll();
        carrier.copy();
        carrier.clear();
        copied();
    }
}
