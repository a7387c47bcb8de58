// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Whether to send again, why, and how long to wait first: counted down, and told when it is over.
Note {
    id: root

    required property RunViewModel run

    tone: run.retryTone === "danger" ? Note.Danger : run.retryTone === "warn" ? Note.Warn : Note.Info
    iconName: run.retryTone === "danger" ? "stop" : "clock"
    lead: run.retryVerdict
    //: two sentences: why, and how much of the wait is left
    text: run.waitText === "" ? run.retryReason : qsTr("%1 %2").arg(run.retryReason).arg(run.waitText)
    Accessible.role: Accessible.StaticText
    Accessible.name: lead + " " + text
}
