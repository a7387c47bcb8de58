// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What was sent before, to be read or opened again, compared or deleted; presets; and whether texts are kept.
TkPopup {
    id: root

    required property RunHistoryViewModel history
    property list<string> picked //!< ids, at most two
    readonly property bool isComparing: history.compared.length === 2
    readonly property bool isReading: history.details.isShown
    readonly property bool isList: !isComparing && !isReading

    signal runWanted(string id)
    signal presetWanted(string name)
    signal presetSaved(string name)

    width: Math.min(1000, parent ? parent.width - 56 : 1000)
    height: Math.min(660, parent ? parent.height - 64 : 660)
    closePolicy: isReading ? TkPopup.NoAutoClose : TkPopup.CloseOnEscape
    onAboutToShow: {
        picked = [];
        history.search = "";
        history.endDetails();
        history.endComparison();
        history.isActive = true;
    }
    onOpened: search.forceActiveFocus()
    onClosed: {
        questions.closeAll();
        history.endDetails();
        history.endComparison();
        history.isActive = false;
    }
    onIsReadingChanged: {
        if (isReading)
            facts.forceActiveFocus(Qt.TabFocusReason);
        else if (opened)
            runs.takeFocus();
    }

    function openRun(id: string) {
        close();
        runWanted(id);
    }
    function pick(id: string) {
        if (picked.includes(id))
            picked = Array.from(picked).filter(other => other !== id);
        else
            picked = [...picked, id].slice(-2);
    }

    Connections {
        target: root.history
        function onRemoved(id: string) {
            root.picked = Array.from(root.picked).filter(other => other !== id);
        }
    }
    HistoryQuestions {
        id: questions
        history: root.history
    }
    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text
        Keys.onEscapePressed: event => {
            event.accepted = root.isReading;
            if (root.isReading)
                root.history.endDetails();
        }

        SafeText {
            id: heading
            x: 20
            y: 18
            height: 24
            //: %1 is a time
            text: root.isComparing ? qsTr("Two requests compared") : root.isReading ? qsTr("Request of %1").arg(root.history.details.time) : qsTr("History")
            font: Theme.fontTitle
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        TkField {
            id: search
            objectName: "historySearch"
            visible: root.isList
            x: rail.x - width - 16
            y: 15
            width: 240
            placeholderText: qsTr("Search")
            Accessible.name: qsTr("Search in the history")
            text: root.history.search
            onTextEdited: root.history.search = text
        }
        RunList {
            id: runs
            objectName: "runList"
            visible: root.isList
            x: 1
            y: 56
            width: rail.x - 1
            height: foot.y - y
            history: root.history
            picked: root.picked
            onPickToggled: id => root.pick(id)
            onDetailsWanted: id => root.history.showDetails(id)
            onRunWanted: id => root.openRun(id)
            onRemoveWanted: row => questions.askAboutOne(row)
        }
        HistoryRail {
            id: rail
            visible: root.isList
            x: parent.width - width - 1
            y: 1
            width: 250
            height: foot.y - y
            history: root.history
            onPresetWanted: name => {
                root.close();
                root.presetWanted(name);
            }
            onPresetSaved: name => root.presetSaved(name)
            onForgetWanted: questions.askAboutTexts()
        }
        CompareView {
            objectName: "compareView"
            visible: root.isComparing
            x: 20
            y: 56
            width: parent.width - 40
            height: foot.y - y
            history: root.history
        }
        KeptFacts {
            id: facts
            objectName: "keptFacts"
            visible: root.isReading
            x: 12
            y: 56
            width: Math.round(parent.width * 0.45)
            height: foot.y - y - 14
            run: root.history.details
        }
        KeptAnswer {
            visible: root.isReading
            x: facts.x + facts.width + 14
            y: 56
            width: parent.width - x - 20
            height: foot.y - y - 14
            run: root.history.details
        }
        DialogFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "deleteAllRuns"
                visible: root.isList
                enabled: root.history.runs.count > 0
                kind: TkButton.Ghost
                iconName: "trash"
                iconSize: 14
                text: qsTr("Delete all…")
                onClicked: questions.askAboutAll()
            }
            TkButton {
                objectName: "compareTwo"
                visible: root.isList
                enabled: root.picked.length === 2
                iconName: "swap"
                iconSize: 14
                text: qsTr("Compare two")
                tip: enabled ? "" : qsTr("Tick two requests first")
                onClicked: root.history.compare(root.picked[0], root.picked[1])
            }
            TkButton {
                objectName: "endComparison"
                visible: root.isComparing
                iconName: "left"
                iconSize: 14
                text: qsTr("Back to the history")
                onClicked: root.history.endComparison()
            }
            TkButton {
                objectName: "openShownRun"
                visible: root.isReading
                iconName: "link"
                iconSize: 14
                text: qsTr("Open in a new tab")
                onClicked: root.openRun(root.history.details.id)
            }
            TkButton {
                objectName: "endDetails"
                visible: root.isReading
                iconName: "left"
                iconSize: 14
                text: qsTr("Back to the history")
                onClicked: root.history.endDetails()
            }
            TkButton {
                objectName: "closeHistory"
                text: qsTr("Close")
                onClicked: root.close()
            }
        }
    }
}
