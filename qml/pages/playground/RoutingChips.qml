// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Wishes about the way through the gateway, or that it takes none.
Column {
    id: root

    required property ComposerViewModel composer
    readonly property RoutingViewModel routing: composer.routing

    spacing: 3

    SafeLabel {
        text: qsTr("Routing")
    }
    Flow {
        visible: root.composer.offersRouting
        width: parent.width
        spacing: 5
        SortChip {
            objectName: "sortChip"
            routing: root.routing
        }
        ProvidersChip {
            objectName: "providersChip"
            routing: root.routing
        }
        MaxPriceChip {
            objectName: "maxPriceChip"
            routing: root.routing
        }
        RoutingToggle {
            objectName: "allowsFallbacks"
            text: qsTr("Provider fallback")
            tip: qsTr("Another provider of the same model may answer")
            checked: root.routing.allowsFallbacks
            onClicked: root.routing.allowsFallbacks = !root.routing.allowsFallbacks
        }
        RoutingToggle {
            objectName: "zeroRetention"
            text: qsTr("Zero retention")
            tip: qsTr("Only providers that keep nothing")
            checked: root.routing.wantsZeroRetention
            onClicked: root.routing.wantsZeroRetention = !root.routing.wantsZeroRetention
        }
        RoutingToggle {
            objectName: "requireParameters"
            text: qsTr("Require parameters")
            tip: qsTr("Only providers that know every parameter")
            checked: root.routing.requiresParameters
            onClicked: root.routing.requiresParameters = !root.routing.requiresParameters
        }
        RoutingToggle {
            objectName: "noCollection"
            visible: checked // else it is offered among the providers
            text: qsTr("No data collection")
            tip: qsTr("Only providers that do not train on what is sent")
            checked: root.routing.deniesDataCollection
            onClicked: root.routing.deniesDataCollection = !root.routing.deniesDataCollection
        }
    }
    SafeText {
        objectName: "routingProblem"
        visible: text !== "" && root.composer.offersRouting
        width: parent.width
        text: root.routing.problem
        font: Theme.fontCaption
        color: Theme.danger
        wrapMode: Text.Wrap
    }
    SafeText {
        objectName: "routingNote"
        visible: text !== ""
        width: parent.width
        text: root.composer.routingNote
        font: Theme.fontSmall
        color: Theme.fg2
        wrapMode: Text.Wrap
    }
}
