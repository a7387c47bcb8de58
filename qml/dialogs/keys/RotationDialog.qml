// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Replaces a key step by step. It can be closed at any step; the rotation stays open and is shown on the key.
TkPopup {
    id: root

    required property KeysViewModel page
    required property KeyReports reports
    required property RotationService rotations
    property SecretClipboard clipboard
    property string keychain
    readonly property int step: rotation.step
    readonly property bool isOver: step === RotationViewModel.Done || step === RotationViewModel.Cancelled

    width: Math.min(760, parent ? parent.width - 56 : 760)
    height: Math.min(584, parent ? parent.height - 64 : 584)
    onClosed: body.clear()

    function begin() {
        open();
        rotation.begin(page);
        close.forceActiveFocus(Qt.TabFocusReason);
    }

    RotationViewModel {
        id: rotation
        reports: root.reports
        rotations: root.rotations
        clipboard: root.clipboard
        keychain: root.keychain
        isOpen: root.visible
    }
    onStepChanged: body.takeFocus()

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        SafeText {
            id: heading
            objectName: "rotationTitle"
            x: 18
            y: 14
            width: close.x - x - 8
            height: 24
            //: %1 is a key
            text: qsTr("Rotate %1").arg(rotation.name)
            font: Qt.font({
                family: Theme.familySans,
                pixelSize: 16,
                weight: 600,
                letterSpacing: -0.1
            })
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        SafeText {
            x: 18
            y: 38
            width: close.x - x - 8
            height: 16
            text: qsTr("You can close this. Tollkeeper keeps the rotation open and shows it on the key.")
            font: Theme.fontSmall
            color: Theme.fg3
        }
        TkButton {
            id: close
            objectName: "closeRotation"
            x: parent.width - width - 18
            y: 22
            kind: TkButton.Ghost
            small: true
            iconName: "close"
            iconSize: 16
            tip: qsTr("Close (Esc)")
            Accessible.name: qsTr("Close; the rotation stays open")
            onClicked: root.close()
        }
        Rectangle {
            y: 68
            width: parent.width
            height: 1
            color: Theme.line
        }
        RotationRail {
            x: 1
            y: 69
            width: 244
            height: foot.y - y
            steps: rotation.steps
        }
        SkeletonLines {
            visible: !rotation.isReady && rotation.problem === ""
            x: 265
            y: 92
            width: parent.width - x - 20
            lines: 5
            text: qsTr("Beginning the rotation")
        }
        RotationBody {
            id: body
            objectName: "rotationBody"
            visible: rotation.isReady || rotation.problem !== ""
            x: 245
            y: 69
            width: parent.width - x
            height: foot.y - y
            clip: true
            rotation: rotation
        }
        RotationFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            rotation: rotation
            onPasteWanted: body.paste()
            onCloseWanted: root.close()
        }
    }
}
