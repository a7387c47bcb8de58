// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! The place of the inbox.
Item {
    property bool compact: false
}
