// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One source of a figure.
Item {
    id: root

    required property var source //!< SourceLine
    property bool isLast: false

    implicitHeight: words.height + 20
    Accessible.role: Accessible.StaticText
    Accessible.name: [source.account, source.endpoint, source.amount, source.certainty, source.window, source.fetched,
        source.label].filter(text => text !== "").join(", ")

    Column {
        id: words
        x: 12
        y: 9
        width: amount.x - x - 12
        SafeText {
            objectName: "sourceAccount"
            width: parent.width
            height: 18
            text: root.source.account
            font: Theme.fontSmallStrong
            Accessible.ignored: true
        }
        SafeText {
            objectName: "sourceEndpoint"
            width: parent.width
            height: 16
            text: root.source.endpoint
            font: Theme.fontMonoSmall
            color: Theme.fg2
            Accessible.ignored: true
        }
        SafeText {
            width: parent.width
            height: 16
            //: %1 is a stretch of time, %2 "fetched …"
            text: qsTr("%1; %2").arg(root.source.window).arg(root.source.fetched)
            font: Theme.fontCaption
            color: Theme.fg3
            Accessible.ignored: true
        }
        SafeText {
            objectName: "sourceLabel"
            visible: text !== ""
            width: parent.width
            text: root.source.label
            font: Theme.fontCaption
            color: Theme.warn
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
    SafeText {
        id: amount
        objectName: "sourceAmount"
        x: parent.width - width - 12
        y: 9
        width: Math.max(implicitWidth, 150)
        height: 18
        horizontalAlignment: Text.AlignRight
        text: root.source.amount
        font: Theme.fontSmallStrong
        Accessible.ignored: true
    }
    SafeText {
        x: parent.width - width - 12
        y: 27
        height: 16
        text: root.source.certainty
        font: Theme.fontCaption
        color: root.source.isBilled ? Theme.fg3 : Theme.warn
        Accessible.ignored: true
    }
    Rectangle {
        visible: !root.isLast
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
