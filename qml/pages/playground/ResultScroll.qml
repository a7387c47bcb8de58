// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! What may be taller than its place. The keyboard scrolls it from wherever in it the focus is, and what takes the
//! focus is brought into sight.
Flickable {
    id: root

    property string name //!< for screen readers
    readonly property bool isTaller: contentHeight > height
    readonly property Item focused: Window.activeFocusItem

    boundsBehavior: Flickable.StopAtBounds
    interactive: isTaller
    clip: true
    activeFocusOnTab: isTaller || activeFocus
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    ScrollBar.vertical: TkScrollBar {}

    function scrollTo(place: real) {
        contentY = Math.max(0, Math.min(place, contentHeight - height));
    }
    function holds(item: Item): bool {
        let around = item;
        while (around !== null && around !== contentItem)
            around = around.parent;
        return around !== null;
    }
    function reveal(item: Item) {
        const top = contentItem.mapFromItem(item, 0, 0).y;
        if (top < contentY || item.height > height)
            scrollTo(top - 12);
        else if (top + item.height > contentY + height)
            scrollTo(top + item.height + 12 - height);
    }

    onFocusedChanged: if (focused !== null && isTaller && holds(focused))
        reveal(focused)
    Keys.onUpPressed: scrollTo(contentY - 42)
    Keys.onDownPressed: scrollTo(contentY + 42)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_PageUp)
            scrollTo(contentY + 42 - height);
        else if (event.key === Qt.Key_PageDown)
            scrollTo(contentY + height - 42);
        else if (event.key === Qt.Key_Home)
            scrollTo(0);
        else if (event.key === Qt.Key_End)
            scrollTo(contentHeight);
        else
            event.accepted = false;
    }

    FocusRing {
        parent: root
        anchors.margins: 0
        inner: 0
        shown: root.activeFocus
    }
}
