// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
QtObject {
    property bool dark: false
    property bool reducedMotion: false
    readonly property color bgWindow: dark ? "#0D1317" : "#F2F5F6"
    readonly property color bgSidebar: dark ? "#11191E" : "#E8EDEF"
    readonly property color bgSurface: dark ? "#161F25" : "#FFFFFF"
    readonly property color bgSunken: dark ? "#11191E" : "#F7F9FA"
    readonly property color bgRaised: dark ? "#1D2830" : "#FFFFFF"
    readonly property color bgHover: dark ? "#1F2A32" : "#EDF1F3"
    readonly property color bgPressed: dark ? "#29363F" : "#E0E6EA"
    readonly property color bgSelected: dark ? "#16373F" : "#DFEEF1"
    readonly property color pill: dark ? "#3A4953" : "#FFFFFF"
    readonly property color pillLine: dark ? "#4C5D68" : "#D1D9DE"
    readonly property color bgInverse: dark ? "#E3EAEE" : "#1B2830"
    readonly property color bgScrim: dark ? "#9905080A" : "#660E1418"
    readonly property color lineSubtle: dark ? "#232F37" : "#E4E9EC"
    readonly property color line: dark ? "#32414B" : "#D1D9DE"
    readonly property color lineStrong: dark ? "#72848F" : "#7F8D97"
    readonly property color fg: dark ? "#E7EDF0" : "#14202A"
    readonly property color fg2: dark ? "#B1BEC7" : "#465661"
    readonly property color fg3: dark ? "#91A0AB" : "#5B6A75"
    readonly property color fgDisabled: dark ? "#5F6E78" : "#93A0A9"
    readonly property color fgInverse: dark ? "#14202A" : "#F2F6F8"
    readonly property color accent: dark ? "#5DBFD2" : "#0B6478"
    readonly property color accentHover: dark ? "#7ACDDD" : "#085264"
    readonly property color accentPressed: dark ? "#43A6BA" : "#063F4E"
    readonly property color accentSoft: dark ? "#16373F" : "#DFEEF1"
    readonly property color accentText: dark ? "#06212A" : "#FFFFFF"
    readonly property color focus: dark ? "#5DBFD2" : "#0B6478"
    readonly property color ok: dark ? "#7CCB9E" : "#1A6B43"
    readonly property color okBg: dark ? "#12301F" : "#E5F3EA"
    readonly property color okLine: dark ? "#24573B" : "#B9DCC7"
    readonly property color warn: dark ? "#F0BF66" : "#854A00"
    readonly property color warnBg: dark ? "#33270E" : "#FCF2DE"
    readonly property color warnLine: dark ? "#5E4A1E" : "#E9CF98"
    readonly property color danger: dark ? "#FF9D92" : "#B02318"
    readonly property color dangerBg: dark ? "#3A1D1B" : "#FCECEA"
    readonly property color dangerLine: dark ? "#6B332E" : "#EFC1BB"
    readonly property color dangerFill: dark ? "#F0796C" : "#B02318"
    readonly property color dangerText: dark ? "#2A0906" : "#FFFFFF"
    readonly property color info: dark ? "#9DBDF2" : "#2A5599"
    readonly property color infoBg: dark ? "#1B2A44" : "#E9F0FA"
    readonly property color infoLine: dark ? "#334B75" : "#C2D3EE"
    readonly property color chartGrid: dark ? "#232F37" : "#E4E9EC"
    readonly property color chartAxis: dark ? "#91A0AB" : "#5B6A75"
    readonly property color chartBand: dark ? "#2E5DBFD2" : "#240B6478"
    readonly property color chartBudget: dark ? "#FF9D92" : "#B02318"
    readonly property color chart1: dark ? "#4EB8C9" : "#0B677D"
    readonly property color chart2: dark ? "#F2B145" : "#BF800D"
    readonly property color chart3: dark ? "#7E86EE" : "#4249B0"
    readonly property color chart4: dark ? "#CB5B2B" : "#B04221"
    readonly property color chart5: dark ? "#B1DFF6" : "#4197D4"
    readonly property color chart6: dark ? "#AE5FA0" : "#7E2A5A"
    readonly property color chart7: dark ? "#A3AA5C" : "#6E9857"
    readonly property color chart8: dark ? "#7F8E99" : "#84919B"
    readonly property color shadow: dark ? "#80000000" : "#2E14202A"
    readonly property var series: [chart1, chart2, chart3, chart4, chart5, chart6, chart7, chart8]
    readonly property string familySans: "Tollkeeper Sans"
    readonly property string familyMono: "JetBrains Mono"
    readonly property font fontDisplay: Qt.font({ family: familySans, pixelSize: 30, weight: 600, letterSpacing: -0.5 })   // line 36
    readonly property font fontFigure: Qt.font({ family: familySans, pixelSize: 20, weight: 600, letterSpacing: -0.2 })   // line 26
    readonly property font fontTitle: Qt.font({ family: familySans, pixelSize: 17, weight: 600, letterSpacing: -0.1 })   // line 24
    readonly property font fontHeading: Qt.font({ family: familySans, pixelSize: 13, weight: 600, letterSpacing: 0 })   // line 20
    readonly property font fontBody: Qt.font({ family: familySans, pixelSize: 13, weight: 400, letterSpacing: 0 })   // line 20
    readonly property font fontBodyStrong: Qt.font({ family: familySans, pixelSize: 13, weight: 500, letterSpacing: 0 })   // line 20
    readonly property font fontSmall: Qt.font({ family: familySans, pixelSize: 12, weight: 400, letterSpacing: 0 })   // line 18
    readonly property font fontSmallStrong: Qt.font({ family: familySans, pixelSize: 12, weight: 500, letterSpacing: 0 })   // line 18
    readonly property font fontCaption: Qt.font({ family: familySans, pixelSize: 11, weight: 400, letterSpacing: 0.1 })   // line 16
    readonly property font fontCaptionStrong: Qt.font({ family: familySans, pixelSize: 11, weight: 500, letterSpacing: 0.1 })   // line 16
    readonly property font fontMono: Qt.font({ family: familyMono, pixelSize: 12, weight: 400, letterSpacing: 0 })   // line 18
    readonly property font fontMonoSmall: Qt.font({ family: familyMono, pixelSize: 11, weight: 400, letterSpacing: 0 })   // line 16
    readonly property int s1: 2
    readonly property int s2: 4
    readonly property int s3: 6
    readonly property int s4: 8
    readonly property int s5: 12
    readonly property int s6: 16
    readonly property int s7: 20
    readonly property int s8: 24
    readonly property int s9: 32
    readonly property int s10: 48
    readonly property int rXs: 3
    readonly property int rSm: 4
    readonly property int r: 6
    readonly property int rLg: 8
    readonly property int rXl: 12
    readonly property int rFull: 999
    readonly property int row: 28
    readonly property int row2line: 44
    readonly property int control: 30
    readonly property int controlSm: 24
    readonly property int hitMin: 24
    readonly property int sidebar: 216
    readonly property int sidebarRail: 56
    readonly property int topbar: 52
    readonly property int drawer: 440
    readonly property int icon: 16
    readonly property int motionFast: reducedMotion ? 0 : 90
    readonly property int motionBase: reducedMotion ? 0 : 150
    readonly property int motionSlow: reducedMotion ? 0 : 220

    //! 0 to 6 by size, 7 the rest, 8 what is not itemised
    function seriesColor(place: int): color {
        return place < series.length ? series[place] : fg3;
    }
}
