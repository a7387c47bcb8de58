// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! The keys that lead to each page, and out of the program.
Item {
    id: root

    signal pageWanted(string page)

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
        sequences: ["Ctrl+Q"]
        onActivated: Qt.quit()
    }
}
