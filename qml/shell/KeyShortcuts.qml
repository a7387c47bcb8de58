// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! The keys of an open key.
Item {
    id: root

    signal copyWanted
    signal revealWanted
    signal rotateWanted

    Shortcut {
        sequences: ["Ctrl+Shift+C"]
        enabled: root.enabled
        onActivated: root.copyWanted()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+E"]
        enabled: root.enabled
        onActivated: root.revealWanted()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+R"]
        enabled: root.enabled
        onActivated: root.rotateWanted()
    }
}
