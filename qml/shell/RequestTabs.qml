// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! The requests that are open, by their models. Left and Right move, Delete closes.
FocusScope {
    id: root

    required property list<string> tabs
    property int current: 0

    signal chosen(int place)
    signal closeWanted(int place)

    implicitHeight: 30
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Requests")

    function moveBy(step: int) {
        const next = Math.max(0, Math.min(tabs.length - 1, current + step));
        if (next === current)
            return;
        chosen(next);
        list.itemAtIndex(next).forceActiveFocus(Qt.TabFocusReason);
    }
    onCurrentChanged: list.positionViewAtIndex(current, ListView.Contain)

    ListView {
        id: list
        anchors.fill: parent
        anchors.margins: -4
        leftMargin: 4
        rightMargin: 4
        orientation: ListView.Horizontal
        clip: true
        spacing: 4
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        cacheBuffer: 4000
        model: root.tabs
        delegate: AbstractButton {
            id: request
            required property int index
            required property string modelData
            readonly property bool isOn: index === root.current
            objectName: "request" + index
            y: 4
            height: 30
            implicitWidth: Math.min(words.implicitWidth, 160) + 38
            focus: isOn
            focusPolicy: isOn ? Qt.StrongFocus : Qt.ClickFocus
            hoverEnabled: true
            Accessible.role: Accessible.PageTab
            Accessible.name: words.text
            Accessible.selected: isOn
            Accessible.onPressAction: request.clicked()
            Keys.onLeftPressed: root.moveBy(-1)
            Keys.onRightPressed: root.moveBy(1)
            Keys.onDeletePressed: root.closeWanted(index)
            onClicked: root.chosen(index)
            contentItem: null
            background: Rectangle {
                radius: Theme.r
                color: request.isOn ? Theme.bgSelected : request.hovered ? Theme.bgHover : "transparent"
                border.width: request.isOn ? 0 : 1
                border.color: Theme.lineSubtle
                FocusRing {
                    shown: request.visualFocus
                }
            }
            SafeText {
                id: words
                x: 10
                width: parent.width - 38
                height: parent.height
                text: request.modelData === "" ? qsTr("New request") : request.modelData
                font: Theme.fontSmallStrong
                color: request.isOn ? Theme.accent : Theme.fg2
                Accessible.ignored: true
            }
            TkButton {
                objectName: "closeRequest"
                x: parent.width - width - 3
                y: 3
                focusPolicy: Qt.NoFocus
                kind: TkButton.Ghost
                small: true
                iconName: "close"
                iconSize: 12
                tip: qsTr("Close")
                //: %1 is the name of a model
                Accessible.name: qsTr("Close %1").arg(words.text)
                onClicked: root.closeWanted(request.index)
            }
        }
    }
}
