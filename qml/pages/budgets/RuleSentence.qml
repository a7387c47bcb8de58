// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The sentence of a rule, word by word so that it breaks anywhere, with its values in frames: buttons that lead to
//! the editor, or fields to type in.
Flow {
    id: root

    required property var pieces //!< of RulePiece
    property bool isEditable: false
    readonly property var tokens: tokensOf(pieces)

    signal valuePressed(int place)
    signal valueTyped(int place, string text)

    function tokensOf(all: var): var {
        const found = [];
        for (const piece of all) {
            if (piece.isValue)
                found.push({ isValue: true, place: piece.place, text: piece.text, options: piece.options, bounds: piece.bounds, isWrong: piece.isWrong });
            else
                for (const word of piece.text.split(" "))
                    found.push({ isValue: false, place: -1, text: word, options: [], bounds: "", isWrong: false });
        }
        return found;
    }
    //! No blank before a comma.
    function gapAfter(place: int): int {
        return place + 1 < tokens.length && /^[,;.]/.test(tokens[place + 1].text) ? 0 : 4;
    }

    spacing: 0

    Repeater {
        model: root.isEditable ? 0 : root.tokens.length
        Item {
            id: shown
            required property int index
            readonly property var token: root.tokens[index]
            width: (token.isValue ? value.width : word.width) + root.gapAfter(index)
            height: 22
            SafeText {
                id: word
                visible: !shown.token.isValue
                height: parent.height
                text: shown.token.text
                font: Theme.fontSmall
                color: Theme.fg2
                Accessible.ignored: true
            }
            RuleValue {
                id: value
                visible: shown.token.isValue
                y: 1
                text: shown.token.text
                onClicked: root.valuePressed(shown.token.place)
            }
        }
    }
    Repeater {
        model: root.isEditable ? root.tokens.length : 0
        Item {
            id: typed
            required property int index
            readonly property var token: root.tokens[index]
            readonly property bool isChoice: token.options.length > 0
            width: (!token.isValue ? said.width : isChoice ? choice.width : field.width) + root.gapAfter(index)
            height: Theme.control + 2
            SafeText {
                id: said
                visible: !typed.token.isValue
                height: Theme.control
                text: typed.token.text
                color: Theme.fg2
            }
            TkField {
                id: field
                objectName: visible ? "ruleValue" + typed.token.place : ""
                visible: typed.token.isValue && !typed.isChoice
                width: Math.max(64, Math.ceil(contentWidth) + 24)
                horizontalAlignment: TextInput.AlignHCenter
                text: typed.token.text
                hasError: typed.token.isWrong
                //: %1 is the least and the greatest value: "1 to 90 days"
                Accessible.name: qsTr("Value, %1").arg(typed.token.bounds)
                onTextEdited: root.valueTyped(typed.token.place, text)
            }
            TkSelect {
                id: choice
                objectName: visible ? "ruleValue" + typed.token.place : ""
                visible: typed.isChoice
                width: 130
                name: qsTr("Value")
                options: typed.token.options
                current: options.indexOf(typed.token.text)
                onChosen: index => root.valueTyped(typed.token.place, options[index])
            }
        }
    }
}
