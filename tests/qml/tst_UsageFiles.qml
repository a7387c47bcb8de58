// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

//! Importing and exporting from the Usage page, and the line that tells how far histories are read.
PageCase {
    name: "UsageFiles"

    function openImport() {
        const window = openRows();
        script.chooseFile("/tmp/requests.csv");
        press(window, "importButton");
        const dialog = findChild(window, "importDialog");
        tryVerify(() => dialog.opened);
        verify(!findChild(window, "importRun").enabled);
        press(window, "chooseFile");
        tryVerify(() => findChild(window, "importRun").enabled);
        return window;
    }

    function test_showsWhatTheFileSays() {
        const window = openImport();
        verify(findChild(window, "importSummary").text.startsWith("requests.csv: CSV"));
        const dialog = findChild(window, "importDialog");
        tryVerify(() => all(dialog.contentItem, "importRow").length > 3);
        compare(all(dialog.contentItem, "problemText")[0].text, "The value for “cost” is not a number: “free”.");
        compare(all(dialog.contentItem, "importNote").length, 1);
        compare(findChild(window, "importAccount").current, 0);
    }
    function test_anotherColumnCanBeChosen() {
        const window = openImport();
        const list = findChild(window, "mappingList");
        const time = all(list, "mapping3")[0]; // the time a request began
        compare(time.options[time.current], "created_at");
        time.chosen(9);
        tryVerify(() => all(list, "mapping3")[0].options[all(list, "mapping3")[0].current] === "trace");
    }
    function test_triesWithoutStoringAndThenImports() {
        const window = openImport();
        press(window, "importCheck");
        tryVerify(() => findChild(window, "importOutcome").visible);
        compare(script.importsTried(), 1);
        compare(script.importsRun(), 0);
        compare(findChild(window, "importOutcome").text, "1,204 rows are new, 96 were known already, 3 are refused.");
        compare(findChild(window, "importProblems").problems.length, 2);
        press(window, "importRun");
        tryVerify(() => findChild(window, "importOutcome").visible && findChild(window, "importOutcome").lead === "requests.csv is imported");
        compare(script.importsRun(), 1);
        verify(!findChild(window, "importRun").enabled);
        press(window, "importCancel");
        tryVerify(() => !findChild(window, "importDialog").visible);
    }
    function test_anImportCanBeStopped() {
        script.importSlowly();
        const window = openImport();
        press(window, "importRun");
        tryVerify(() => findChild(window, "importProgress").visible);
        tryCompare(findChild(window, "importProgress"), "share", 0.25);
        compare(findChild(window, "importCancel").text, "Stop");
        keyClick(Qt.Key_Escape);
        verify(findChild(window, "importDialog").opened);
        press(window, "importCancel");
        tryVerify(() => findChild(window, "importOutcome").visible);
        verify(findChild(window, "importOutcome").lead.startsWith("Stopped"));
    }
    function test_daysMustBeDays() {
        const window = openImport();
        const whole = findChild(window, "importWhole");
        whole.checked = true;
        findChild(window, "wholeFirst").text = "2026-06-17";
        findChild(window, "wholeLast").text = "2026-06-01";
        findChild(window, "wholeDays").take();
        verify(findChild(window, "wholeFirst").hasError);
        findChild(window, "wholeLast").text = "2026-06-18";
        findChild(window, "wholeDays").take();
        verify(!findChild(window, "wholeFirst").hasError);
    }

    function test_exportsWhatIsShown() {
        const window = openRows();
        script.chooseFile("/tmp");
        keyClick(Qt.Key_E, Qt.ControlModifier);
        const dialog = findChild(window, "exportDialog");
        tryVerify(() => dialog.opened);
        compare(findChild(window, "exportWhat").text, "135,795 rows, all columns. Today, 18 June.");
        verify(!findChild(window, "exportRun").enabled);
        press(window, "choosePlace");
        compare(findChild(window, "exportPath").text, "/tmp/usage 2026-06-18.csv");
        press(window, "exportRun");
        tryCompare(findChild(window, "exportText"), "text", "135,795 rows are in usage 2026-06-18.csv.");
        compare(script.exportedTo(), "/tmp/usage 2026-06-18.csv");
    }
    function test_anExportCanBeCancelled() {
        script.exportSlowly();
        const window = openRows();
        press(window, "exportButton");
        findChild(window, "exportPath").text = "/tmp/out.csv";
        press(window, "exportRun");
        tryVerify(() => findChild(window, "exportProgress").visible && findChild(window, "exportProgress").share > 0.3);
        press(window, "exportCancel");
        tryCompare(findChild(window, "exportText"), "text", "Cancelled; no file was left behind.");
        verify(findChild(window, "exportDialog").opened);
    }
    function test_thereIsNothingToExportWithoutRows() {
        script.haveNoRequests();
        const window = open();
        verify(!findChild(window, "exportButton").enabled);
    }

    function test_tellsHowFarHistoriesAreRead() {
        script.readHistory(40, 120);
        const window = open();
        const line = findChild(window, "historyLine");
        tryVerify(() => line.visible);
        compare(findChild(line, "historyText").text, "Reading history, 40 of 120");
        findChild(line, "pauseHistory").clicked();
        tryCompare(findChild(line, "historyText"), "text", "History paused");
        findChild(line, "pauseHistory").clicked();
        tryCompare(findChild(line, "historyText"), "text", "Reading history, 40 of 120");
    }
}
