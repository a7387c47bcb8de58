// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What is most pressing about a key, with the way out.
Rectangle {
    id: root

    required property var banner //!< KeyBanner
    readonly property bool isInfo: banner.tone === "info"
    readonly property bool isDanger: banner.tone === "danger"
    readonly property color ink: isInfo ? Theme.info : isDanger ? Theme.danger : Theme.warn

    signal actionWanted(string action)

    visible: banner.lead !== ""
    implicitHeight: visible ? words.implicitHeight + 20 : 0
    height: implicitHeight
    radius: Theme.r
    color: isInfo ? Theme.infoBg : isDanger ? Theme.dangerBg : Theme.warnBg
    border.color: isInfo ? Theme.infoLine : isDanger ? Theme.dangerLine : Theme.warnLine

    Icon {
        x: 12
        y: 10
        name: root.banner.icon
        colour: root.ink
    }
    Column {
        id: words
        x: 37
        y: 10
        width: (button.visible ? button.x : root.width) - x - 10
        SafeText {
            objectName: "bannerLead"
            width: parent.width
            text: root.banner.lead
            font: Qt.font({
                family: Theme.familySans,
                pixelSize: 12,
                weight: 600
            })
            wrapMode: Text.Wrap
            lineHeight: 18
            lineHeightMode: Text.FixedHeight
        }
        SafeText {
            width: parent.width
            visible: text !== ""
            text: root.banner.text
            font: Theme.fontSmall
            wrapMode: Text.Wrap
            lineHeight: 18
            lineHeightMode: Text.FixedHeight
        }
    }
    TkButton {
        id: button
        objectName: "bannerAction"
        readonly property var names: ({ rotate: qsTr("Rotate"), continue: qsTr("Continue"), cap: qsTr("Edit cap"), labels: qsTr("Set owner") })
        visible: root.banner.action !== ""
        x: parent.width - width - 12
        y: 10
        small: true
        kind: root.banner.action === "rotate" ? TkButton.Primary : TkButton.Plain
        iconName: root.banner.action === "rotate" ? "rotate" : ""
        text: names[root.banner.action] || ""
        onClicked: root.actionWanted(root.banner.action)
    }
}
