// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! One label: ticked as soon as it is typed over, with what other keys have to press.
Item {
    id: root

    required property string label
    property var suggestions: []
    property bool differs: false
    property bool hasTick: true
    readonly property int inset: hasTick ? 26 : 0
    property string initial
    readonly property bool isChosen: tick.checked
    readonly property string typed: field.text
    readonly property var offered: suggestions.filter(name => name !== field.text && name.toLowerCase().startsWith(field.text.toLowerCase())).slice(0, 4)

    signal accepted

    implicitHeight: 20 + Theme.control + (chips.visible ? 28 : 0)

    function start(value: string) {
        initial = value;
        field.text = value;
        tick.checked = false;
    }
    function takeFocus() {
        field.forceActiveFocus();
        field.selectAll();
    }

    SafeLabel {
        x: root.inset
        text: root.label
    }
    TkCheck {
        id: tick
        objectName: "chooseLabel"
        visible: root.hasTick
        y: 23
        //: %1 is the name of a field
        Accessible.name: qsTr("Change %1").arg(root.label)
    }
    TkField {
        id: field
        objectName: "labelText"
        x: root.inset
        y: 20
        width: parent.width - x
        maximumLength: 80
        placeholderText: root.differs ? qsTr("different on each; left as they are") : tick.checked ? qsTr("none") : ""
        Accessible.name: root.label
        onTextEdited: tick.checked = root.differs || text !== root.initial
        onAccepted: root.accepted()
    }
    Row {
        id: chips
        visible: field.activeFocus && root.offered.length > 0
        x: root.inset
        y: 54
        spacing: 6
        Repeater {
            model: root.offered
            TkButton {
                id: chip
                required property string modelData
                small: true
                kind: TkButton.Ghost
                focusPolicy: Qt.NoFocus
                text: modelData
                onClicked: {
                    field.text = chip.modelData;
                    tick.checked = root.differs || field.text !== root.initial;
                }
            }
        }
    }
}
