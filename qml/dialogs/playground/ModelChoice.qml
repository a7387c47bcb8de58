// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Which models are compared, and how often each is asked.
Item {
    id: root

    required property ComparisonViewModel comparison
    readonly property bool canAdd: !comparison.isRunning && comparison.models.length < 8

    implicitHeight: Math.max(30, models.height)

    Flow {
        id: models
        width: parent.width - times.width - 24
        spacing: 6
        Repeater {
            model: root.comparison.models
            FilterChip {
                required property int index
                required property string modelData
                objectName: "comparedModel" + index
                enabled: !root.comparison.isRunning
                value: modelData
                label: ""
                removable: true
                hasChevron: false
                Accessible.name: modelData
                //: %1 is the name of a model
                removeName: qsTr("Take %1 out of the comparison").arg(modelData)
                onRemoved: root.comparison.models = Array.from(root.comparison.models).filter((model, place) => place !== index)
            }
        }
        FilterChip {
            id: add
            objectName: "addComparedModel"
            enabled: root.canAdd
            plain: true
            iconName: "plus"
            label: qsTr("Model")
            isOpen: popup.visible
            Accessible.name: qsTr("Add a model")
            onClicked: popup.open()
            ModelPopup {
                id: popup
                objectName: "comparedModelPopup"
                width: 420
                models: root.comparison.composer ? root.comparison.composer.models : []
                note: root.comparison.composer ? root.comparison.composer.modelsNote : ""
                onChosen: model => {
                    if (!root.comparison.models.includes(model))
                        root.comparison.models = [...root.comparison.models, model];
                }
                onClosed: add.forceActiveFocus(Qt.PopupFocusReason)
            }
        }
    }
    Row {
        id: times
        x: parent.width - width
        spacing: 8
        SafeText {
            height: repeats.height
            text: qsTr("Requests for each")
            font: Theme.fontSmall
            color: Theme.fg2
        }
        TkSelect {
            id: repeats
            objectName: "repeats"
            width: 64
            enabled: !root.comparison.isRunning
            name: qsTr("Requests for each model")
            options: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
            current: root.comparison.repeats - 1
            onChosen: index => root.comparison.repeats = index + 1
        }
    }
}
