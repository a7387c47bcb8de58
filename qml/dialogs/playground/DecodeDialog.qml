// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Reads an answer that was received elsewhere. Nothing is sent.
TkPopup {
    id: root

    required property DecodeViewModel decoder
    required property FileChooser files

    width: parent ? Math.min(1240, parent.width - 40) : 1000
    height: parent ? Math.min(820, parent.height - 40) : 660
    onOpened: capture.forceActiveFocus()
    onClosed: forget()

    //! Nothing is kept, and nothing is there when it is opened again.
    function forget() {
        capture.clear();
        decoder.clear();
    }

    function decode() {
        if (decodeButton.enabled)
            decoder.decode(capture.text);
    }

    Connections {
        target: root.files
        enabled: root.opened
        function onChosen(path: string) {
            root.decoder.decodeFile(path);
        }
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        DialogTitle {
            id: heading
            x: 20
            y: 18
            width: side.width
            title: qsTr("Decode an answer")
            text: qsTr("Paste what curl -i printed, or open a file. Nothing is sent, and nothing is kept.")
        }
        Column {
            id: side
            x: 20
            y: heading.y + heading.height + 14
            width: Math.min(400, Math.round(parent.width * 0.38))
            spacing: 10
            Row {
                spacing: 8
                Column {
                    spacing: 3
                    SafeLabel {
                        text: qsTr("Gateway")
                    }
                    TkSelect {
                        objectName: "decodeGateway"
                        width: Math.floor((side.width - 8) / 2)
                        name: qsTr("Gateway")
                        options: root.decoder.gateways
                        current: root.decoder.gateway
                        onChosen: index => root.decoder.gateway = index
                    }
                }
                Column {
                    spacing: 3
                    SafeLabel {
                        text: qsTr("Protocol")
                    }
                    TkSelect {
                        objectName: "decodeProtocol"
                        width: Math.floor((side.width - 8) / 2)
                        name: qsTr("Protocol")
                        options: root.decoder.protocols
                        current: root.decoder.protocol
                        onChosen: index => root.decoder.protocol = index
                    }
                }
            }
        }
        Rectangle {
            id: box
            x: 20
            y: side.y + side.height + 10
            width: side.width
            height: foot.y - y - (problem.visible ? problem.height + 20 : 12)
            radius: Theme.r
            color: Theme.bgSunken
            border.width: capture.activeFocus ? 2 : 1
            border.color: capture.activeFocus ? Theme.focus : Theme.line
            Flickable {
                anchors.fill: parent
                anchors.margins: 2
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                ScrollBar.vertical: TkScrollBar {}
                TextArea.flickable: TextArea {
                    id: capture
                    objectName: "capture"
                    textFormat: TextEdit.PlainText
                    font: Theme.fontMonoSmall
                    color: Theme.fg
                    placeholderText: qsTr("HTTP/1.1 429 Too Many Requests\ncontent-type: application/json\n\n{ \"error\": … }")
                    placeholderTextColor: Theme.fg3
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.accentText
                    selectByMouse: true
                    wrapMode: TextEdit.WrapAnywhere
                    background: null
                    Accessible.name: qsTr("Answer with its header, as curl -i prints it")
                    Keys.onPressed: event => {
                        const isEnter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
                        event.accepted = isEnter && (event.modifiers & Qt.ControlModifier) !== 0;
                        if (event.accepted)
                            root.decode();
                    }
                    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                }
            }
        }
        SafeText {
            id: problem
            objectName: "decodeProblem"
            visible: text !== ""
            x: 20
            y: foot.y - height - 10
            width: side.width
            text: root.decoder.problem
            font: Theme.fontSmall
            color: Theme.danger
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        ResultPane {
            objectName: "decodedResult"
            visible: root.decoder.hasResult && !root.decoder.isBusy
            x: side.x + side.width + 16
            y: 18
            width: parent.width - x - 20
            height: foot.y - y - 12
            compact: width < 700
            isLive: false
            run: root.decoder.result
        }
        EmptyNote {
            visible: !root.decoder.hasResult || root.decoder.isBusy
            x: side.x + side.width + 56
            y: (foot.y - height) / 2
            width: parent.width - x - 60
            iconName: "search"
            lead: root.decoder.isBusy ? qsTr("Reading…") : qsTr("What it means appears here")
            text: root.decoder.isBusy ? "" : qsTr("Whose problem it is, whether to send again, its identifiers and its header fields.")
        }
        DialogFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "clearDecode"
                enabled: capture.text !== "" || root.decoder.hasResult
                text: qsTr("Clear")
                onClicked: {
                    root.forget();
                    capture.forceActiveFocus();
                }
            }
            TkButton {
                objectName: "openCapture"
                text: qsTr("Open a file…")
                onClicked: root.files.chooseFile(qsTr("Answer to decode"))
            }
            TkButton {
                objectName: "closeDecode"
                text: qsTr("Close")
                onClicked: root.close()
            }
            TkButton {
                id: decodeButton
                objectName: "decode"
                kind: TkButton.Primary
                enabled: capture.text.trim() !== "" && !root.decoder.isBusy
                text: qsTr("Decode")
                tip: qsTr("Ctrl+Enter")
                onClicked: root.decode()
            }
        }
    }
}
