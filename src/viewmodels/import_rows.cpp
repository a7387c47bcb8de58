// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/import_rows.h"

#include "base/translation_contexts.h"
#include "viewmodels/variants.h"
#include "words/figures.h"
#include "words/import_words.h"

#include <QLocale>

#include <array>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! What nearly every file can tell; the others are named where a column was found for them.
constexpr std::array UsualFields{ImportField::StartedAt, ImportField::RequestId, ImportField::Key,
    ImportField::RequestedModel, ImportField::ServedModel, ImportField::Provider, ImportField::HowItEnded,
    ImportField::HttpStatus, ImportField::InputTokens, ImportField::OutputTokens, ImportField::Cost,
    ImportField::ByokCost, ImportField::CurrencyCode, ImportField::FirstByte, ImportField::TotalTime};

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

MappingLine lineOf(ImportField field, const ColumnMapping &mapping)
{
    return {static_cast<int>(field), capitalised(fieldText(field)), mapping.columns.value(field)};
}

qint64 refusedRows(const ImportReport &report)
{
    return std::accumulate(report.refused.begin(), report.refused.end(), qint64(0));
}

QString titleOf(const ImportReport &report)
{
    switch (report.end) {
    case ImportReport::End::Done:
        //: %1 is the name of a file
        return texts::Import::tr("%1 is imported").arg(report.fileName);
    case ImportReport::End::DryRun:
        return texts::Import::tr("Nothing was stored yet");
    case ImportReport::End::AlreadyImported:
        //: %1 is the name of a file
        return texts::Import::tr("%1 was imported before").arg(report.fileName);
    case ImportReport::End::Stopped:
        break;
    }
    return texts::Import::tr("Stopped; importing the file again goes on from here");
}

QString countsOf(const ImportReport &report)
{
    QStringList parts;
    const bool isRehearsal = report.end == ImportReport::End::DryRun;
    const auto add = [&parts](qint64 count, const char *text) {
        if (count > 0)
            parts.append(texts::Import::tr(text).arg(countText(count)));
    };
    //: %1 in these is a count of rows
    parts.append(
        (isRehearsal ? texts::Import::tr("%1 rows are new") : texts::Import::tr("%1 rows are new here"))
            .arg(countText(report.rows.added)));
    add(report.rows.replaced, QT_TRANSLATE_NOOP("Import", "%1 were known and are told better now"));
    add(report.rows.same, QT_TRANSLATE_NOOP("Import", "%1 were known already"));
    add(refusedRows(report), QT_TRANSLATE_NOOP("Import", "%1 are refused"));
    return parts.join(u", "_s) + u'.';
}

} // namespace

QList<MappingLine> mappingLines(const ColumnMapping &mapping)
{
    QList<MappingLine> lines;
    for (const auto field : UsualFields)
        lines.append(lineOf(field, mapping));
    for (int i = 0; i < ImportFields; ++i) {
        const auto field = static_cast<ImportField>(i);
        const bool isUsual = std::find(UsualFields.begin(), UsualFields.end(), field) != UsualFields.end();
        if (!isUsual && mapping.columns.contains(field))
            lines.append(lineOf(field, mapping));
    }
    return lines;
}

QString formatText(ImportFormat format)
{
    switch (format) {
    case ImportFormat::OwnExport:
        return texts::Import::tr("an export of Tollkeeper");
    case ImportFormat::ActivityLog:
        return texts::Import::tr("an activity export");
    case ImportFormat::PanelUsage:
        return texts::Import::tr("a panel's usage export");
    case ImportFormat::JsonLines:
        return texts::Import::tr("JSON lines");
    case ImportFormat::Csv:
        break;
    }
    return texts::Import::tr("CSV");
}

QVariantList problemLines(const QList<RowProblem> &problems)
{
    QList<ProblemLine> lines;
    for (const auto &problem : problems)
        //: %1 is the number of a line
        lines.append({texts::Import::tr("Line %1").arg(countText(problem.line)), problemText(problem)});
    return variants(lines);
}

ImportOutcome importOutcome(const ImportReport &report)
{
    ImportOutcome outcome;
    outcome.title = titleOf(report);
    QStringList sentences;
    if (report.end != ImportReport::End::AlreadyImported)
        sentences.append(countsOf(report));
    else
        sentences.append(texts::Import::tr("Nothing was changed."));
    if (report.wasNotWhole)
        sentences.append(
            texts::Import::tr("Because rows were refused, the rows are not taken for all there are."));
    if (report.makesIds)
        sentences.append(texts::Import::tr("The file has no ids: they were made from what its rows say."));
    outcome.text = sentences.join(u' ');
    outcome.isWarning
        = refusedRows(report) > 0 || report.wasNotWhole || report.end == ImportReport::End::Stopped;
    outcome.problems = problemLines(report.problems);
    const auto more = refusedRows(report) - report.problems.size();
    if (more > 0)
        //: %1 is a count of rows
        outcome.moreProblems = texts::Import::tr("and %1 more").arg(countText(more));
    return outcome;
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace tollkeeper
