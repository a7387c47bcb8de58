// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

//! The Usage page: its states, its table, its keyboard, its details.
PageCase {
    name: "Usage"

    function test_showsOneOfItsStates_data() {
        return [
            { tag: "ready", prepare: () => {}, shown: "usageTable" },
            { tag: "empty", prepare: () => script.haveNoRequests(), shown: "usageEmpty" },
            { tag: "failed", prepare: () => script.failToReadUsage(), shown: "usageFailed" }
        ];
    }
    function test_showsOneOfItsStates(data) {
        data.prepare();
        const window = open();
        for (const part of ["usageTable", "usageEmpty", "usageFailed", "usageLoading"])
            compare(findChild(window, part).visible, part === data.shown, part);
    }
    function test_showsThatItReads() {
        script.keepUsageSilent();
        const window = makeWindow({});
        tryVerify(() => findChild(window, "usagePage").visible);
        verify(findChild(window, "usageLoading").visible);
        verify(!findChild(window, "usageTable").visible);
    }
    function test_readsAgainAfterAFailure() {
        script.failToReadUsage();
        const window = open();
        verify(text(window, "problem") !== "");
        script.reset();
        findChild(findChild(window, "usageFailed"), "readAgain").clicked();
        tryVerify(() => findChild(window, "usageTable").visible);
    }

    function test_showsTheDay() {
        const window = openRows();
        compare(findChild(findChild(window, "stripSpend"), "stripValue").text, "$312.99");
        compare(findChild(findChild(window, "stripRequests"), "stripValue").text, "135,795");
        compare(findChild(findChild(window, "stripMedian"), "stripValue").text, "1.9 s");
        compare(findChild(findChild(window, "stripItemised"), "stripNote").text, "$309.41 of spend");
        compare(text(window, "countText"), "Rows 1 to 23 of 135,795");
        compare(text(window, "missingText"), "$3.58 arrives only as totals and is not in these rows");
        const fallback = rowAt(window, 2);
        compare(text({ contentItem: fallback }, "cellTime"), "14:31:57.380");
        compare(text({ contentItem: fallback }, "cellServed"), "claude-opus-4.7");
        compare(text({ contentItem: fallback }, "cellFallback"), "model");
        compare(text({ contentItem: fallback }, "cellCost"), "$0.01716");
        compare(text({ contentItem: rowAt(window, 0) }, "cellServed"), "same");
        compare(text({ contentItem: rowAt(window, 7) }, "cellServed"), "none");
        compare(all(rowAt(window, 0), "cellByok").length, 0);
        compare(all(rowAt(window, 6), "cellByok").length, 1);
    }

    function test_drawsTheLastOfTenMillionRowsInTheirPlaces() {
        script.haveRequests(10000000);
        const window = openRows();
        keyClick(Qt.Key_End);
        const rows = findChild(window, "usageRows");
        tryCompare(rows, "current", 9999999);
        tryVerify(() => rowAt(window, 5).cells.isKnown);
        const drawn = all(window.contentItem, "usageRow");
        verify(drawn.length <= rows.size);
        for (const row of drawn) {
            compare(row.y, row.index * 28);
            verify(row.mapToItem(null, 0, 0).y < window.height);
        }
        const last = drawn.find(row => row.isCurrent);
        verify(last.mapToItem(rows, 0, last.height).y <= rows.height);
    }

    function test_movesByKeyboard() {
        const window = openRows();
        const rows = findChild(window, "usageRows");
        keyClick(Qt.Key_Down);
        compare(rows.current, 0);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        compare(rows.current, 2);
        keyClick(Qt.Key_PageDown);
        verify(rows.current > 15);
        keyClick(Qt.Key_PageUp);
        compare(rows.current, 2);
        keyClick(Qt.Key_End);
        compare(rows.current, 135794);
        compare(text(window, "countText").startsWith("Rows 135,"), true);
        keyClick(Qt.Key_Home);
        compare(rows.current, 0);
        compare(rows.offset, 0);
        keyClick(Qt.Key_Up);
        compare(rows.current, 0);
    }

    function test_opensAndClosesDetails() {
        const window = openRows();
        const pane = findChild(window, "detailsPane");
        verify(!pane.visible);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryVerify(() => pane.visible);
        compare(findChild(pane, "detailsTitle").text, "14:31:57 support-chat-prod");
        compare(findChild(pane, "detailsServed").text, "claude-opus-4.7");
        compare(findChild(pane, "routeTitle").text, "Route, 3 attempts in 8.04 s");
        tryVerify(() => all(pane, "costName").some(line => line.text === "Extra from fallback"));
        keyClick(Qt.Key_Down);
        compare(findChild(pane, "detailsTitle").text, "14:31:56 search-rerank-prod");
        findChild(pane, "closeDetails").clicked();
        verify(!pane.visible);
        verify(findChild(window, "usageRows").activeFocus);
    }
    function test_escapeClosesDetails() {
        const window = openRows();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Return);
        const pane = findChild(window, "detailsPane");
        tryVerify(() => pane.visible);
        findChild(pane, "closeDetails").forceActiveFocus();
        keyClick(Qt.Key_Escape);
        tryVerify(() => !pane.visible);
    }
    function test_detailsLieOverTheTableWhereItIsNarrow() {
        const window = openRows({ width: 1024, height: 700 });
        mouseClick(rowAt(window, 2));
        const overlay = findChild(window, "detailsOverlay");
        tryVerify(() => overlay.visible);
        verify(!findChild(window, "detailsPane").visible);
        compare(overlay.width, 440);
        compare(findChild(overlay, "detailsTitle").text, "14:31:57 support-chat-prod");
    }
    function test_detailsKeepTheirHeightWithinBounds() {
        const window = openRows();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Return);
        const pane = findChild(window, "detailsPane");
        tryCompare(pane, "height", 222);
        const handle = findChild(window, "detailsHandle");
        for (let i = 0; i < 30; ++i)
            handle.moved(-16);
        tryCompare(pane, "height", 420);
        for (let i = 0; i < 30; ++i)
            handle.moved(16);
        tryCompare(pane, "height", 160);
    }

    function test_copiesARowAndAnId() {
        const window = openRows();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_C, Qt.ControlModifier);
        tryVerify(() => script.clipboard().startsWith("2026-06-18T14:31:58.204Z\tsearch-rerank-prod\t"));
        keyClick(Qt.Key_Return);
        const ids = all(findChild(window, "detailsPane"), "idRow").filter(row => row.isId);
        findChild(ids[0], "copyId").clicked();
        compare(script.clipboard(), "gen-1781793118-k3V9xQ");
        verify(ids[0].isCopied);
    }

    function test_columnsLeaveInTheirOrder_data() {
        return [
            { tag: "all", width: 1440, gone: [] },
            { tag: "1024", width: 1024, gone: ["First byte", "Out", "Provider", "Generation id"] }
        ];
    }
    function test_columnsLeaveInTheirOrder(data) {
        const window = open({ width: data.width, height: 700 });
        const layout = findChild(window, "usageHead").layout;
        const gone = layout.columns.filter((_, index) => !layout.places[index].isShown).map(column => column.name);
        compare(gone.sort().join(), data.gone.sort().join());
        const ends = layout.places.filter(place => place.isShown).map(place => place.x + place.width);
        compare(ends[ends.length - 1], layout.width);
    }
    function test_aColumnTakesFromItsNeighbour() {
        const window = open();
        const head = findChild(window, "usageHead");
        const key = head.layout.places[1].width;
        const requested = head.layout.places[2].width;
        head.forceActiveFocus();
        window.requestActivate();
        tryVerify(() => head.activeFocus);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        compare(head.layout.places[1].width, key + 8);
        compare(head.layout.places[2].width, requested - 8);
        for (let i = 0; i < 60; ++i)
            keyClick(Qt.Key_Left, Qt.ShiftModifier);
        compare(head.layout.places[1].width, 40);
    }

    function test_namesTheZoneOnce() {
        script.liveIn("Pacific/Auckland");
        const window = openRows();
        const head = findChild(window, "usageHead");
        compare(head.layout.columns[0].name, "Time (UTC)");
        keyClick(Qt.Key_U, Qt.ControlModifier | Qt.ShiftModifier);
        compare(head.layout.columns[0].name, "Time (Pacific/Auckland)");
        tryVerify(() => rowAt(window, 0).cells.time === "02:31:58.204");
    }

    function test_newRowsDoNotMoveWhatOneLooksAt() {
        const window = openRows();
        const rows = findChild(window, "usageRows");
        rows.scrollTo(500);
        tryVerify(() => rowAt(window, 0).cells.isKnown);
        const generation = rowAt(window, 3).cells.time;
        script.getRequests(15);
        tryCompare(rows, "offset", 515);
        tryVerify(() => rowAt(window, 3).cells.isKnown);
        compare(text(window, "countText").endsWith("of 135,810"), true);
        verify(generation !== "");
    }
    function test_asksNothingWhileAnotherPageIsShown() {
        const window = openRows();
        const asked = script.outlinesAsked();
        keyClick(Qt.Key_1, Qt.ControlModifier);
        compare(window.page, "overview");
        script.getRequests(5);
        wait(20);
        compare(script.outlinesAsked(), asked);
        keyClick(Qt.Key_3, Qt.ControlModifier);
        tryVerify(() => script.outlinesAsked() > asked);
    }

    function test_showsServerTextAsItIs() {
        script.nameRequests("<img src=\"http://127.0.0.1:9/x.png\"><b>");
        const window = openRows();
        for (const name of ["cellKey", "cellRequested"]) {
            const cell = all(rowAt(window, 0), name)[0];
            verify(cell.text.startsWith("<img"), name);
            compare(cell.textFormat, Text.PlainText);
            verify(cell.truncated);
        }
    }
}
