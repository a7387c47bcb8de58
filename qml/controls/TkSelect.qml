// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! One of several, from a list that drops down; with a search above eight of them. Typing words never counts as a
//! choice.
AbstractButton {
    id: root

    property var options: [] //!< of text
    property int current: -1
    property string name //!< of what is chosen, for screen readers
    property string placeholder: qsTr("Choose")
    property var notes: [] //!< a grey second text for each option; may be empty
    property string mark //!< kind of the mark before the chosen one; empty: none
    property font textFont: Theme.fontSmall

    signal chosen(int index)

    readonly property bool hasSearch: options.length > 8
    readonly property bool isOpen: popup.visible

    implicitHeight: Theme.control
    implicitWidth: 200
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ComboBox
    //: %1 is what is chosen, %2 the choice
    Accessible.name: qsTr("%1: %2").arg(name).arg(words.text)
    Accessible.onPressAction: if (root.enabled)
        root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onDownPressed: root.clicked()
    onClicked: popup.visible ? popup.close() : popup.open()

    contentItem: null
    background: Rectangle {
        radius: Theme.r
        color: root.enabled ? Theme.bgSurface : Theme.bgSunken
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? Theme.focus : root.enabled ? Theme.lineStrong : Theme.line
    }

    Mark {
        visible: root.mark !== ""
        x: 9
        anchors.verticalCenter: parent.verticalCenter
        kind: root.mark === "" ? "off" : root.mark
    }
    SafeText {
        id: words
        objectName: "selectText"
        x: root.mark === "" ? 9 : 26
        width: parent.width - x - 28
        height: parent.height
        text: root.current >= 0 && root.current < root.options.length ? root.options[root.current] : root.placeholder
        font: root.textFont
        color: !root.enabled ? Theme.fgDisabled : root.current >= 0 ? Theme.fg : Theme.fg3
        Accessible.ignored: true
    }
    Icon {
        x: parent.width - 22
        anchors.verticalCenter: parent.verticalCenter
        name: "down"
        size: 13
        colour: root.enabled ? Theme.fg3 : Theme.fgDisabled
    }
    DropPanel {
        id: popup
        objectName: "selectPopup"
        width: Math.max(root.width, 200)
        onAboutToShow: search.text = ""
        onOpened: (root.hasSearch ? search : list).forceActiveFocus()
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)

        Column {
            width: parent.width
            spacing: 6
            TkField {
                id: search
                objectName: "selectSearch"
                visible: root.hasSearch
                width: parent.width
                placeholderText: qsTr("Search")
                //: %1 is what is chosen
                Accessible.name: qsTr("Search in %1").arg(root.name)
                Keys.onDownPressed: list.forceActiveFocus()
            }
            ListView {
                id: list
                width: parent.width
                height: Math.min(contentHeight, 8 * Theme.row)
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                interactive: contentHeight > height
                keyNavigationEnabled: true
                Accessible.role: Accessible.List
                Accessible.name: root.name
                ScrollBar.vertical: TkScrollBar {}
                model: root.options.map((text, index) => ({ text: text, place: index })).filter(
                    option => option.text.toLowerCase().includes(search.text.toLowerCase()))
                delegate: CheckLine {
                    required property var modelData
                    objectName: "select-" + modelData.place
                    width: ListView.view.width
                    isRadio: true
                    focus: true
                    text: modelData.text
                    note: root.notes[modelData.place] || ""
                    checked: modelData.place === root.current
                    onClicked: {
                        popup.close();
                        root.chosen(modelData.place);
                    }
                }
            }
        }
    }
}
