// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! One gateway to choose.
RadioButton {
    id: root

    required property int index
    required property var modelData //!< ChoiceRow
    property bool isChosen: false

    objectName: "choice" + index
    implicitHeight: implicitContentHeight
    padding: 0
    checked: isChosen
    autoExclusive: false
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    text: modelData.name
    Accessible.name: modelData.name
    Accessible.description: modelData.canTell
    Accessible.onPressAction: if (root.enabled)
        root.clicked()

    indicator: Rectangle {
        x: 13
        y: 13
        width: 16
        height: 16
        radius: 8
        color: Theme.bgSurface
        border.width: root.isChosen ? 5 : 1
        border.color: root.isChosen ? Theme.accent : Theme.lineStrong
    }
    contentItem: Column {
        leftPadding: 42
        topPadding: 10
        bottomPadding: 10
        spacing: 2
        SafeText {
            width: root.width - 58
            height: 20
            text: root.modelData.name
            font: Theme.fontHeading
        }
        SafeText {
            width: root.width - 58
            visible: root.modelData.canTell !== ""
            //: %1 is a list of what the gateway reports
            text: qsTr("Tells: %1").arg(root.modelData.canTell)
            font: Theme.fontSmall
            color: Theme.fg2
            wrapMode: Text.Wrap
        }
        SafeText {
            width: root.width - 58
            visible: root.modelData.cannotTell !== ""
            //: %1 is a list of what the gateway does not report
            text: qsTr("Does not tell: %1").arg(root.modelData.cannotTell)
            font: Theme.fontSmall
            color: Theme.fg3
            wrapMode: Text.Wrap
        }
    }
    background: Rectangle {
        color: root.isChosen ? Theme.bgSelected : root.hovered ? Theme.bgHover : "transparent"
        Rectangle {
            y: parent.height - 1
            width: parent.width
            height: 1
            color: Theme.lineSubtle
        }
    }
}
