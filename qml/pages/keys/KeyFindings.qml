// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The hygiene report of a key: what is wrong, why it matters, what to do.
DrawerSection {
    id: root

    required property var findings //!< of FindingLine, worst first

    visible: findings.length > 0
    height: visible ? implicitHeight : 0
    title: qsTr("What to look at")

    Column {
        width: root.innerWidth
        spacing: 10
        Repeater {
            model: root.findings
            Item {
                id: finding
                required property var modelData
                objectName: "finding"
                width: root.innerWidth
                height: words.height
                Mark {
                    y: 4
                    kind: finding.modelData.tone === "danger" ? "critical" : finding.modelData.tone === "warn" ? "warn" : "info"
                }
                Column {
                    id: words
                    x: 18
                    width: parent.width - x
                    SafeText {
                        objectName: "findingTitle"
                        width: parent.width
                        text: finding.modelData.title
                        font: Theme.fontSmallStrong
                        wrapMode: Text.Wrap
                    }
                    SafeText {
                        width: parent.width
                        text: finding.modelData.why + " " + finding.modelData.toDo
                        font: Theme.fontSmall
                        color: Theme.fg2
                        wrapMode: Text.Wrap
                        lineHeight: 17
                        lineHeightMode: Text.FixedHeight
                    }
                }
            }
        }
    }
}
