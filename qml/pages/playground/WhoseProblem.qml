// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! Whose problem it is, in six cells; two pale ones: not sure.
Column {
    id: root

    required property var cells //!< of WhoseCell
    property int columns: 6
    property int cellHeight: 30

    spacing: 5
    Accessible.role: Accessible.StaticText
    //: %1 is who, or several
    Accessible.name: qsTr("Whose problem: %1").arg(cells.filter(cell => cell.isOn).map(cell => cell.isPale ? qsTr("maybe %1").arg(cell.name) : cell.name).join(", "))

    SafeLabel {
        text: qsTr("Whose problem")
        Accessible.ignored: true
    }
    Grid {
        columns: root.columns
        spacing: 4
        Repeater {
            model: root.cells
            Rectangle {
                id: cell
                required property var modelData //!< WhoseCell
                readonly property bool isSure: modelData.isOn && !modelData.isPale
                objectName: "problemCell"
                width: Math.floor((root.width - 4 * (root.columns - 1)) / root.columns)
                height: root.cellHeight
                radius: 5
                color: isSure ? Theme.dangerBg : modelData.isOn ? Theme.warnBg : Theme.bgSunken
                border.color: isSure ? Theme.dangerLine : modelData.isOn ? Theme.warnLine : Theme.lineSubtle
                SafeText {
                    anchors.fill: parent
                    horizontalAlignment: Text.AlignHCenter
                    text: cell.modelData.name
                    font: Qt.font({
                        family: Theme.familySans,
                        pixelSize: 12,
                        weight: cell.isSure ? 600 : cell.modelData.isOn ? 500 : 400
                    })
                    color: cell.isSure ? Theme.danger : cell.modelData.isOn ? Theme.warn : Theme.fg3
                    Accessible.ignored: true
                }
            }
        }
    }
}
