// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! The keys of the Playground.
Item {
    id: root

    property bool isRunning: false
    property bool hasPopup: false //!< Esc closes that first

    signal sendWanted
    signal cancelWanted
    signal tabWanted(int place)
    signal idWanted
    signal bundleWanted
    signal jsonWanted
    signal newWanted
    signal paneWanted //!< the other one of request and result

    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: root.enabled
        onActivated: root.sendWanted()
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.enabled && root.isRunning && !root.hasPopup
        onActivated: root.cancelWanted()
    }
    Instantiator {
        model: 6
        delegate: Shortcut {
            required property int index
            sequences: ["Alt+" + (index + 1)]
            enabled: root.enabled
            onActivated: root.tabWanted(index)
        }
    }
    Shortcut {
        sequences: ["Ctrl+Shift+I"]
        enabled: root.enabled
        onActivated: root.idWanted()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+B"]
        enabled: root.enabled
        onActivated: root.bundleWanted()
    }
    Shortcut {
        sequences: ["Ctrl+J"]
        enabled: root.enabled
        onActivated: root.jsonWanted()
    }
    Shortcut {
        sequences: ["F6", "Shift+F6"] // there are two
        enabled: root.enabled
        onActivated: root.paneWanted()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: root.enabled
        onActivated: root.newWanted()
    }
}
