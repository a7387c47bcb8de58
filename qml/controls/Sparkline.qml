// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui

//! A small line without axes; the last point has a dot.
Item {
    id: root

    required property var points //!< shares of the highest, 0 to 1
    property string label
    property color ink: Theme.chart1
    readonly property var places: points.map((share, index) => at(index, share))
    readonly property point last: places.length > 0 ? places[places.length - 1] : Qt.point(0, 0)

    implicitWidth: 214
    implicitHeight: 42
    Accessible.role: Accessible.Graphic
    Accessible.name: label

    function at(index: int, share: real): point {
        const inset = 3;
        const step = points.length > 1 ? (width - 2 * inset) / (points.length - 1) : 0;
        return Qt.point(inset + index * step, inset + (height - 2 * inset) * (1 - share));
    }

    Shape {
        anchors.fill: parent
        visible: root.places.length > 1
        ShapePath {
            strokeColor: "transparent"
            fillColor: Qt.rgba(root.ink.r, root.ink.g, root.ink.b, 0.14)
            PathPolyline {
                path: root.places.length > 1 ? [Qt.point(root.places[0].x, root.height), ...root.places, Qt.point(root.last.x, root.height)] : []
            }
        }
        ShapePath {
            strokeColor: root.ink
            strokeWidth: 1.5
            joinStyle: ShapePath.RoundJoin
            fillColor: "transparent"
            PathPolyline {
                path: root.places.length > 1 ? root.places : []
            }
        }
    }
    Rectangle {
        visible: root.places.length > 0
        x: root.last.x - 2.5
        y: root.last.y - 2.5
        width: 5
        height: 5
        radius: 2.5
        color: root.ink
    }
}
