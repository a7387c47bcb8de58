// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui

//! A line with gaps between two points of its parent.
Shape {
    id: root

    required property point from
    required property point to
    property color ink: Theme.lineStrong
    property real thickness: 1
    property var dashes: [3, 3] //!< lengths of dash and gap, in thicknesses

    ShapePath {
        strokeColor: root.ink
        strokeWidth: root.thickness
        strokeStyle: ShapePath.DashLine
        dashPattern: root.dashes
        fillColor: "transparent"
        startX: root.from.x
        startY: root.from.y
        PathLine {
            x: root.to.x
            y: root.to.y
        }
    }
}
