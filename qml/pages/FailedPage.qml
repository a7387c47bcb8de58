// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The figures could not be read: what happened, and one thing to do.
Item {
    id: root

    required property OverviewViewModel overview

    ProblemCard {
        anchors.centerIn: parent
        width: Math.min(520, parent.width - 40)
        title: root.overview.problemTitle
        text: root.overview.problem
        onAgainWanted: root.overview.reload()
    }
}
