// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Who was asked, in which order, and how each try ended.
Column {
    id: root

    required property UsageDetailsViewModel details

    SafeText {
        objectName: "routeTitle"
        width: parent.width
        height: 25
        verticalAlignment: Text.AlignTop
        text: root.details.routeTitle
        font: Theme.fontSmallStrong
    }
    Repeater {
        model: root.details.attempts
        Item {
            id: attempt
            required property int index
            required property var modelData //!< AttemptLine
            width: root.width
            height: 41
            Mark {
                y: 4
                kind: attempt.modelData.mark
                label: attempt.modelData.text
            }
            SafeText {
                id: model
                objectName: "attemptModel"
                x: 21
                width: Math.min(implicitWidth, (parent.width - x - time.width) * 0.6)
                height: 17
                text: attempt.modelData.model
                font: Theme.fontSmallStrong
            }
            SafeText {
                x: model.x + model.width + 6
                width: time.x - x - 8
                height: 17
                text: attempt.modelData.provider
                font: Theme.fontSmall
                color: Theme.fg2
            }
            SafeText {
                id: time
                x: parent.width - width
                height: 17
                text: attempt.modelData.time
                font: Theme.fontSmall
                color: Theme.fg2
            }
            SafeText {
                x: 21
                y: 17
                width: parent.width - x
                height: 16
                text: attempt.modelData.text
                font: Theme.fontCaption
                color: Theme.fg2
            }
        }
    }
    SafeText {
        objectName: "serverMessage"
        visible: root.details.message !== ""
        width: parent.width
        //: %1 is what a server sent
        text: qsTr("The gateway says: “%1”").arg(root.details.message)
        font: Theme.fontCaption
        color: Theme.fg2
        wrapMode: Text.Wrap
    }
}
