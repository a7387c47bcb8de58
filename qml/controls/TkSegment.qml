// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! One of a few, side by side. Left and Right move.
FocusScope {
    id: root

    required property list<string> options
    property int current: 0
    property string name //!< of what is chosen, for screen readers

    signal chosen(int index)

    implicitWidth: row.implicitWidth + 4
    implicitHeight: 26
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        radius: Theme.r
        color: Theme.bgPressed
    }
    Row {
        id: row
        x: 2
        y: 2
        spacing: 2
        Repeater {
            id: pills
            model: root.options
            RadioButton {
                id: pill
                required property int index
                required property string modelData
                objectName: "option" + index
                text: modelData
                checked: index === root.current
                autoExclusive: false
                indicator: null
                padding: 0
                focus: checked
                focusPolicy: checked ? Qt.StrongFocus : Qt.ClickFocus
                implicitWidth: Math.ceil(implicitContentWidth) + 20
                implicitHeight: 22
                hoverEnabled: true
                Accessible.name: modelData
                Accessible.onPressAction: pill.clicked()
                onClicked: {
                    root.chosen(index);
                    checked = Qt.binding(() => index === root.current); // the press has set it, whatever came of it
                }
                Keys.onLeftPressed: root.moveBy(-1)
                Keys.onRightPressed: root.moveBy(1)
                contentItem: SafeText {
                    text: pill.text
                    font: Theme.fontSmallStrong
                    color: pill.checked || pill.hovered ? Theme.fg : Theme.fg2
                    horizontalAlignment: Text.AlignHCenter
                }
                background: Rectangle {
                    radius: Theme.rSm
                    color: !pill.checked ? "transparent" : Theme.pill
                    border.width: pill.checked ? 1 : 0
                    border.color: Theme.pillLine
                    FocusRing {
                        shown: pill.visualFocus
                        inner: Theme.rSm
                    }
                }
            }
        }
    }

    function moveBy(step: int) {
        const next = Math.max(0, Math.min(options.length - 1, current + step));
        if (next === current)
            return;
        chosen(next);
        pills.itemAt(current).forceActiveFocus(Qt.TabFocusReason); // the old one where it was refused
    }
}
