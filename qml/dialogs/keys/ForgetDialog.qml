// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Asks before a secret is removed from the keychain. The key itself is not touched.
TkPopup {
    id: root

    property string key
    property string keyName
    property string keychain

    signal confirmed(string key)

    width: 420
    height: heading.height + 38 + 57

    function begin(id: string, name: string) {
        key = id;
        keyName = name;
        open();
        keep.forceActiveFocus(Qt.TabFocusReason);
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        DialogTitle {
            id: heading
            x: 20
            y: 18
            width: parent.width - 40
            //: %1 is a key, %2 a keychain
            title: qsTr("Remove the secret of %1 from your %2?").arg(root.keyName).arg(root.keychain)
            text: qsTr("The key keeps working at its gateway, and its figures still arrive. It cannot be revealed or copied here any more.")
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                id: keep
                objectName: "keepSecret"
                text: qsTr("Keep it")
                onClicked: root.close()
            }
            TkButton {
                objectName: "forgetSecret"
                kind: TkButton.Destructive
                text: qsTr("Remove secret")
                onClicked: {
                    root.close();
                    root.confirmed(root.key);
                }
            }
        }
    }
}
