// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_cells.h"

#include "base/translation_contexts.h"
#include "decoder/request_category.h"
#include "words/figures.h"
#include "words/request_words.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

const auto Dash = u"\u2014"_s;

QString orDash(const QString &text)
{
    return text.isEmpty() ? Dash : text;
}

QString countOrDash(std::optional<qint64> count)
{
    return count ? countText(*count) : Dash;
}

QString durationOrDash(std::optional<qint64> milliseconds)
{
    return milliseconds ? durationText(*milliseconds) : Dash;
}

QString shortened(const QString &id)
{
    return id.size() <= 14 ? id : id.left(4) + u'\u2026' + id.right(6);
}

void addServed(UsageCells &cells, const RequestFacts &facts)
{
    cells.isServedPlain = true;
    if (facts.servedModel.isEmpty()) {
        cells.served = facts.outcome == RequestOutcome::Failed ? texts::Usage::tr("none")
                                                               : texts::Usage::tr("unknown");
    } else if (facts.servedModel == facts.requestedModel) {
        cells.served = texts::Usage::tr("same");
    } else {
        cells.served = facts.servedModel;
        cells.isServedPlain = false;
        cells.isServedElsewhere = facts.fellBack == FellBack::Model;
    }
}

//! The tone follows what happened and not the number: the 429 of a used-up cap is red.
QString toneOf(Category category)
{
    const bool passes = category == Category::RateLimit || category == Category::PlanWindow;
    return passes ? u"warn"_s : u"danger"_s;
}

void addStatus(UsageCells &cells, const UsageRow &row)
{
    const auto &facts = row.facts;
    const auto code = facts.httpStatus ? QString::number(*facts.httpStatus) : QString();
    switch (facts.outcome) {
    case RequestOutcome::Complete:
        cells.status = code.isEmpty() ? texts::Usage::tr("done") : code;
        cells.tone = u"ok"_s;
        break;
    case RequestOutcome::Incomplete:
        cells.status = texts::Usage::tr("incomplete");
        cells.tone = u"danger"_s;
        break;
    case RequestOutcome::Failed:
        const auto category = categoryOfRequest(row.gatewayName, facts);
        cells.status = code.isEmpty() ? texts::Usage::tr("failed") : code;
        cells.tone = toneOf(category);
        cells.reason = reasonWords(category);
        break;
    }
    if (facts.fellBack == FellBack::Model)
        cells.fallback = texts::Usage::tr("model");
    else if (facts.fellBack == FellBack::Provider)
        cells.fallback = texts::Usage::tr("provider");
    cells.isModelFallback = facts.fellBack == FellBack::Model;
}

void addCost(UsageCells &cells, const RequestFacts &facts)
{
    if (!facts.cost) {
        cells.cost = texts::Usage::tr("unknown");
        return;
    }
    cells.isByok = !facts.cost->byok.isZero();
    cells.isCostBilled = !cells.isByok || !facts.cost->billed.isZero();
    cells.cost = requestMoneyText(cells.isCostBilled ? facts.cost->billed : facts.cost->byok);
}

QString spokenText(const UsageCells &cells)
{
    QStringList parts{cells.time, cells.key,
        //: %1 is the model that was asked for, %2 the one that answered
        cells.isServedPlain ? cells.requested
                            : texts::Usage::tr("%1 served by %2").arg(cells.requested, cells.served),
        cells.status};
    if (!cells.reason.isEmpty())
        parts.append(cells.reason);
    if (!cells.fallback.isEmpty())
        //: %1 is "model" or "provider"
        parts.append(texts::Usage::tr("%1 fell back").arg(cells.fallback));
    parts.append(cells.cost);
    return parts.join(u", "_s);
}

} // namespace

QString timeCell(const QDateTime &moment, const TimeStyle &style)
{
    if (!style.withDay)
        return preciseTimeText(moment, style.zone);
    const auto local = moment.toTimeZone(style.zone);
    return shortDayText(local.date()) + u' ' + local.toString(u"HH:mm:ss"_s);
}

UsageCells usageCells(const UsageRow &row, const TimeStyle &style)
{
    const auto &facts = row.facts;
    UsageCells cells;
    cells.isKnown = true;
    cells.time = timeCell(facts.startedAt, style);
    cells.key = row.keyName.isEmpty() ? texts::Usage::tr("unknown") : row.keyName;
    cells.requested = orDash(facts.requestedModel);
    addServed(cells, facts);
    cells.provider = orDash(facts.provider);
    addStatus(cells, row);
    cells.input = countOrDash(facts.inputTokens);
    cells.output = countOrDash(facts.outputTokens);
    addCost(cells, facts);
    cells.firstByte = durationOrDash(facts.firstByteMs);
    cells.total = durationOrDash(facts.totalMs);
    cells.generation = shortened(facts.requestId);
    cells.spoken = spokenText(cells);
    return cells;
}

QString columnName(int column, const TimeStyle &style)
{
    switch (column) {
    case UsageColumn::Time:
        //: %1 is a time zone: "Time (UTC)"
        return texts::Usage::tr("Time (%1)").arg(zoneText(style.zone));
    case UsageColumn::Key:
        return texts::Usage::tr("Key");
    case UsageColumn::Requested:
        return texts::Usage::tr("Requested model");
    case UsageColumn::Served:
        return texts::Usage::tr("Served model");
    case UsageColumn::Provider:
        return texts::Usage::tr("Provider");
    case UsageColumn::Status:
        return texts::Usage::tr("Status");
    case UsageColumn::Input:
        //: tokens sent
        return texts::Usage::tr("In");
    case UsageColumn::Output:
        //: tokens received
        return texts::Usage::tr("Out");
    case UsageColumn::Cost:
        return texts::Usage::tr("Cost");
    case UsageColumn::FirstByte:
        return texts::Usage::tr("First byte");
    case UsageColumn::Total:
        //: the time a request took
        return texts::Usage::tr("Total");
    default:
        return texts::Usage::tr("Generation id");
    }
}

QString columnText(const UsageCells &cells, int column)
{
    switch (column) {
    case UsageColumn::Time:
        return cells.time;
    case UsageColumn::Key:
        return cells.key;
    case UsageColumn::Requested:
        return cells.requested;
    case UsageColumn::Served:
        return cells.served;
    case UsageColumn::Provider:
        return cells.provider;
    case UsageColumn::Status:
        return cells.reason.isEmpty() ? cells.status : cells.status + u' ' + cells.reason;
    case UsageColumn::Input:
        return cells.input;
    case UsageColumn::Output:
        return cells.output;
    case UsageColumn::Cost:
        return cells.cost;
    case UsageColumn::FirstByte:
        return cells.firstByte;
    case UsageColumn::Total:
        return cells.total;
    default:
        return cells.generation;
    }
}

QString copiedText(const UsageRow &row, const TimeStyle &style)
{
    auto cells = usageCells(row, {style.zone, true});
    static const auto utc = QTimeZone::utc();
    const auto &started = row.facts.startedAt;
    const auto local = style.zone == utc ? started.toUTC() : started.toTimeZone(style.zone);
    cells.time = local.toString(Qt::ISODateWithMs);
    cells.generation = row.facts.requestId;
    if (cells.isServedPlain && !row.facts.servedModel.isEmpty())
        cells.served = row.facts.servedModel;
    QStringList texts;
    for (int column = 0; column < UsageColumn::Count; ++column)
        // A tab or a line break inside a name would shift the columns.
        texts.append(columnText(cells, column).simplified());
    return texts.join(u'\t');
}

} // namespace tollkeeper
