// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Two requests side by side, and how their answers differ, line by line.
Item {
    id: root

    required property RunHistoryViewModel history

    Row {
        id: cards
        spacing: 14
        Repeater {
            model: root.history.compared
            RunCard {
                required property int index
                required property var modelData //!< RunRow
                objectName: "comparedRun" + index
                width: (root.width - 14) / 2
                name: index === 0 ? qsTr("Left") : qsTr("Right")
                row: modelData
            }
        }
    }
    SafeText {
        id: note
        objectName: "comparedNote"
        y: cards.height + 12
        width: parent.width
        height: 20
        text: root.history.comparedNote !== "" ? root.history.comparedNote : qsTr("How the answers differ")
        font: Theme.fontSmallStrong
        color: root.history.comparedNote !== "" ? Theme.fg2 : Theme.fg
    }
    Rectangle {
        visible: difference.count > 0
        y: note.y + 26
        width: parent.width
        height: parent.height - y - 12
        radius: Theme.r
        color: Theme.bgSunken
        border.color: Theme.line
        ListView {
            id: difference
            objectName: "difference"
            anchors.fill: parent
            anchors.margins: 6
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            model: root.history.difference
            Accessible.role: Accessible.List
            Accessible.name: note.text
            ScrollBar.vertical: TkScrollBar {}
            delegate: Item {
                id: piece
                required property var modelData //!< DiffRow
                readonly property bool isLeft: modelData.kind === "left"
                readonly property bool isRight: modelData.kind === "right"
                width: ListView.view.width
                height: Math.max(20, line.implicitHeight + 4)
                Accessible.role: Accessible.ListItem
                //: %1 is a line of an answer
                Accessible.name: isLeft ? qsTr("only left: %1").arg(modelData.text) : isRight ? qsTr("only right: %1").arg(modelData.text) : modelData.text
                Rectangle {
                    anchors.fill: parent
                    visible: piece.isLeft || piece.isRight
                    color: piece.isLeft ? Theme.dangerBg : Theme.okBg
                }
                SafeText {
                    x: 8
                    y: 2
                    height: 16
                    text: piece.isLeft ? "−" : piece.isRight ? "+" : ""
                    font: Theme.fontMono
                    color: piece.isLeft ? Theme.danger : Theme.ok
                    Accessible.ignored: true
                }
                SafeText {
                    id: line
                    x: 26
                    y: 2
                    width: parent.width - x - 8
                    text: piece.modelData.text
                    font: Theme.fontSmall
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
