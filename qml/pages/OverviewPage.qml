// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The Overview: are we within budget, what did each day cost, what is left where. Below 1200 of window width it
//! has two columns and scrolls.
Flickable {
    id: root

    required property OverviewViewModel overview
    property bool compact: false
    property bool updating: false

    signal budgetWanted
    signal alertWanted(string alert)
    signal inboxWanted
    //! Where a figure comes from: its name, its days, the id of its key or nothing.
    signal provenanceWanted(string title, string firstDay, string lastDay, string key)

    readonly property int gap: compact ? 12 : 14
    readonly property int side: compact ? 14 : 20
    readonly property int pad: compact ? 12 : 16
    readonly property real inner: width - 2 * side
    readonly property real half: (inner - gap) / 2
    readonly property int chartHeight: compact ? 254 : 289
    readonly property real chartsY: pad + header.height + gap
    readonly property real bottomY: chartsY + chartHeight + gap
    readonly property real wideBottom: Math.max(300, height - bottomY - pad)

    contentWidth: width
    contentHeight: (compact ? Math.max(keys.y + keys.height, alerts.y + alerts.height) : bottomY + wideBottom) + pad
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    ScrollBar.vertical: TkScrollBar {}

    Binding {
        target: root.overview
        property: "namedSeries"
        value: root.compact ? 5 : 7
    }

    HeaderPanel {
        id: header
        objectName: "header"
        x: root.side
        y: root.pad
        width: root.inner
        height: implicitHeight
        overview: root.overview
        compact: root.compact
        onBudgetWanted: root.budgetWanted()
        onProvenanceWanted: root.provenanceWanted(spentTitle, root.overview.monthStart, root.overview.today, "")
    }
    CumulativePanel {
        objectName: "cumulative"
        x: root.side
        y: root.chartsY
        width: root.half
        height: root.chartHeight
        overview: root.overview
        updating: root.updating
    }
    DailyPanel {
        objectName: "daily"
        x: root.side + root.half + root.gap
        y: root.chartsY
        width: root.half
        height: root.chartHeight
        z: 1
        overview: root.overview
        updating: root.updating
        onDayChosen: (title, day) => root.provenanceWanted(title, day, day, "")
    }
    BalancesPanel {
        id: balances
        objectName: "balancesPanel"
        x: root.side
        y: root.bottomY
        width: root.compact ? root.half : 418
        height: root.compact ? Math.max(natural, 200) : root.wideBottom
        overview: root.overview
        updating: root.updating
    }
    TopKeysPanel {
        id: keys
        objectName: "keysPanel"
        x: root.compact ? root.side : balances.x + balances.width + root.gap
        y: root.compact ? balances.y + balances.height + root.gap : root.bottomY
        width: root.compact ? root.half : root.inner - balances.width - alerts.width - 2 * root.gap
        height: root.compact ? Math.max(natural, 200) : root.wideBottom
        overview: root.overview
        updating: root.updating
        onKeyChosen: (name, id) => root.provenanceWanted(name, root.overview.monthStart, root.overview.today, id)
    }
    AlertsPanel {
        id: alerts
        objectName: "alertsPanel"
        x: root.side + root.inner - width
        y: root.bottomY
        width: root.compact ? root.half : Math.min(338, root.inner - balances.width - 330)
        height: root.compact ? balances.height : root.wideBottom
        overview: root.overview
        updating: root.updating
        onAlertWanted: alert => root.alertWanted(alert)
        onInboxWanted: root.inboxWanted()
    }
}
