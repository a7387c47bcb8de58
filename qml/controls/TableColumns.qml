// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! Where the columns of a table are: their own width, what the person added, and their part of the room that is left.
//! In a narrow table columns leave, in the order of `leaves`.
QtObject {
    id: root

    required property real width
    //! Of { name, width, isRight, stretch, leaves, isHidden }: leaves is 1 for the first to go, 0 for those that stay.
    required property var columns
    property var added: ({}) //!< width by column, from dragging
    readonly property int least: 40
    readonly property var places: place(width, columns, added)

    function ownWidth(column: int): real {
        return columns[column].width + (added[column] || 0);
    }
    function shownIn(room: real): var {
        const shown = columns.map(column => !column.isHidden);
        const leaving = columns.map((_, index) => index).filter(index => shown[index] && columns[index].leaves > 0);
        leaving.sort((a, b) => columns[a].leaves - columns[b].leaves);
        let sum = columns.reduce((total, _, index) => total + (shown[index] ? ownWidth(index) : 0), 0);
        while (sum > room && leaving.length > 0) {
            const gone = leaving.shift();
            shown[gone] = false;
            sum -= ownWidth(gone);
        }
        return shown;
    }
    function place(room: real, all: var, extra: var): var {
        const shown = shownIn(room);
        const sum = all.reduce((total, _, index) => total + (shown[index] ? ownWidth(index) : 0), 0);
        const stretching = all.filter((column, index) => shown[index] && column.stretch).length;
        const part = stretching > 0 ? Math.max(0, Math.floor((room - sum) / stretching)) : 0;
        const last = shown.lastIndexOf(true);
        let x = 0;
        return all.map((column, index) => {
            const width = !shown[index] ? 0 : index === last ? Math.max(0, room - x) : ownWidth(index) + (column.stretch ? part : 0);
            const left = x === 0 ? 14 : 8;
            const right = index === last ? 14 : 8;
            const result = {
                x: x,
                width: width,
                textX: x + left,
                textWidth: Math.max(0, width - left - right),
                isShown: shown[index]
            };
            x += width;
            return result;
        });
    }
    //! The next column gives what this one takes.
    function resize(column: int, by: real) {
        const next = places.findIndex((place, index) => index > column && place.isShown);
        if (next < 0)
            return;
        const step = Math.max(least - places[column].width, Math.min(by, places[next].width - least));
        const copy = Object.assign({}, added);
        copy[column] = (copy[column] || 0) + step;
        copy[next] = (copy[next] || 0) - step;
        added = copy;
    }
}
