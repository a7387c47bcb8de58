// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One block of a formatted answer. Its text is plain text, set in other letters where its spans say so.
Item {
    id: root

    required property string kind
    required property int level
    required property string marker
    required property string line
    required property var spans //!< TextSpanList
    property int margin: 18
    readonly property bool isCode: kind === "code"
    readonly property bool isMono: isCode || kind === "row"
    readonly property int inset: kind === "item" ? 22 * level - 4 : kind === "quote" ? 14 * level : isCode ? 10 : 0

    height: kind === "rule" ? 21 : body.height + (isCode ? 24 : kind === "heading" ? 12 : kind === "row" ? 2 : 10)
    Accessible.role: kind === "heading" ? Accessible.Heading : kind === "item" ? Accessible.ListItem : Accessible.StaticText
    Accessible.name: marker === "" ? line : marker + " " + line

    Rectangle {
        visible: root.kind === "rule"
        x: root.margin
        y: 10
        width: root.width - 2 * root.margin
        height: 1
        color: Theme.line
    }
    Rectangle {
        visible: root.isCode
        x: root.margin
        width: root.width - 2 * root.margin
        height: body.height + 14
        radius: Theme.r
        color: Theme.bgSunken
        border.color: Theme.line
    }
    Rectangle {
        visible: root.kind === "quote"
        x: root.margin
        width: 3
        height: body.height
        color: Theme.line
    }
    SafeText {
        visible: text !== ""
        x: body.x - width - 6
        height: 21
        verticalAlignment: Text.AlignBottom
        text: root.marker
        font: body.font
        color: Theme.fg
        Accessible.ignored: true
    }
    TextEdit {
        id: body
        objectName: "formattedText"
        visible: root.kind !== "rule"
        x: root.margin + root.inset
        y: root.isCode ? 7 : root.kind === "heading" ? 4 : 0
        width: root.width - x - root.margin - (root.isCode ? 10 : 0)
        readOnly: true
        selectByMouse: true
        textFormat: TextEdit.PlainText
        wrapMode: root.isCode ? TextEdit.WrapAnywhere : TextEdit.Wrap
        text: root.line
        font: root.isMono ? Theme.fontMono : root.kind !== "heading" ? Theme.fontBody : root.level < 3 ? Theme.fontTitle : Theme.fontHeading
        color: root.kind === "quote" ? Theme.fg2 : Theme.fg
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        Accessible.ignored: true
        TextLines {
            document: body.textDocument
            lineHeight: root.isMono ? 18 : root.kind === "heading" && root.level < 3 ? 24 : 21
        }
        TextSpans {
            source: body.textDocument
            spans: root.spans
            codeFont: Theme.fontMono
        }
    }
}
