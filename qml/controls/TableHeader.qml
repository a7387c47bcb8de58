// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The names of a table's columns, with handles between them. It is one stop of the keyboard: Left and Right choose
//! a column, with Shift they size it.
FocusScope {
    id: root

    required property TableColumns layout
    property int sorted: -1 //!< the column that rows are sorted by, downwards
    property int chosen: 0

    implicitHeight: 29
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    //: %1 is the name of a column
    Accessible.name: qsTr("Column %1; Shift with Left or Right sizes it").arg(layout.columns[chosen].name)

    function choose(step: int) {
        let next = chosen + step;
        while (next >= 0 && next < layout.columns.length && !layout.places[next].isShown)
            next += step;
        if (next >= 0 && next < layout.columns.length)
            chosen = next;
    }
    Keys.onPressed: event => {
        const step = event.key === Qt.Key_Left ? -1 : event.key === Qt.Key_Right ? 1 : 0;
        if (step === 0)
            return;
        event.accepted = true;
        if (event.modifiers & Qt.ShiftModifier)
            layout.resize(chosen, step * 8);
        else
            choose(step);
    }

    TableHead {
        anchors.fill: parent
    }
    Repeater {
        model: root.layout.columns
        Item {
            id: column
            required property int index
            required property var modelData
            readonly property var place: root.layout.places[index]
            readonly property bool isSorted: index === root.sorted
            visible: place.isShown
            TableHeading {
                id: heading
                x: column.modelData.isRight ? column.place.textX + column.place.textWidth - width : column.place.textX
                width: Math.min(implicitWidth, column.place.textWidth - (column.isSorted ? 15 : 0))
                text: column.modelData.name
                color: column.isSorted ? Theme.fg : Theme.fg3
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: text
            }
            Icon {
                visible: column.isSorted
                x: column.modelData.isRight ? heading.x - 15 : heading.x + heading.width + 4
                y: 9
                name: "down"
                size: 11
                colour: Theme.fg
            }
            Rectangle {
                visible: root.activeFocus && root.chosen === column.index
                x: column.place.x + 1
                y: 1
                width: column.place.width - 2
                height: 26
                radius: Theme.rSm
                color: "transparent"
                border.width: 2
                border.color: Theme.focus
            }
            Item {
                objectName: "handle" + column.index
                x: column.place.x + column.place.width - 3
                width: 6
                height: 28
                visible: root.layout.places.some((place, index) => index > column.index && place.isShown)
                Rectangle {
                    x: 2
                    y: 6
                    width: 1
                    height: 16
                    color: Theme.lineStrong
                    visible: hover.hovered || drag.active
                }
                HoverHandler {
                    id: hover
                    cursorShape: Qt.SplitHCursor
                }
                DragHandler {
                    id: drag
                    property real done: 0
                    target: null
                    yAxis.enabled: false
                    cursorShape: Qt.SplitHCursor
                    onActiveChanged: done = 0
                    onTranslationChanged: {
                        root.layout.resize(column.index, translation.x - done);
                        done = translation.x;
                    }
                }
            }
        }
    }
}
