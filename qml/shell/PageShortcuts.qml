// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! The keys that lead to each page, that poll, and that lead out of the program.
Item {
    id: root

    property bool canPoll: false

    signal pageWanted(string page)
    signal pollWanted

    Shortcut {
        sequences: ["Ctrl+1"]
        onActivated: root.pageWanted("overview")
    }
    Shortcut {
        sequences: ["Ctrl+2"]
        onActivated: root.pageWanted("keys")
    }
    Shortcut {
        sequences: ["Ctrl+3"]
        onActivated: root.pageWanted("usage")
    }
    Shortcut {
        sequences: ["Ctrl+4"]
        onActivated: root.pageWanted("budgets")
    }
    Shortcut {
        sequences: ["Ctrl+5"]
        onActivated: root.pageWanted("playground")
    }
    Shortcut {
        sequences: ["F5"]
        enabled: root.canPoll
        onActivated: root.pollWanted()
    }
    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: Qt.quit()
    }
}
