// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

//! The filters of the Usage page, and the views that keep them.
PageCase {
    name: "UsageFilters"

    function test_filters() {
        const window = openRows();
        press(window, "statusChip");
        const popup = findChild(findChild(window, "statusChip"), "choicesPopup");
        tryVerify(() => popup.opened);
        findChild(popup.contentItem, "choice5").clicked();
        tryCompare(findChild(findChild(window, "statusChip"), "chipValue"), "text", "502");
        tryVerify(() => rowAt(window, 0).cells.status === "502");
        popup.close();
        findChild(window, "statusChip").removed();
        tryVerify(() => rowAt(window, 0).cells.status === "200");
        press(window, "fallbackChip");
        tryVerify(() => rowAt(window, 0).cells.fallback !== "");
    }
    function test_searchesLongLists() {
        const window = openRows();
        press(window, "keyChip");
        const keys = findChild(findChild(window, "keyChip"), "choicesPopup");
        tryVerify(() => keys.opened);
        verify(!findChild(keys.contentItem, "choiceSearch").visible);
        keys.close();
        press(window, "providerChip");
        const popup = findChild(findChild(window, "providerChip"), "choicesPopup");
        tryVerify(() => popup.opened);
        compare(popup.list.choices, 8);
        verify(!popup.hasSearch);
    }
    function test_saysWhatNothingMatches() {
        const window = openRows();
        findChild(window, "requestIdChip").filter.requestId = "no-such-id";
        tryVerify(() => findChild(window, "usageEmpty").visible);
        const note = findChild(window, "usageEmptyNote");
        compare(note.lead, "No requests match");
        compare(note.text, "Id is no-such-id, Today, 18 June.");
        verify(findChild(window, "requestIdChip").visible);
        press(window, "clearFilters");
        tryVerify(() => findChild(window, "usageTable").visible);
        compare(findChild(window, "requestIdChip").visible, false);
    }
    function test_leavesThePlaygroundOut() {
        const window = openRows();
        compare(findChild(window, "playgroundChip").visible, false);
        press(window, "moreFilters");
        const menu = findChild(window, "moreMenu");
        tryVerify(() => menu.opened);
        findChild(menu.contentItem, "addPlaygroundFilter").clicked();
        const popup = findChild(window, "playgroundPopup");
        tryVerify(() => popup.opened);
        findChild(popup.contentItem, "playground-without").clicked();
        tryVerify(() => !popup.opened);
        const chip = findChild(window, "playgroundChip");
        compare(findChild(chip, "chipValue").text, "Left out");
        compare(chip.filter.playground, "without");
        chip.removed();
        compare(chip.filter.playground, "with");
    }
    function test_choosesDays() {
        const window = openRows();
        press(window, "dateChip");
        const popup = findChild(window, "datePopup");
        tryVerify(() => popup.opened);
        findChild(popup.contentItem, "firstDay").text = "2026-06-20";
        findChild(popup.contentItem, "lastDay").text = "2026-06-01";
        findChild(popup.contentItem, "takeDays").clicked();
        verify(findChild(popup.contentItem, "dayHint").text !== "");
        findChild(popup.contentItem, "firstDay").text = "2026-06-01";
        findChild(popup.contentItem, "takeDays").clicked();
        tryVerify(() => !popup.opened);
        tryCompare(findChild(findChild(window, "dateChip"), "chipValue"), "text", "1 Jun");
        press(window, "dateChip");
        tryVerify(() => popup.opened);
        findChild(popup.contentItem, "period-last7").clicked();
        tryCompare(findChild(findChild(window, "dateChip"), "chipValue"), "text", "Last 7 days");
    }
    function test_asksForCosts() {
        const window = openRows();
        press(window, "costChip");
        const popup = findChild(window, "costPopup");
        tryVerify(() => popup.opened);
        findChild(popup.contentItem, "costFrom").text = "dear";
        findChild(popup.contentItem, "takeCost").clicked();
        verify(findChild(popup.contentItem, "costFrom").hasError);
        findChild(popup.contentItem, "costFrom").text = "0.01";
        findChild(popup.contentItem, "takeCost").clicked();
        tryCompare(findChild(findChild(window, "costChip"), "chipValue"), "text", "$0.01");
        tryVerify(() => rowAt(window, 0).cells.cost === "$0.01716");
    }
    function test_controlFGoesToTheFilters() {
        const window = openRows();
        keyClick(Qt.Key_F, Qt.ControlModifier);
        tryVerify(() => findChild(window, "dateChip").activeFocus);
    }
    function test_keepsAView() {
        const window = openRows();
        press(window, "fallbackChip");
        press(window, "viewsButton");
        const popup = findChild(window, "viewsPopup");
        tryVerify(() => popup.opened);
        findChild(popup.contentItem, "viewName").text = "Fallbacks";
        findChild(popup.contentItem, "saveView").clicked();
        tryCompare(findChild(window, "viewsButton"), "text", "Views");
        compare(script.viewNames().join(), "Fallbacks");
        press(window, "fallbackChip");
        press(window, "viewsButton");
        tryVerify(() => popup.opened);
        const opener = all(popup.contentItem, "openView")[0];
        compare(opener.text, "Fallbacks");
        opener.clicked();
        tryVerify(() => findChild(window, "fallbackChip").checked);
        press(window, "viewsButton");
        tryVerify(() => popup.opened);
        all(popup.contentItem, "removeView")[0].clicked();
        tryCompare(findChild(window, "viewsButton"), "text", "Save view");
    }
}
