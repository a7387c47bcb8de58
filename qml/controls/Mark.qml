// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! State as a shape and a colour: ok, warn, critical, failed, stale, off, info. `state` of the account in words
//! goes into `label`.
Icon {
    id: root

    property string kind: "ok"
    property string label

    name: "mark-" + kind
    size: 10
    colour: {
        switch (kind) {
        case "ok":
            return Theme.ok;
        case "warn":
        case "stale":
            return Theme.warn;
        case "critical":
        case "failed":
            return Theme.danger;
        case "info":
            return Theme.info;
        }
        return Theme.fg3;
    }
    Accessible.ignored: label === ""
    Accessible.role: Accessible.Graphic
    Accessible.name: label
}
