// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

TkButton {
    required property SyncViewModel sync

    enabled: !sync.isPolling
    iconName: "refresh"
    tip: qsTr("Poll now (F5)")
    Accessible.name: qsTr("Poll now")
}
