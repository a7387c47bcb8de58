// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The model that was asked for, and the one that answered. Names give way to each other evenly.
Item {
    id: root

    required property RunViewModel run
    readonly property real wanted: Math.max(asked.implicitWidth, askedCaption.implicitWidth)
    readonly property real half: (width - 38) / 2

    implicitHeight: 36

    SafeText {
        id: askedCaption
        width: asked.width
        height: 16
        text: qsTr("Requested")
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        id: asked
        objectName: "requestedModel"
        y: 16
        width: Math.min(root.wanted, Math.max(root.half, root.width - 38 - Math.max(served.implicitWidth, servedCaption.implicitWidth)))
        height: 20
        text: root.run.requestedModel === "" ? "–" : root.run.requestedModel
        font: Theme.fontMono
        elide: Text.ElideLeft
    }
    Icon {
        id: arrow
        x: asked.width + 11
        y: 10
        name: "arrow"
        colour: Theme.fg3
    }
    SafeText {
        id: servedCaption
        x: arrow.x + 27
        width: root.width - x
        height: 16
        text: root.run.servedCaption
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        id: served
        objectName: "servedModel"
        x: servedCaption.x
        y: 16
        width: root.width - x
        height: 20
        text: root.run.servedModel
        elide: Text.ElideLeft
        font: Qt.font({
            family: Theme.familyMono,
            pixelSize: 12,
            weight: root.run.isServedByOther ? 500 : 400
        })
        color: root.run.isServedByOther ? Theme.accent : Theme.fg
    }
}
