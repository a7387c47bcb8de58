// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A line to type in. The focus border is inside; an error has a red border, its words stand below it.
TextField {
    id: root

    property bool hasError: false
    property bool mono: false
    property int trailing: 0 //!< room for an action at the right end

    implicitHeight: Theme.control
    implicitWidth: 200
    leftPadding: 9
    rightPadding: 9 + trailing
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    font: mono ? Theme.fontMono : Theme.fontBody
    color: enabled ? Theme.fg : Theme.fgDisabled
    placeholderTextColor: Theme.fg3
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    background: Rectangle {
        radius: Theme.r
        color: root.readOnly || !root.enabled ? Theme.bgSunken : Theme.bgSurface
        border.width: root.activeFocus ? 2 : 1
        border.color: {
            if (root.hasError)
                return Theme.danger;
            if (root.activeFocus)
                return Theme.focus;
            return root.enabled ? Theme.lineStrong : Theme.line;
        }
    }
}
