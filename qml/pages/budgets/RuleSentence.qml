// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! The sentence of a rule, word by word so that it breaks anywhere, with its values in frames: buttons that lead to
//! the editor, or fields to type in.
Flow {
    id: root

    required property var pieces //!< of RulePiece
    property bool isEditable: false
    readonly property var tokens: tokensOf(pieces)
    readonly property int lineHeight: isEditable ? Theme.control : 20

    signal valuePressed(int place)
    signal valueTyped(int place, string text)

    function tokensOf(all: var): var {
        const found = [];
        for (const piece of all) {
            if (piece.isValue)
                found.push({ piece: piece, text: piece.text });
            else
                for (const word of piece.text.split(" "))
                    found.push({ piece: null, text: word });
        }
        return found;
    }
    //! No blank before a comma.
    function gapAfter(place: int): int {
        return place + 1 < tokens.length && /^[,;.]/.test(tokens[place + 1].text) ? 0 : 4;
    }

    spacing: 0

    Component {
        id: word
        SafeText {
            property var token
            height: root.lineHeight
            text: token ? token.text : ""
            font: root.isEditable ? Theme.fontBody : Theme.fontSmall
            color: Theme.fg2
            Accessible.ignored: !root.isEditable
        }
    }
    Component {
        id: frame
        AbstractButton {
            id: value
            property var token
            implicitWidth: Math.ceil(label.implicitWidth) + 14
            implicitHeight: 20
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            text: token ? token.text : ""
            Accessible.role: Accessible.Button
            //: %1 is a value of a rule
            Accessible.name: qsTr("Change %1").arg(text)
            Accessible.onPressAction: value.clicked()
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()
            onClicked: root.valuePressed(token.piece.place)
            contentItem: null
            background: Rectangle {
                radius: Theme.rSm
                color: value.hovered ? Theme.bgHover : Theme.bgSurface
                border.color: Theme.lineStrong
                FocusRing {
                    anchors.margins: -2
                    inner: 2
                    shown: value.visualFocus
                }
            }
            SafeText {
                id: label
                x: 7
                height: parent.height
                text: value.text
                font: Theme.fontSmallStrong
                Accessible.ignored: true
            }
        }
    }
    Component {
        id: field
        TkField {
            property var token
            objectName: token ? "ruleValue" + token.piece.place : ""
            width: Math.max(64, Math.ceil(contentWidth) + 24)
            horizontalAlignment: TextInput.AlignHCenter
            text: token ? token.text : ""
            hasError: token ? token.piece.isWrong : false
            //: %1 is the least and the greatest value: "1 to 90 days"
            Accessible.name: token ? qsTr("Value, %1").arg(token.piece.bounds) : ""
            onTextEdited: root.valueTyped(token.piece.place, text)
        }
    }
    Component {
        id: choice
        TkSelect {
            property var token
            objectName: token ? "ruleValue" + token.piece.place : ""
            width: 130
            name: qsTr("Value")
            options: token ? token.piece.options : []
            current: token ? options.indexOf(token.text) : -1
            onChosen: index => root.valueTyped(token.piece.place, options[index])
        }
    }
    Repeater {
        model: root.tokens.length
        Item {
            id: place
            required property int index
            readonly property var token: root.tokens[index]
            readonly property bool isValue: token.piece !== null
            readonly property bool isChoice: isValue && token.piece.options.length > 0
            width: loader.width + root.gapAfter(index)
            height: root.lineHeight + 2
            Loader {
                id: loader
                anchors.verticalCenter: parent.verticalCenter
                sourceComponent: !place.isValue ? word : !root.isEditable ? frame : place.isChoice ? choice : field
                Binding {
                    target: loader.item
                    property: "token"
                    value: place.token
                }
            }
        }
    }
}
