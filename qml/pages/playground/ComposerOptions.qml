// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Routing and parameters; in a narrow window folded into one line that sums them up.
Column {
    id: root

    required property ComposerViewModel composer
    property bool folds: false
    property bool isOpen: false
    readonly property bool showsAll: !folds || isOpen || composer.parameterProblem !== ""

    spacing: 9

    AbstractButton {
        id: fold
        objectName: "optionsFold"
        visible: root.folds
        width: parent.width
        implicitHeight: 30
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        //: %1 sums up what is set
        Accessible.name: qsTr("Options: %1").arg(root.composer.optionsSummary)
        Accessible.checked: root.isOpen
        Accessible.onPressAction: fold.clicked()
        Keys.onReturnPressed: clicked()
        Keys.onEnterPressed: clicked()
        onClicked: root.isOpen = !root.isOpen
        contentItem: null
        background: Rectangle {
            radius: Theme.r
            color: fold.hovered ? Theme.bgHover : Theme.bgSurface
            border.color: Theme.line
            FocusRing {
                shown: fold.visualFocus
            }
        }
        Icon {
            x: 9
            anchors.verticalCenter: parent.verticalCenter
            name: root.showsAll ? "down" : "right"
            size: 14
            colour: Theme.fg3
        }
        SafeText {
            id: word
            x: 31
            height: parent.height
            text: qsTr("Options")
            font: Theme.fontSmallStrong
            Accessible.ignored: true
        }
        SafeText {
            objectName: "optionsSummary"
            x: word.x + word.width + 8
            width: parent.width - x - 9
            height: parent.height
            text: root.composer.optionsSummary
            font: Theme.fontSmall
            color: Theme.fg2
            Accessible.ignored: true
        }
    }
    RoutingChips {
        objectName: "routing"
        visible: root.showsAll
        width: parent.width
        enabled: !root.composer.saysMore
        opacity: enabled ? 1 : 0.5
        composer: root.composer
    }
    ParameterFields {
        objectName: "parameters"
        visible: root.showsAll
        width: parent.width
        composer: root.composer
    }
    SafeText {
        objectName: "jsonNote"
        visible: text !== ""
        width: parent.width
        text: root.composer.jsonNote
        font: Theme.fontCaption
        color: Theme.fg2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
