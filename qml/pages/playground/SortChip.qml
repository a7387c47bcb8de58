// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Which provider the gateway asks first.
FilterChip {
    id: root

    required property RoutingViewModel routing
    readonly property list<string> names: [qsTr("Default"), qsTr("Price"), qsTr("Throughput"), qsTr("Latency")]

    label: qsTr("Sort")
    value: names[routing.sort]
    isOpen: popup.visible
    onClicked: popup.visible ? popup.close() : popup.open()

    DropPanel {
        id: popup
        objectName: "sortPopup"
        width: 220
        onOpened: choices.itemAt(root.routing.sort).forceActiveFocus(Qt.TabFocusReason)
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)
        Column {
            width: parent.width
            Repeater {
                id: choices
                model: root.names
                CheckLine {
                    required property int index
                    required property string modelData
                    objectName: "sort" + index
                    width: popup.availableWidth
                    focusPolicy: Qt.StrongFocus
                    isRadio: true
                    text: modelData
                    checked: index === root.routing.sort
                    onClicked: {
                        root.routing.sort = index;
                        popup.close();
                    }
                }
            }
        }
    }
}
