// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! The models to choose from, with price and context; one that no list knows can be typed. Enter takes the one that is
//! typed in full, else the first that is found, else what was typed.
DropPanel {
    id: root

    required property var models //!< of ModelRow
    property string note
    property string current

    signal chosen(string model)

    property var shown: [] //!< as they were when it opened: a poll must not move what somebody is reading
    readonly property string typed: search.text.trim()
    readonly property var found: shown.filter(row => row.model.toLowerCase().includes(typed.toLowerCase()))
    readonly property bool isNew: typed !== "" && !shown.some(row => row.model === typed)

    onModelsChanged: if (shown.length === 0)
        shown = models
    onAboutToShow: {
        search.text = "";
        shown = models;
    }
    onOpened: search.forceActiveFocus()

    function takeTyped() {
        if (typed !== "" && !isNew)
            take(typed);
        else if (found.length > 0)
            take(found[0].model);
        else if (typed !== "")
            take(typed);
    }
    function take(model: string) {
        close();
        chosen(model);
    }

    Column {
        width: parent.width
        spacing: 6
        TkField {
            id: search
            objectName: "modelSearch"
            width: parent.width
            mono: true
            placeholderText: qsTr("Search, or type the name of a model")
            Accessible.name: qsTr("Search, or type the name of a model")
            Keys.onDownPressed: {
                if (list.count > 0)
                    list.forceActiveFocus(Qt.TabFocusReason);
                else
                    asTyped.forceActiveFocus(Qt.TabFocusReason);
            }
            onAccepted: root.takeTyped()
        }
        ListView {
            id: list
            objectName: "modelList"
            width: parent.width
            height: Math.min(contentHeight, 9 * Theme.row)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Models")
            ScrollBar.vertical: TkScrollBar {}
            model: root.found
            delegate: ModelLine {
                id: line
                required property int index
                required property var modelData //!< ModelRow
                objectName: "model" + index
                width: ListView.view.width
                focus: true
                row: modelData
                checked: modelData.model === root.current
                onClicked: root.take(line.modelData.model)
            }
        }
        TkButton {
            id: asTyped
            objectName: "modelAsTyped"
            visible: root.isNew
            width: parent.width
            small: true
            kind: TkButton.Link
            //: %1 is what somebody typed
            text: qsTr("Use “%1” as typed").arg(root.typed)
            onClicked: root.take(root.typed)
        }
        SafeText {
            objectName: "modelsNote"
            visible: text !== ""
            width: parent.width
            leftPadding: 8
            rightPadding: 8
            bottomPadding: 4
            text: root.note
            font: Theme.fontCaption
            color: Theme.fg3
            wrapMode: Text.Wrap
        }
    }
}
