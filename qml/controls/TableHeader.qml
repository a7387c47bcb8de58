// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The names of a table's columns, with handles between them. It is one stop of the keyboard: Left and Right choose
//! a column, with Shift they size it; Ctrl with Space sorts by it where the rows can be sorted.
FocusScope {
    id: root

    required property TableColumns layout
    property int sorted: -1 //!< the column that rows are sorted by
    property bool isDescending: true
    property bool canSort: false
    property int chosen: 0

    signal sortWanted(int column)

    implicitHeight: 29
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: canSort ?
        //: %1 is the name of a column
        qsTr("Column %1; Ctrl with Space sorts by it, Shift with Left or Right sizes it").arg(layout.columns[chosen].name) :
        //: %1 is the name of a column
        qsTr("Column %1; Shift with Left or Right sizes it").arg(layout.columns[chosen].name)

    function choose(step: int) {
        let next = chosen + step;
        while (next >= 0 && next < layout.columns.length && !layout.places[next].isShown)
            next += step;
        if (next >= 0 && next < layout.columns.length)
            chosen = next;
    }
    Keys.onPressed: event => {
        if (root.canSort && event.key === Qt.Key_Space && (event.modifiers & Qt.ControlModifier)) {
            event.accepted = true;
            root.sortWanted(chosen);
            return;
        }
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
                x: column.modelData.isRight ? column.place.textX + column.place.textWidth - width - (column.isSorted ? 15 : 0) : column.place.textX
                width: Math.min(implicitWidth, column.place.textWidth - (column.isSorted ? 15 : 0))
                text: column.modelData.name
                color: column.isSorted ? Theme.fg : Theme.fg3
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: text
            }
            Icon {
                visible: column.isSorted
                x: heading.x + heading.width + 4
                y: 9
                name: root.isDescending ? "down" : "up"
                size: 11
                colour: Theme.fg
            }
            Item {
                objectName: "sort" + column.index
                visible: root.canSort
                x: column.place.x + 4
                width: Math.max(0, column.place.width - 8)
                height: 28
                HoverHandler {
                    cursorShape: Qt.PointingHandCursor
                }
                TapHandler {
                    onTapped: {
                        root.chosen = column.index;
                        root.sortWanted(column.index);
                    }
                }
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
