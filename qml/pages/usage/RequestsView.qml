// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The strip, the table and the details of one row: below the table, or over it where the window is narrow.
FocusScope {
    id: root

    required property UsageViewModel usage
    property bool compact: false
    property bool detailsOpen: false
    readonly property bool showsDetails: detailsOpen && usage.details.hasRow

    signal detailsWanted
    signal detailsClosed
    signal provenanceWanted
    signal tryWanted //!< of the request whose details are shown

    function takeFocus() {
        table.takeFocus();
    }
    function counted(rows: int): string {
        return rows.toLocaleString(Qt.locale(), "f", 0);
    }

    UsageStripBar {
        id: strip
        objectName: "strip"
        visible: root.usage.state === UsageViewModel.Ready || root.usage.state === UsageViewModel.Empty
        width: parent.width
        height: visible ? implicitHeight : 0
        usage: root.usage
        compact: root.compact
        onProvenanceWanted: root.provenanceWanted()
    }
    SplitView {
        id: split
        y: strip.height
        width: parent.width
        height: parent.height - y
        visible: root.usage.state === UsageViewModel.Ready
        orientation: Qt.Vertical
        handle: SplitGrip {
            objectName: "detailsHandle"
            onMoved: by => docked.SplitView.preferredHeight = Math.max(160, Math.min(420, docked.SplitView.preferredHeight - by))
        }

        Item {
            SplitView.fillHeight: true
            SplitView.minimumHeight: 120
            UsageTable {
                id: table
                objectName: "usageTable"
                width: parent.width
                height: parent.height - line.height
                usage: root.usage
                onDetailsWanted: root.detailsWanted()
            }
            CountLine {
                id: line
                y: table.height
                width: parent.width
                count: root.usage.rows.problem !== "" ? root.usage.rows.problem :
                    //: %1 and %2 are numbers of rows, %3 how many there are
                    qsTr("Rows %1 to %2 of %3").arg(root.counted(table.firstShown)).arg(root.counted(table.lastShown)).arg(root.usage.strip.requests)
                missing: root.usage.strip.missing
            }
        }
        UsageDetailsPane {
            id: docked
            objectName: "detailsPane"
            visible: root.showsDetails && !root.compact
            SplitView.preferredHeight: 222
            SplitView.minimumHeight: 160
            SplitView.maximumHeight: 420
            details: root.usage.details
            onCloseWanted: root.detailsClosed()
            onTryWanted: root.tryWanted()
        }
    }
    Rectangle {
        visible: root.showsDetails && root.compact
        x: parent.width - width
        width: Math.min(Theme.drawer, parent.width) + 1
        height: parent.height
        color: Theme.line
        UsageDetailsPane {
            objectName: "detailsOverlay"
            x: 1
            width: parent.width - 1
            height: parent.height
            details: root.usage.details
            onCloseWanted: root.detailsClosed()
            onTryWanted: root.tryWanted()
        }
    }
    UsageNote {
        anchors.fill: parent
        anchors.topMargin: strip.height
        usage: root.usage
    }
}
