// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The support bundle of a request: shown before it is copied. A tick adds what was asked and answered.
TkPopup {
    id: root

    required property PlaygroundTab tab
    property bool isCopied: false

    width: Math.min(720, parent ? parent.width - 56 : 720)
    height: Math.min(620, parent ? parent.height - 64 : 620)

    onAboutToShow: {
        messages.checked = false;
        isCopied = false;
        tab.makeBundle(false);
    }
    onOpened: copy.forceActiveFocus(Qt.TabFocusReason)

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        DialogTitle {
            id: heading
            x: 20
            y: 18
            width: parent.width - 40
            title: qsTr("Support bundle")
            text: qsTr("For the gateway's support: ids, times, status, attempts, headers and body. It leaves out the key, and what was asked and answered unless you add it.")
        }
        PlainBox {
            id: box
            objectName: "bundleText"
            x: 20
            y: heading.y + heading.height + 14
            width: parent.width - 40
            height: messages.y - y - 10
            text: root.tab.bundle
            name: qsTr("Support bundle")
        }
        SafeText {
            objectName: "bundleWaits"
            visible: root.tab.bundle === "" && root.tab.bundleProblem === ""
            x: 32
            y: box.y + 10
            width: parent.width - 64
            text: qsTr("Being written and checked…")
            font: Theme.fontSmall
            color: Theme.fg3
            wrapMode: Text.Wrap
        }
        SafeText {
            objectName: "bundleProblem"
            visible: text !== ""
            x: 32
            y: box.y + 10
            width: parent.width - 64
            text: root.tab.bundleProblem
            font: Theme.fontSmall
            color: Theme.danger
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        TkCheck {
            id: messages
            objectName: "bundleMessages"
            x: 20
            y: foot.y - height - 12
            text: qsTr("Add the messages and the answer")
            onToggled: {
                root.isCopied = false;
                root.tab.makeBundle(checked);
            }
        }
        DialogFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "closeBundle"
                text: qsTr("Close")
                onClicked: root.close()
            }
            TkButton {
                id: copy
                objectName: "copyBundleText"
                kind: TkButton.Primary
                enabled: root.tab.bundle !== ""
                iconName: root.isCopied ? "check" : "copy"
                iconSize: 14
                text: root.isCopied ? qsTr("Copied") : qsTr("Copy")
                onClicked: {
                    Clipboard.copy(root.tab.bundle);
                    root.isCopied = true;
                }
            }
        }
    }
}
