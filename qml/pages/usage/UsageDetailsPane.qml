// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The selected request: route, cost, identifiers side by side, or below each other where it is narrow.
FocusScope {
    id: root

    required property UsageDetailsViewModel details
    readonly property bool isNarrow: width < 700

    signal closeWanted
    signal tryWanted //!< the same in the Playground

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Details of the request")
    Keys.onEscapePressed: root.closeWanted()

    Rectangle {
        anchors.fill: parent
        color: Theme.bgSurface
    }
    Row {
        id: title
        x: 14
        height: 40
        spacing: 8
        clip: true
        width: tryAgain.x - x - 8
        SafeText {
            objectName: "detailsTitle"
            height: parent.height
            width: Math.min(implicitWidth, root.width * 0.5)
            text: root.details.title
            font: Theme.fontHeading
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        StatusCode {
            anchors.verticalCenter: parent.verticalCenter
            code: root.details.cells.status
            tone: root.details.cells.tone
            reason: root.details.cells.reason
        }
        SafeText {
            visible: !root.isNarrow
            height: parent.height
            text: root.details.cells.requested
            font: Theme.fontSmall
            color: Theme.fg2
        }
        Icon {
            visible: !root.isNarrow && root.details.cells.isServedElsewhere
            anchors.verticalCenter: parent.verticalCenter
            name: "arrow"
            size: 14
            colour: Theme.fg3
        }
        SafeText {
            objectName: "detailsServed"
            visible: !root.isNarrow && root.details.cells.isServedElsewhere
            height: parent.height
            text: root.details.served
            font: Theme.fontSmallStrong
            color: Theme.accent
        }
        SafeText {
            visible: !root.isNarrow && root.details.served !== ""
            height: parent.height
            //: %1 is who runs a model
            text: qsTr("via %1").arg(root.details.cells.provider)
            font: Theme.fontSmall
            color: Theme.fg2
        }
    }
    TkButton {
        id: tryAgain
        objectName: "openInPlayground"
        x: close.x - width - 8
        y: 8
        small: true
        iconName: "cmd"
        iconSize: 13
        text: qsTr("Open in Playground")
        onClicked: root.tryWanted()
    }
    TkButton {
        id: close
        objectName: "closeDetails"
        x: parent.width - width - 14
        y: 8
        kind: TkButton.Ghost
        small: true
        iconName: "close"
        iconSize: 16
        tip: qsTr("Close (Esc)")
        Accessible.name: qsTr("Close the details")
        onClicked: root.closeWanted()
    }
    Rectangle {
        y: 39
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    Flickable {
        id: body
        y: 40
        width: parent.width
        height: parent.height - y
        contentHeight: root.isNarrow ? ids.y + ids.height + 12 : Math.max(route.height, costs.height, ids.height) + 22
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: TkScrollBar {}

        readonly property real unit: width / 3.15

        RouteColumn {
            id: route
            x: 14
            y: 11
            width: root.isNarrow ? body.width - 28 : body.unit * 1.15 - 30
            details: root.details
        }
        CostColumn {
            id: costs
            x: root.isNarrow ? 14 : body.unit * 1.15 + 16
            y: root.isNarrow ? route.y + route.height + 12 : 11
            width: root.isNarrow ? body.width - 28 : body.unit - 32
            details: root.details
        }
        IdColumn {
            id: ids
            x: root.isNarrow ? 14 : body.unit * 2.15 + 16
            y: root.isNarrow ? costs.y + costs.height + 14 : 11
            width: root.isNarrow ? body.width - 28 : body.unit - 30
            details: root.details
        }
        Rectangle {
            visible: !root.isNarrow
            x: body.unit * 1.15
            width: 1
            height: Math.max(body.height, body.contentHeight)
            color: Theme.lineSubtle
        }
        Rectangle {
            visible: !root.isNarrow
            x: body.unit * 2.15
            width: 1
            height: Math.max(body.height, body.contentHeight)
            color: Theme.lineSubtle
        }
    }
}
