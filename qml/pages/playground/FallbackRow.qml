// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One model of the fallback list.
FocusScope {
    id: root

    required property var row //!< ModelRow
    required property int place
    required property int last
    readonly property int step: 34 //!< from one row to the next
    property real dragged: 0 //!< how far it has been pulled

    signal moveWanted(int to)
    signal removeWanted

    implicitHeight: 30
    z: grip.active ? 1 : 0
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    //: %1 is a rank, %2 a model, %3 its price, %4 a warning or nothing
    Accessible.name: qsTr("%1, %2, %3 %4").arg(place + 1).arg(row.model).arg(row.price).arg(row.warning).trim()
    Accessible.description: qsTr("Alt and Up or Down move it")
    Keys.onPressed: event => {
        const to = event.key === Qt.Key_Up ? place - 1 : event.key === Qt.Key_Down ? place + 1 : place;
        event.accepted = to !== place && (event.modifiers & Qt.AltModifier);
        if (event.accepted)
            moveWanted(to);
    }
    Keys.onDeletePressed: removeWanted()

    Rectangle {
        id: face
        y: grip.active ? root.dragged : 0
        width: parent.width
        height: parent.height
        radius: Theme.r
        color: grip.active ? Theme.bgRaised : Theme.bgSurface
        border.color: grip.active ? Theme.focus : Theme.line

        Item {
            objectName: "dragHandle"
            x: 2
            width: 22
            height: parent.height
            Icon {
                anchors.centerIn: parent
                name: "drag"
                size: 13
                colour: Theme.fg3
            }
            HoverHandler {
                cursorShape: grip.active ? Qt.ClosedHandCursor : Qt.OpenHandCursor
            }
            DragHandler {
                id: grip
                target: null
                xAxis.enabled: false
                onActiveChanged: if (!active)
                    root.moveWanted(root.place + Math.round(root.dragged / root.step))
                onActiveTranslationChanged: if (active)
                    root.dragged = Math.max(-root.place * root.step, Math.min(activeTranslation.y, (root.last - root.place) * root.step))
            }
        }
        SafeText {
            x: 27
            width: 12
            height: parent.height
            text: root.place + 1
            font: Theme.fontCaption
            color: Theme.fg3
            Accessible.ignored: true
        }
        SafeText {
            objectName: "fallbackModel"
            x: 43
            width: price.x - x - 8
            height: parent.height
            text: root.row.model
            font: Theme.fontMono
            Accessible.ignored: true
        }
        SafeText {
            id: price
            x: (warning.visible ? warning.x - 8 : remove.x - 2) - width
            height: parent.height
            text: root.row.price
            font: Theme.fontCaption
            color: Theme.fg2
            Accessible.ignored: true
        }
        Icon {
            id: warning
            objectName: "dearer"
            visible: root.row.warning !== ""
            x: remove.x - width
            anchors.verticalCenter: parent.verticalCenter
            name: "warn"
            size: 13
            colour: Theme.warn
            HoverHandler {
                id: hover
            }
            TkToolTip {
                visible: hover.hovered
                text: root.row.warning
            }
        }
        TkButton {
            id: remove
            objectName: "removeFallback"
            x: parent.width - width - 3
            y: 3
            small: true
            kind: TkButton.Ghost
            iconName: "close"
            iconSize: 12
            tip: qsTr("Remove")
            //: %1 is the name of a model
            Accessible.name: qsTr("Remove %1").arg(root.row.model)
            onClicked: root.removeWanted()
        }
        FocusRing {
            shown: root.activeFocus && !remove.activeFocus
        }
    }
}
