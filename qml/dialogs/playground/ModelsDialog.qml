// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The same request to several models, and what each made of it. It starts with those of the request.
TkPopup {
    id: root

    required property ComparisonViewModel comparison

    readonly property bool asks: comparison.question !== ""

    width: parent ? Math.min(1080, parent.width - 40) : 1000
    height: parent ? Math.min(680, parent.height - 48) : 640
    closePolicy: comparison.isRunning ? TkPopup.NoAutoClose : TkPopup.CloseOnEscape

    //! With the models of this composer. Whose request is sent, whoever owns the comparison has bound.
    function begin(composer: ComposerViewModel) {
        if (!comparison.isRunning && comparison.rows.length === 0)
            comparison.models = [composer.model, ...Array.from(composer.fallbacks).map(row => row.model)].filter(model => model !== "");
        open();
    }
    onOpened: closing.forceActiveFocus(Qt.TabFocusReason)
    onClosed: comparison.dropQuestion()
    onAsksChanged: if (asks)
        closing.forceActiveFocus(Qt.TabFocusReason) // the safe one

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        DialogTitle {
            id: heading
            x: 20
            y: 18
            width: parent.width - 40
            title: qsTr("Compare models")
            text: qsTr("Sends the request of this tab to each of these models. Every request is real and is charged.")
        }
        ModelChoice {
            id: choice
            x: 20
            y: heading.y + heading.height + 14
            width: parent.width - 40
            comparison: root.comparison
        }
        ComparisonTable {
            objectName: "comparisonTable"
            x: 1
            y: choice.y + choice.height + 14
            width: parent.width - 2
            height: foot.y - y
            rows: root.comparison.rows
        }
        SafeText {
            objectName: "comparisonEstimate"
            x: 20
            y: foot.y + 1
            width: parent.width - 300
            height: 56
            text: root.comparison.obstacle !== "" ? root.comparison.obstacle : root.asks ? root.comparison.question : root.comparison.estimate
            font: Theme.fontSmall
            color: root.comparison.obstacle !== "" || root.asks ? Theme.warn : Theme.fg2
            wrapMode: Text.Wrap
            z: 1
        }
        DialogFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            TkButton {
                id: closing
                objectName: "closeComparison"
                text: root.comparison.isRunning || root.asks ? qsTr("Cancel") : qsTr("Close")
                onClicked: root.comparison.isRunning ? root.comparison.cancel() : root.asks ? root.comparison.dropQuestion() : root.close()
            }
            TkButton {
                objectName: "startComparison"
                kind: TkButton.Primary
                enabled: !root.comparison.isRunning && root.comparison.obstacle === ""
                iconName: "send"
                iconSize: 14
                text: root.asks ? qsTr("Send anyway") : qsTr("Send to all")
                onClicked: root.asks ? root.comparison.startAnyway() : root.comparison.start()
            }
        }
    }
}
