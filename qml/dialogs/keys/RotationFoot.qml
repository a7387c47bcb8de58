// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What can be done at the step: one way forward, the ways around it at the left.
Item {
    id: root

    required property RotationViewModel rotation
    readonly property int step: rotation.step
    readonly property bool canAct: rotation.isReady && !rotation.isBusy
    readonly property bool isWatching: step === RotationViewModel.Watch || step === RotationViewModel.Disable
    readonly property bool isOver: step === RotationViewModel.Done || step === RotationViewModel.Cancelled

    signal pasteWanted
    signal closeWanted

    implicitHeight: 57

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        x: 18
        y: 14
        spacing: 8
        TkButton {
            objectName: "copyLine"
            visible: root.step === RotationViewModel.Deploy || root.isWatching
            enabled: root.canAct
            kind: TkButton.Ghost
            text: root.rotation.copiedSeconds > 0 ?
                //: %1 is a number of seconds
                qsTr("Copied, clears in %1 s").arg(root.rotation.copiedSeconds) : qsTr("Copy environment line")
            tip: qsTr("The new key as a line for a .env file, for 30 seconds")
            onClicked: root.rotation.copyLine()
        }
        TkButton {
            objectName: "cancelRotation"
            visible: !root.isOver && root.step < RotationViewModel.Delete
            enabled: root.canAct
            kind: TkButton.Ghost
            text: qsTr("Cancel rotation")
            tip: qsTr("Both keys stay as they are")
            onClicked: root.rotation.cancel()
        }
    }
    Row {
        x: parent.width - width - 18
        y: 14
        spacing: 8
        TkButton {
            objectName: "waitADay"
            visible: root.isWatching
            enabled: root.canAct
            text: qsTr("Wait 24 hours")
            onClicked: root.rotation.waitADay()
        }
        TkButton {
            objectName: "undoDisable"
            visible: root.step === RotationViewModel.Delete
            enabled: root.canAct
            text: qsTr("Enable the old key again")
            onClicked: root.rotation.undoDisable()
        }
        TkButton {
            objectName: "rotationForward"
            readonly property var words: [root.rotation.isPasted ? qsTr("Store new key") : qsTr("Create new key"), qsTr("Save and test"), qsTr("It is deployed"),
                root.rotation.isQuiet ? qsTr("Disable old key") : qsTr("Disable anyway"), root.rotation.isQuiet ? qsTr("Disable old key") : qsTr("Disable anyway"), qsTr("Delete old key"), qsTr("Close"), qsTr("Close")]
            enabled: root.canAct && (root.step !== RotationViewModel.Delete || root.rotation.canDelete)
            kind: (root.isWatching && !root.rotation.isQuiet) || root.step === RotationViewModel.Delete ? TkButton.Destructive : TkButton.Primary
            text: root.rotation.isBusy ? qsTr("Working…") : words[root.step]
            onClicked: {
                if (root.isOver)
                    root.closeWanted();
                else if (root.step === RotationViewModel.Create && root.rotation.isPasted)
                    root.pasteWanted();
                else if (root.step === RotationViewModel.Deploy)
                    root.rotation.confirmDeployed();
                else
                    root.rotation.proceed();
            }
        }
    }
}
