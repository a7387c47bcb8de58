// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

RailPart {
    id: root

    required property RunViewModel run

    title: run.timingsTitle
    //: %1 is a time
    aside: run.timingsTotal === "" ? "" : qsTr("%1 total").arg(run.timingsTotal)
    Waterfall {
        width: parent.width
        timings: root.run.timings
    }
}
