// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is about to be sent: where to, to which models, how, and what; and what it may cost.
Rectangle {
    id: root

    required property PlaygroundTab tab
    property bool compact: false
    readonly property ComposerViewModel composer: tab.composer
    readonly property bool hasPopup: place.hasPopup || models.hasPopup
    readonly property Item focused: Window.activeFocusItem

    signal historyWanted
    signal extrasWanted
    signal guardWanted

    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Request")
    onFocusedChanged: if (focused)
        view.reveal(focused)

    function openModels() {
        models.openModels();
    }
    function openFallbacks() {
        models.openFallbacks();
    }
    function focusMessages() {
        what.takeFocus();
    }
    function focusFirst() {
        head.takeFocus();
    }
    function toggleJson() {
        composer.showsJson = !composer.showsJson;
    }

    ComposerHead {
        id: head
        x: 1
        y: 1
        width: parent.width - 2
        composer: root.composer
        onHistoryWanted: root.historyWanted()
    }
    Flickable {
        id: view
        x: 1
        y: head.y + head.height
        width: parent.width - 2
        height: foot.y - y
        contentHeight: column.y + column.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true
        ScrollBar.vertical: TkScrollBar {}

        //! What has the keyboard is in sight; of the messages the whole editor is, which scrolls by itself. What is
        //! pressed stays where it is, or the release would miss it.
        function reveal(item: var) {
            let part = item;
            while (part !== null && part.parent !== column)
                part = part.parent;
            if (part === null || item.focusReason === Qt.MouseFocusReason)
                return;
            const shown = part === what ? what : item;
            const top = shown.mapToItem(contentItem, 0, 0).y;
            const bottom = top + shown.height;
            const most = Math.max(0, contentHeight - height);
            contentY = Math.max(0, Math.min(most, top - 8, Math.max(contentY, bottom + 8 - height)));
        }

        Column {
            id: column
            x: 14
            y: 10
            width: view.width - 28
            spacing: 9
            SendPlace {
                id: place
                width: parent.width
                composer: root.composer
            }
            ModelFields {
                id: models
                width: parent.width
                composer: root.composer
            }
            ComposerOptions {
                id: options
                width: parent.width
                composer: root.composer
                folds: root.compact
            }
            RequestBody {
                id: what
                width: parent.width
                height: Math.max(root.compact ? 190 : 220, view.height - 10 - y)
                composer: root.composer
                onExtrasWanted: root.extrasWanted()
            }
        }
    }
    ComposerFoot {
        id: foot
        x: 1
        y: parent.height - height - 1
        width: parent.width - 2
        tab: root.tab
        onGuardWanted: root.guardWanted()
    }
}
