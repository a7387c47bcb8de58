// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! Views of one table, each with how many rows it has. One stop of the keyboard; Left and Right move.
FocusScope {
    id: root

    required property var tabs //!< of { text, count }; an empty count is not shown
    property int current: 0
    property string name //!< of what is chosen, for screen readers
    property int gap: 18

    signal chosen(int index)

    implicitWidth: row.implicitWidth
    implicitHeight: 39
    Accessible.role: Accessible.PageTabList
    Accessible.name: name

    function moveBy(step: int) {
        const next = Math.max(0, Math.min(tabs.length - 1, current + step));
        if (next === current)
            return;
        chosen(next);
        buttons.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
    }

    Row {
        id: row
        spacing: root.gap
        Repeater {
            id: buttons
            model: root.tabs
            AbstractButton {
                id: tab
                required property int index
                required property var modelData
                readonly property bool isOn: index === root.current
                objectName: "tab" + index
                text: modelData.text
                focus: isOn
                focusPolicy: isOn ? Qt.StrongFocus : Qt.ClickFocus
                implicitWidth: words.implicitWidth + (modelData.count === "" ? 0 : count.implicitWidth + 5)
                implicitHeight: 39
                hoverEnabled: true
                Accessible.role: Accessible.PageTab
                //: %1 is the name of a view, %2 how many rows it has
                Accessible.name: tab.modelData.count === "" ? tab.text : qsTr("%1, %2").arg(tab.text).arg(tab.modelData.count)
                Accessible.selected: tab.isOn
                Accessible.onPressAction: tab.clicked()
                onClicked: root.chosen(index)
                Keys.onLeftPressed: root.moveBy(-1)
                Keys.onRightPressed: root.moveBy(1)
                contentItem: null
                background: Item {
                    Rectangle {
                        visible: tab.isOn
                        y: 37
                        width: parent.width
                        height: 2
                        color: Theme.accent
                    }
                    FocusRing {
                        anchors.margins: 0
                        anchors.topMargin: 6
                        anchors.bottomMargin: 6
                        anchors.leftMargin: -4
                        anchors.rightMargin: -4
                        inner: 0
                        shown: tab.visualFocus
                    }
                }
                SafeText {
                    id: words
                    height: 38
                    text: tab.text
                    font: Theme.fontBodyStrong
                    color: tab.isOn || tab.hovered ? Theme.fg : Theme.fg2
                }
                SafeText {
                    id: count
                    objectName: "tabCount"
                    x: words.implicitWidth + 5
                    height: 39
                    text: tab.modelData.count
                    font: Theme.fontCaption
                    color: Theme.fg3
                }
            }
        }
    }
}
