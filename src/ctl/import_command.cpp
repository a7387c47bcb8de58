// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "ctl/commands.h"
#include "ctl/import_options.h"
#include "ctl/interrupt.h"
#include "sync/file_import_service.h"
#include "words/figures.h"
#include "words/import_words.h"

#include <QJsonArray>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr qsizetype ProblemsPrinted = 10;

QString endText(ImportReport::End end)
{
    switch (end) {
    case ImportReport::End::DryRun:
        return u"dry_run"_s;
    case ImportReport::End::AlreadyImported:
        return u"already_imported"_s;
    case ImportReport::End::Stopped:
        return u"stopped"_s;
    case ImportReport::End::Done:
        break;
    }
    return u"done"_s;
}

QJsonArray problemsJson(const QList<RowProblem> &problems)
{
    QJsonArray array;
    for (const auto &problem : problems)
        array.append(QJsonObject{{u"line"_s, problem.line}, {u"reason"_s, toText(problem.fault)},
            {u"field"_s, problem.field ? QJsonValue(toText(*problem.field)) : QJsonValue()},
            {u"text"_s, problem.text}, {u"sentence"_s, problemText(problem)}});
    return array;
}

QJsonObject reportJson(const Account &account, const ImportReport &report)
{
    QJsonObject reasons;
    for (std::size_t i = 0; i < report.refused.size(); ++i) {
        if (report.refused.at(i) > 0)
            reasons.insert(toText(static_cast<RowFault>(i)), report.refused.at(i));
    }
    return {{u"file"_s, report.fileName}, {u"account"_s, account.name}, {u"end"_s, endText(report.end)},
        {u"format"_s, toText(report.mapping.format)}, {u"mapping"_s, toJson(report.mapping)},
        {u"rows"_s,
            QJsonObject{{u"added"_s, report.rows.added}, {u"replaced"_s, report.rows.replaced},
                {u"same"_s, report.rows.same}, {u"rejected"_s, report.rows.rejected}}},
        {u"reasons"_s, reasons}, {u"problems"_s, problemsJson(report.problems)},
        {u"made_ids"_s, report.makesIds}, {u"took_up"_s, report.tookUp}, {u"whole"_s, report.isWhole},
        {u"imported_before"_s, toJson(report.importedBefore)}};
}

QString rowsText(const StoredRows &rows)
{
    return u"%1 new, %2 better known now, %3 known already, %4 rejected"_s.arg(rows.added)
        .arg(rows.replaced)
        .arg(rows.same)
        .arg(rows.rejected);
}

void sayEnd(const Call &call, const ImportReport &report)
{
    switch (report.end) {
    case ImportReport::End::AlreadyImported:
        printLine(call.mode,
            u"This file was imported already on %1. Nothing was changed."_s.arg(
                report.importedBefore ? utcText(*report.importedBefore) : QString()));
        return;
    case ImportReport::End::Stopped:
        printLine(
            call.mode, u"Stopped: %1. Import the file again to go on there."_s.arg(rowsText(report.rows)));
        return;
    case ImportReport::End::DryRun:
        printLine(call.mode, u"Would be imported: %1. Nothing was changed."_s.arg(rowsText(report.rows)));
        return;
    case ImportReport::End::Done:
        printLine(call.mode, u"Imported %1: %2."_s.arg(report.fileName, rowsText(report.rows)));
    }
    if (report.makesIds)
        printLine(call.mode, u"The file has no ids; they were made from what the rows say."_s);
    if (report.wasNotWhole)
        printLine(call.mode, u"Rows were rejected, so the rest was not taken for all there are."_s);
}

void sayProblems(const Call &call, const ImportReport &report)
{
    if (call.mode.quiet)
        return;
    QTextStream errors(stderr);
    for (const auto &problem : report.problems.first(std::min(report.problems.size(), ProblemsPrinted)))
        errors << printable(u"line %1: %2"_s.arg(problem.line).arg(problemText(problem))) << '\n';
    const auto more = report.rows.rejected - std::min(report.problems.size(), ProblemsPrinted);
    if (more > 0 && !report.problems.isEmpty())
        errors << u"and %1 more"_s.arg(more) << '\n';
}

Exit exitFor(const ImportReport &report)
{
    const auto ofOthers = report.refused.at(static_cast<std::size_t>(RowFault::OtherAccount));
    const bool isMissingRows = report.end != ImportReport::End::AlreadyImported
        && (report.rows.rejected > ofOthers || report.wasNotWhole);
    return report.end == ImportReport::End::Stopped || isMissingRows ? Exit::Incomplete : Exit::Done;
}

Exit showPreview(const Call &call, const ImportPreview &preview)
{
    if (call.mode.json)
        printJson({{u"heading"_s, QJsonArray::fromStringList(preview.heading)},
            {u"format"_s, toText(preview.mapping.format)}, {u"mapping"_s, toJson(preview.mapping)},
            {u"made_ids"_s, preview.makesIds}, {u"problems"_s, problemsJson(preview.problems)},
            {u"mapping_problem"_s,
                preview.mappingProblem ? QJsonValue(toJson(*preview.mappingProblem)) : QJsonValue()},
            {u"imported_before"_s, toJson(preview.importedBefore)}});
    QList<QStringList> table{{u"FIELD"_s, u"COLUMN"_s}};
    for (auto it = preview.mapping.columns.constBegin(); it != preview.mapping.columns.constEnd(); ++it)
        table.append({QString(toText(it.key())), it.value()});
    printTable(call.mode, table, {false, false});
    QList<QStringList> rows{{u"TIME (UTC)"_s, u"MODEL"_s, u"OUTCOME"_s, u"COST"_s, u"ID"_s}};
    for (const auto &row : preview.rows)
        rows.append(
            {utcText(row.startedAt), row.requestedModel.isEmpty() ? row.servedModel : row.requestedModel,
                row.outcome == RequestOutcome::Complete ? u"complete"_s : u"not complete"_s,
                row.cost ? moneyText(row.cost->billed, 6) : u"unknown"_s, row.requestId});
    printTable(call.mode, rows, {false, false, false, true, false});
    return preview.mappingProblem ? Exit::Incomplete : Exit::Done;
}

//! Progress on standard error, a line for each tenth of the file.
void tell(const Call &call, const ImportProgress &progress, int &tenths)
{
    if (call.mode.quiet || progress.step != ImportProgress::Step::Reading || progress.bytes == 0)
        return;
    const auto now = static_cast<int>(progress.bytesDone * 10 / progress.bytes);
    if (now > tenths)
        QTextStream(stderr) << now * 10 << "%, " << progress.rows << " rows\n";
    tenths = std::max(tenths, now);
}

Exit import(const Call &call)
{
    if (call.arguments.size() != 1 || !call.options.isSet(u"account"_s))
        return reportUsage(u"import needs the name of one file and --account."_s);
    const auto account = accountNamed(call.engine, call.options.value(u"account"_s));
    if (!account)
        return report(call.mode, account.error());
    FileImportService service(call.engine.storage(), call.engine.clock());
    const auto path = call.arguments.constFirst();
    const auto preview = wait(service.preview(path, account->id));
    if (!preview)
        return report(call.mode, preview.error());
    const auto order = importOrderFrom(call.options, path, account->id, preview->mapping);
    if (!order)
        return report(call.mode, order.error());
    if (call.options.isSet(u"preview"_s)) {
        const auto meant = wait(service.preview(path, account->id, order->mapping));
        return meant ? showPreview(call, *meant) : report(call.mode, meant.error());
    }
    const Interrupt interrupt;
    int tenths = 0;
    QObject::connect(&interrupt, &Interrupt::caught, &service, &ImportService::cancel);
    QObject::connect(&service, &ImportService::progressed, &service,
        [&](const ImportProgress &progress) { tell(call, progress, tenths); });
    const auto report
        = call.options.isSet(u"dry-run"_s) ? wait(service.dryRun(*order)) : wait(service.run(*order));
    if (!report)
        return ctl::report(call.mode, report.error());
    if (call.mode.json)
        printJson(reportJson(*account, *report));
    sayEnd(call, *report);
    sayProblems(call, *report);
    return exitFor(*report);
}

} // namespace

QList<Command> importCommands()
{
    return {{u"import"_s, u"Take requests from a CSV file or a JSON-lines log into an account."_s, u"FILE"_s,
        Needs::Writing, importOptions(), import, {u"dry-run"_s, u"preview"_s}}};
}

} // namespace tollkeeper::ctl
