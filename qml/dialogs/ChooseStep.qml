// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! Which gateway: each with what it tells and what it does not.
Item {
    id: root

    required property var choices //!< of ChoiceRow
    property int current: 0

    signal accepted

    function takeFocus() {
        list.forceActiveFocus();
    }

    StepHeading {
        id: heading
        x: 28
        y: 27
        width: parent.width - 56
        title: qsTr("Which gateway do you use?")
        text: qsTr("You can add more accounts later, and several accounts on one gateway.")
    }
    Rectangle {
        id: frame
        x: 28
        y: heading.y + heading.height + 17
        width: parent.width - 56
        height: Math.min(parent.height - y - 20, 30 + list.contentHeight)
        radius: Theme.rLg
        color: "transparent"
        border.color: list.activeFocus ? Theme.focus : Theme.line
        border.width: list.activeFocus ? 2 : 1
    }
    Rectangle {
        x: frame.x + 2
        y: frame.y + 2
        width: frame.width - 4
        height: 26
        radius: 6
        color: Theme.bgSunken
        TableHeading {
            x: 13
            height: parent.height
            text: qsTr("Gateway, and what it tells")
        }
    }
    ListView {
        id: list
        objectName: "choices"
        x: frame.x + 2
        y: frame.y + 28
        width: frame.width - 4
        height: frame.height - 30
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        model: root.choices
        currentIndex: root.current
        activeFocusOnTab: true
        keyNavigationEnabled: false
        ScrollBar.vertical: TkScrollBar {}
        Keys.onUpPressed: root.current = Math.max(0, root.current - 1)
        Keys.onDownPressed: root.current = Math.min(count - 1, root.current + 1)
        Keys.onReturnPressed: root.accepted()
        Keys.onEnterPressed: root.accepted()
        delegate: ChoiceLine {
            width: ListView.view.width
            isChosen: index === root.current
            onClicked: {
                root.current = index;
                root.takeFocus();
            }
            onDoubleClicked: root.accepted()
        }
    }
}
