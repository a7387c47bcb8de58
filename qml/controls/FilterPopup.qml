// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The choices of a chip, to be ticked; with a search above eight of them.
DropPanel {
    id: root

    required property UsageChoiceList list
    property string name

    readonly property bool hasSearch: list.choices > 8

    width: 264
    onAboutToShow: list.search = ""
    onOpened: (hasSearch ? search : choices).forceActiveFocus()

    Column {
        width: parent.width
        spacing: 6
        TkField {
            id: search
            objectName: "choiceSearch"
            visible: root.hasSearch
            width: parent.width
            placeholderText: qsTr("Search")
            //: %1 is what a filter is about
            Accessible.name: qsTr("Search in %1").arg(root.name)
            text: root.list.search
            onTextEdited: root.list.search = text
            Keys.onDownPressed: choices.forceActiveFocus()
        }
        ListView {
            id: choices
            objectName: "choices"
            width: parent.width
            height: Math.min(contentHeight, 9 * Theme.row)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            keyNavigationEnabled: true
            model: root.list
            Accessible.role: Accessible.List
            Accessible.name: root.name
            ScrollBar.vertical: TkScrollBar {}
            section.property: "section"
            // A section.delegate is made outside its context, which bound components do not allow.
            delegate: Column {
                id: choice
                required property int index
                required property var model
                readonly property bool startsSection: ListView.section !== ListView.previousSection && ListView.section !== ""
                width: ListView.view.width
                SafeText {
                    visible: choice.startsSection
                    leftPadding: 8
                    height: 24
                    text: choice.model.section
                    font: Theme.fontCaptionStrong
                    color: Theme.fg3
                }
                CheckLine {
                    objectName: "choice" + choice.index
                    width: parent.width
                    text: choice.model.text
                    note: choice.model.note
                    checked: choice.model.isChecked
                    focus: true
                    onClicked: root.list.toggle(choice.index)
                }
            }
        }
        SafeText {
            visible: choices.count === 0
            width: parent.width
            height: Theme.row
            leftPadding: 8
            text: root.list.choices === 0 ? qsTr("There are none yet") : qsTr("None of that name")
            font: Theme.fontSmall
            color: Theme.fg3
        }
        TkButton {
            objectName: "clearChoices"
            visible: root.list.isSet
            kind: TkButton.Ghost
            small: true
            text: qsTr("Any")
            tip: qsTr("Take all ticks away")
            onClicked: root.list.clear()
        }
    }
}
