// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! Button with an icon, a label, or both. An icon alone needs `Accessible.name`, which is also its tip.
Button {
    id: root

    enum Kind {
        Plain,
        Primary,
        Ghost,
        Destructive,
        Link
    }
    property int kind: TkButton.Plain
    property bool small: false
    property string iconName
    property string trailingIcon
    property int iconSize: small ? 13 : 16
    property string tip

    readonly property bool isFilled: kind === TkButton.Primary || kind === TkButton.Destructive
    readonly property bool isBare: kind === TkButton.Ghost || kind === TkButton.Link
    readonly property color inkColor: {
        if (!enabled)
            return Theme.fgDisabled;
        if (kind === TkButton.Link)
            return Theme.accent;
        if (kind === TkButton.Primary)
            return Theme.accentText;
        if (kind === TkButton.Destructive)
            return Theme.dangerText;
        return kind === TkButton.Ghost ? Theme.fg2 : Theme.fg;
    }

    implicitHeight: small ? Theme.controlSm : Theme.control
    implicitWidth: text === "" ? implicitHeight : implicitContentWidth + 2 * horizontalPadding
    horizontalPadding: text === "" ? 0 : small ? 9 : 12
    verticalPadding: 0
    font: small ? Theme.fontSmallStrong : Theme.fontBodyStrong
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.onPressAction: if (root.enabled)
        root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: ButtonFace {
        text: root.text
        iconName: root.iconName
        trailingIcon: root.trailingIcon
        iconSize: root.iconSize
        ink: root.inkColor
        iconInk: root.isFilled || root.kind === TkButton.Link || !root.enabled ? root.inkColor : Theme.fg2
        font: root.font
    }
    background: Rectangle {
        radius: root.small ? 5 : Theme.r
        color: {
            if (!root.enabled)
                return root.isBare ? "transparent" : Theme.bgSunken;
            if (root.kind === TkButton.Primary)
                return root.down ? Theme.accentPressed : root.hovered ? Theme.accentHover : Theme.accent;
            if (root.kind === TkButton.Destructive)
                return Theme.dangerFill;
            if (root.down)
                return Theme.bgPressed;
            if (root.hovered)
                return Theme.bgHover;
            return root.isBare ? "transparent" : Theme.bgSurface;
        }
        opacity: root.kind === TkButton.Destructive && root.enabled && (root.hovered || root.down) ? 0.9 : 1
        border.width: root.isBare || (root.isFilled && root.enabled) ? 0 : 1
        border.color: root.enabled ? Theme.line : Theme.lineSubtle
        FocusRing {
            shown: root.visualFocus
            inner: parent.radius
        }
    }

    TkToolTip {
        visible: root.hovered && root.tip !== ""
        text: root.tip
    }
}
