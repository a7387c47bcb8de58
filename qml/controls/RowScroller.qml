// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! Scrolls over any number of rows of one height and knows which is the current one. What is put into it draws the rows
//! from `first` on, at y = 0; so its places stay small however many rows there are.
FocusScope {
    id: root

    required property int count
    property int rowHeight: Theme.row
    property real offset: 0 //!< the row at the upper edge, with a fraction
    property int current: -1
    default property alias content: strip.data

    readonly property real shown: height / rowHeight
    readonly property int first: Math.floor(offset)
    readonly property int size: Math.ceil(shown) + 1
    readonly property int lastShown: Math.min(count, Math.floor(offset + shown + 0.01)) //!< counted from 1

    signal picked(int row)
    signal activated
    signal copyWanted

    clip: true
    activeFocusOnTab: true

    function scrollTo(row: real) {
        offset = Math.max(0, Math.min(row, count - shown));
    }
    function reveal(row: int) {
        if (row < offset)
            scrollTo(row);
        else if (row + 1 > offset + shown)
            scrollTo(row + 1 - shown);
    }
    function pick(row: int) {
        if (count === 0)
            return;
        const next = Math.max(0, Math.min(row, count - 1));
        picked(next);
        reveal(next);
    }

    onCountChanged: scrollTo(offset)
    onShownChanged: scrollTo(offset)

    Keys.onUpPressed: pick(current < 0 ? first : current - 1)
    Keys.onDownPressed: pick(current < 0 ? first : current + 1)
    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()
    Keys.onPressed: event => {
        event.accepted = true;
        const page = Math.max(1, Math.floor(shown) - 1);
        if (event.key === Qt.Key_PageUp)
            pick(Math.max(0, current) - page);
        else if (event.key === Qt.Key_PageDown)
            pick(Math.max(0, current) + page);
        else if (event.key === Qt.Key_Home)
            pick(0);
        else if (event.key === Qt.Key_End)
            pick(count - 1);
        else if (event.matches(StandardKey.Copy))
            copyWanted();
        else
            event.accepted = false;
    }

    Item {
        id: strip
        y: -Math.round((root.offset - root.first) * root.rowHeight)
        width: root.width
        height: root.size * root.rowHeight
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => {
            const rows = event.pixelDelta.y !== 0 ? event.pixelDelta.y / root.rowHeight : event.angleDelta.y / 40;
            root.scrollTo(root.offset - rows);
        }
    }
    TkScrollBar {
        id: bar
        objectName: "rowScrollBar"
        x: parent.width - width
        height: parent.height
        orientation: Qt.Vertical
        policy: root.count > root.shown ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        size: root.count > 0 ? Math.min(1, root.shown / root.count) : 1
        position: root.count > 0 ? root.offset / root.count : 0
        onPositionChanged: if (pressed)
            root.scrollTo(position * root.count)
    }
    FocusRing {
        anchors.margins: 0
        inner: 0
        shown: root.activeFocus
    }
}
