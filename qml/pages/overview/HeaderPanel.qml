// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Spent, of what, how far the month is, and what today and the last days were like.
Rectangle {
    id: root

    required property OverviewViewModel overview
    property bool compact: false

    signal budgetWanted
    signal provenanceWanted

    readonly property string spentTitle: title.text
    readonly property bool hasBudget: overview.header.budget !== ""
    readonly property int side: compact ? 15 : 19
    readonly property int gap: compact ? 20 : 26
    readonly property int foot: overview.warning.lead !== "" ? 34 : 0

    implicitHeight: (compact ? 111 : 115) + foot + (compact && extra.visible ? 6 : 0)
    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line

    Column {
        id: spent
        x: root.side
        y: (root.height - root.foot - height) / 2
        width: Math.max(root.compact ? 196 : 236, title.implicitWidth, of.implicitWidth)
        SafeText {
            id: title
            objectName: "spentTitle"
            height: 18
            text: root.overview.header.isAtLeast ?
                //: %1 is a month
                qsTr("Spent in %1, at least").arg(root.overview.header.month) :
                //: %1 is a month
                qsTr("Spent in %1, all accounts").arg(root.overview.header.month)
            font: Theme.fontSmall
            color: Theme.fg2
        }
        PressableFigure {
            objectName: "spent"
            tip: qsTr("Where this figure comes from")
            onPressed: root.provenanceWanted()
            height: root.compact ? 34 : 36
            text: root.overview.header.spent
            font: root.compact ? Qt.font({
                family: Theme.familySans,
                pixelSize: 26,
                weight: 600,
                letterSpacing: -0.5
            }) : Theme.fontDisplay
        }
        SafeText {
            id: of
            objectName: "ofBudget"
            height: 18
            visible: root.hasBudget
            text: root.overview.header.isOver ?
                //: %1 and %2 are money
                qsTr("of %1 budget, %2 over").arg(root.overview.header.budget).arg(root.overview.header.distance) :
                //: %1 and %2 are money
                qsTr("of %1 budget, %2 left").arg(root.overview.header.budget).arg(root.overview.header.distance)
            font: Theme.fontSmall
            color: Theme.fg2
        }
        SafeText {
            id: extra
            objectName: "otherCurrencies"
            height: 16
            width: Math.min(implicitWidth, 320)
            visible: root.overview.header.otherCurrencies !== ""
            //: %1 is a list of amounts in other currencies
            text: qsTr("and %1 not in this total").arg(root.overview.header.otherCurrencies)
            font: Theme.fontCaption
            color: Theme.fg3
        }
    }

    BudgetGauge {
        objectName: "gauge"
        visible: root.hasBudget
        x: spent.x + spent.width + root.gap
        y: (root.height - root.foot - height) / 2
        width: Math.min(root.compact ? 360 : 410, figures.x - root.gap - x)
        overview: root.overview
    }
    Column {
        visible: !root.hasBudget
        x: spent.x + spent.width + root.gap
        y: (root.height - root.foot - height) / 2
        width: Math.min(root.compact ? 300 : 330, figures.x - root.gap - x)
        spacing: 8
        SafeText {
            width: parent.width
            text: qsTr("No budget for this month yet. With one you are told at 50, 80 and 100 percent.")
            font: Theme.fontSmall
            color: Theme.fg2
            wrapMode: Text.Wrap
        }
        TkButton {
            objectName: "setBudgetHere"
            text: qsTr("Set a monthly budget")
            onClicked: root.budgetWanted()
        }
    }

    Row {
        id: figures
        objectName: "figures"
        x: root.width - width - (root.side)
        y: (root.height - root.foot - height) / 2
        spacing: root.compact ? 14 : 10
        HeaderFigure {
            objectName: "today"
            least: root.compact ? 104 : 118
            caption: qsTr("Today so far")
            figure: root.overview.header.today
            note: root.overview.header.usualDay === "" ? "" :
                //: %1 is money
                qsTr("usually %1 a day").arg(root.overview.header.usualDay)
        }
        HeaderFigure {
            objectName: "lastSevenDays"
            least: root.compact ? 104 : 118
            caption: qsTr("Last 7 days")
            figure: root.overview.header.lastSevenDays
            note: qsTr("with today so far")
        }
        HeaderFigure {
            objectName: "lastMonth"
            visible: !root.compact && root.width > 1090 && root.overview.header.lastMonth !== ""
            //: %1 is the month before this one
            caption: qsTr("Spent in %1").arg(root.overview.header.lastMonth)
            figure: root.overview.header.lastMonthSpent
            note: qsTr("the whole month")
        }
    }

    WarningStrip {
        objectName: "warning"
        overview: root.overview
        visible: root.foot > 0
        x: 1
        y: root.height - root.foot - 1
        width: root.width - 2
        height: root.foot
    }
}
