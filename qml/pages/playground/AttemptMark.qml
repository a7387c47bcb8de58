// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! How one try ended, as a shape.
Mark {
    id: root

    required property string tone //!< of AttemptRow

    kind: tone === "danger" ? "failed" : tone === "" ? "off" : tone
    label: tone === "ok" ? qsTr("answered") : tone === "warn" ? qsTr("failed, may be tried again") : tone === "danger" ? qsTr("failed") : tone === "" ? qsTr("under way") : qsTr("not ended")
}
