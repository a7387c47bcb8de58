// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One budget: its period as a chart, what can be changed of it, and what it counts. Everything follows what is typed.
FocusScope {
    id: root

    required property BudgetEditorViewModel editor
    property bool hasBack: false
    property bool mustDecide: false
    readonly property bool isKnown: editor.preview.isKnown

    signal backWanted
    signal removeWanted

    Accessible.role: Accessible.Pane
    Accessible.name: editor.title
    Keys.onEscapePressed: if (root.hasBack)
        root.backWanted()

    function takeFocus() {
        if (editor.isNew)
            fields.takeFocus();
        else
            heading.forceActiveFocus(Qt.TabFocusReason);
    }
    //! Something is edited and must be saved or discarded first.
    function askToDecide() {
        mustDecide = true;
        foot.takeFocus();
    }

    Connections {
        target: root.editor
        function onFormChanged() {
            if (!root.editor.isChanged)
                root.mustDecide = false;
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.rLg
        color: Theme.bgSurface
        border.color: Theme.line
    }
    TkButton {
        id: back
        objectName: "budgetBack"
        visible: root.hasBack
        x: 8
        y: 7
        kind: TkButton.Ghost
        iconName: "left"
        tip: qsTr("Back to the budgets (Esc)")
        Accessible.name: qsTr("Back to the budgets")
        onClicked: root.backWanted()
    }
    SafeText {
        id: heading
        objectName: "budgetTitle"
        x: root.hasBack ? 44 : 17
        width: Math.min(implicitWidth, more.x - x - kind.width - 16)
        height: 44
        text: root.editor.title
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 15,
            weight: 600
        })
        activeFocusOnTab: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
        FocusRing {
            shown: heading.activeFocus
            inner: Theme.rSm
            anchors.topMargin: 8
            anchors.bottomMargin: 8
        }
    }
    Tag {
        id: kind
        x: heading.x + heading.width + 10
        y: 13
        text: root.editor.tag
        outlined: true
    }
    TkButton {
        id: more
        objectName: "moreOfBudget"
        visible: !root.editor.isNew
        x: parent.width - width - 15
        y: 10
        kind: TkButton.Ghost
        small: true
        iconName: "more"
        iconSize: 16
        Accessible.name: qsTr("More")
        onClicked: menu.visible ? menu.close() : menu.open()
        KeyMenu {
            id: menu
            objectName: "budgetMenu"
            x: more.width - width
            actions: [
                { name: "remove", text: qsTr("Delete this budget"), icon: "trash", enabled: true }
            ]
            onChosen: root.removeWanted()
        }
    }
    Flickable {
        id: body
        objectName: "budgetBody"
        x: 1
        y: 44
        width: parent.width - 2
        height: foot.y - y
        contentHeight: sections.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: TkScrollBar {}

        Column {
            id: sections
            width: body.width
            BudgetPlot {
                objectName: "budgetPlot"
                visible: root.isKnown && chart.days > 0
                x: 16
                width: parent.width - 32
                chart: root.editor.preview.chart
            }
            SafeText {
                objectName: "forecastText"
                x: 16
                width: parent.width - 32
                visible: root.isKnown || root.editor.preview.problem !== ""
                bottomPadding: 10
                text: root.isKnown ? root.editor.preview.forecastText : root.editor.preview.problem
                font: Theme.fontSmall
                color: root.isKnown ? Theme.fg2 : Theme.danger
                wrapMode: Text.Wrap
            }
            Item {
                width: parent.width
                height: fields.height + 25
                Rectangle {
                    visible: root.isKnown
                    width: parent.width
                    height: 1
                    color: Theme.lineSubtle
                }
                BudgetFields {
                    id: fields
                    x: 16
                    y: 12
                    width: parent.width - 32
                    editor: root.editor
                }
            }
            DrawerSection {
                width: parent.width
                title: qsTr("Warn at")
                ThresholdList {
                    width: parent.width
                    editor: root.editor
                }
            }
            DrawerSection {
                width: parent.width
                title: qsTr("Tell")
                ChannelTicks {
                    x: -8
                    width: parent.width + 8
                    ticks: root.editor.channelTicks
                    onToggled: id => root.editor.toggleChannel(id)
                }
            }
            DrawerSection {
                visible: root.isKnown
                width: parent.width
                title: root.editor.preview.keysTitle
                BudgetKeys {
                    width: parent.width
                    preview: root.editor.preview
                }
            }
            DrawerSection {
                visible: root.isKnown
                width: parent.width
                title: qsTr("Who cuts you off first")
                BudgetCaps {
                    objectName: "budgetCaps"
                    width: parent.width
                    preview: root.editor.preview
                }
            }
        }
    }
    BudgetEditorFoot {
        id: foot
        x: 1
        y: parent.height - height
        width: parent.width - 2
        editor: root.editor
        mustDecide: root.mustDecide
    }
}
