// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The series behind an alert, with the level that was crossed and the moment it was raised.
Item {
    id: root

    required property var chart //!< AlertChart
    readonly property bool hasPoints: chart.points.length > 1
    readonly property rect area: Qt.rect(46, 32, width - 50, 132)
    readonly property var places: chart.points.map(point => Qt.point(placeOf(point.x), heightOf(point.y)))
    readonly property real lineY: heightOf(chart.line)
    //! The words of the line stand at the end where the series leaves them more room.
    readonly property bool labelsLeft: roomAround(false) < 18 && roomAround(true) > roomAround(false)
    readonly property real raisedX: placeOf(Math.max(0, chart.raised))

    function placeOf(share: real): real {
        return area.x + area.width * share;
    }
    function heightOf(value: real): real {
        return area.y + area.height * (1 - value / chart.top);
    }

    //! How near the series comes to the words of the line at its left or right end.
    function roomAround(left: bool): real {
        const near = places.filter(place => left ? place.x < area.x + 110 : place.x > area.x + area.width - 110);
        return near.reduce((least, place) => Math.min(least, Math.abs(place.y - lineY + 9)), area.height);
    }

    visible: hasPoints
    implicitHeight: hasPoints ? 186 : 0
    Accessible.role: Accessible.Graphic
    Accessible.name: chart.summary

    SafeText {
        width: parent.width
        height: 18
        text: root.chart.title
        font: Theme.fontSmallStrong
    }
    GridLines {
        area: root.area
        highest: root.chart.top
        ticks: root.chart.ticks
    }
    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.chartBand
            PathPolyline {
                path: root.places.length > 1 ? [Qt.point(root.places[0].x, root.heightOf(0)), ...root.places, Qt.point(root.places[root.places.length - 1].x, root.heightOf(0))] : []
            }
        }
        ShapePath {
            strokeColor: Theme.chart1
            strokeWidth: 1.75
            joinStyle: ShapePath.RoundJoin
            fillColor: "transparent"
            PathPolyline {
                path: root.places.length > 1 ? root.places : []
            }
        }
    }
    DashedLine {
        objectName: "plotLine"
        visible: root.chart.hasLine
        from: Qt.point(root.area.x, root.lineY)
        to: Qt.point(root.area.x + root.area.width, root.lineY)
        ink: Theme.chartBudget
        dashes: [4, 3.2]
        thickness: 1.25
    }
    SafeText {
        objectName: "plotLineText"
        visible: root.chart.hasLine
        x: root.labelsLeft ? root.area.x + 4 : root.area.x + root.area.width - width - 4
        // below the line where there is no room above
        y: root.lineY - 18 < root.area.y - 8 ? root.lineY + 2 : root.lineY - 18
        height: 16
        text: root.chart.lineText
        font: Theme.fontCaptionStrong
        color: Theme.chartBudget
    }
    DashedLine {
        visible: root.chart.raised >= 0
        from: Qt.point(root.raisedX, root.area.y - 10)
        to: Qt.point(root.raisedX, root.area.y + root.area.height)
        ink: Theme.lineStrong
        dashes: [2, 3]
    }
    SafeText {
        objectName: "plotRaised"
        readonly property bool isLeft: root.raisedX + 6 + width > root.area.x + root.area.width
        visible: root.chart.raised >= 0
        x: isLeft ? root.raisedX - width - 6 : root.raisedX + 6
        y: root.area.y - 12
        height: 14
        text: root.chart.raisedText
        font: Theme.fontCaption
        color: Theme.chartAxis
    }
    Repeater {
        model: root.chart.labels
        SafeText {
            required property var modelData
            required property int index
            x: modelData.place === 0 ? root.area.x : modelData.place === 1 ? root.area.x + root.area.width - width : root.placeOf(modelData.place) - width / 2
            y: root.area.y + root.area.height + 5
            height: 16
            text: modelData.text
            font: Theme.fontCaption
            color: Theme.chartAxis
        }
    }
}
