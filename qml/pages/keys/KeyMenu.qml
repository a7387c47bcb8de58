// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! What else can be done with a thing. Up and Down move, Enter does it.
DropPanel {
    id: root

    required property var actions //!< of { name, text, icon, enabled, tip }
    property string name: qsTr("More") //!< for screen readers

    signal chosen(string name)

    width: 262
    onOpened: moveTo(0, 1)

    function moveTo(place: int, step: int) {
        for (let next = place; next >= 0 && next < actions.length; next += step) {
            if (actions[next].enabled) {
                items.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
                return;
            }
        }
    }

    Column {
        width: parent.width
        Accessible.role: Accessible.PopupMenu
        Accessible.name: root.name
        Repeater {
            id: items
            model: root.actions
            AbstractButton {
                id: item
                required property int index
                required property var modelData
                objectName: "menu-" + modelData.name
                width: root.availableWidth
                implicitHeight: 30
                enabled: modelData.enabled
                hoverEnabled: true
                text: modelData.text
                Accessible.role: Accessible.MenuItem
                Accessible.name: text
                Accessible.description: modelData.tip || ""
                Accessible.onPressAction: item.clicked()
                Keys.onUpPressed: root.moveTo(index - 1, -1)
                Keys.onDownPressed: root.moveTo(index + 1, 1)
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
                onClicked: {
                    root.close();
                    root.chosen(modelData.name);
                }
                contentItem: null
                background: Rectangle {
                    radius: Theme.rSm
                    color: item.down ? Theme.bgPressed : item.hovered || item.activeFocus ? Theme.bgHover : "transparent"
                    FocusRing {
                        anchors.margins: 0
                        inner: 0
                        shown: item.visualFocus
                    }
                }
                Icon {
                    x: 8
                    anchors.verticalCenter: parent.verticalCenter
                    name: item.modelData.icon
                    size: 14
                    colour: item.enabled ? Theme.fg2 : Theme.fgDisabled
                }
                SafeText {
                    x: 30
                    width: parent.width - x - 8
                    height: parent.height
                    text: item.text
                    font: Theme.fontSmall
                    color: item.enabled ? Theme.fg : Theme.fgDisabled
                    Accessible.ignored: true
                }
            }
        }
    }
}
