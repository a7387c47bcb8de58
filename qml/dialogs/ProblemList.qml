// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! Rows of a file that are not taken, by line, each with its reason.
Item {
    id: root

    required property var problems //!< of ProblemLine
    property string more //!< how many are not named

    ListView {
        id: list
        width: root.width
        height: Math.min(contentHeight, root.height - rest.height)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.problems
        ScrollBar.vertical: TkScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Rows that are refused")
        delegate: Item {
            id: problem
            required property var modelData
            objectName: "problemLine"
            width: ListView.view.width
            height: words.implicitHeight + 6
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.line + ": " + modelData.text
            SafeText {
                y: 3
                width: 92
                height: 18
                text: problem.modelData.line
                font: Theme.fontSmall
                color: Theme.fg3
                Accessible.ignored: true
            }
            SafeText {
                id: words
                objectName: "problemText"
                x: 96
                y: 3
                width: parent.width - x - 12
                text: problem.modelData.text
                font: Theme.fontSmall
                wrapMode: Text.Wrap
                lineHeight: 18
                lineHeightMode: Text.FixedHeight
                Accessible.ignored: true
            }
        }
    }
    SafeText {
        id: rest
        objectName: "moreProblems"
        y: list.height
        height: text === "" ? 0 : 24
        text: root.more
        font: Theme.fontSmall
        color: Theme.fg3
    }
}
