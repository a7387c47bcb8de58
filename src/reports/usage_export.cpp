// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/usage_export.h"

#include "base/clock.h"
#include "base/decimal.h"
#include "domain/export_columns.h"
#include "domain/request_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int ConvertedDecimals = 6;

QString columnOf(Currency reporting)
{
    return exportcolumn::CostPrefix + reporting.code().toLower();
}

//! As domain/import reads them back: what is not told is left out.
QString attemptsText(const QList<AttemptFacts> &attempts)
{
    QJsonArray array;
    for (const auto &attempt : attempts) {
        QJsonObject one;
        if (!attempt.provider.isEmpty())
            one["provider"_L1] = attempt.provider;
        if (!attempt.model.isEmpty())
            one["model"_L1] = attempt.model;
        if (attempt.httpStatus)
            one["status"_L1] = *attempt.httpStatus;
        if (attempt.milliseconds)
            one["ms"_L1] = *attempt.milliseconds;
        array.append(one);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

UsageExport::UsageExport(CsvWriter &csv, UsageExportFrame frame) : m_csv(csv), m_frame(std::move(frame)) { }

Result<UsageExportCounts> UsageExport::write(
    const UsagePages &pages, const std::stop_token &stop, const std::function<void(qint64 rows)> &told)
{
    if (m_frame.hasComments)
        writeComments();
    writeHeading();
    for (qint64 after = 0;;) {
        if (stop.stop_requested())
            return fail(Error::Kind::Cancelled);
        const auto page = pages(after);
        if (!page)
            return fail(page.error());
        if (page->isEmpty())
            break;
        for (const auto &row : *page)
            writeRow(row);
        after = page->constLast().id;
        m_counts.rows += page->size();
        if (auto flushed = m_csv.flushIfFull(); !flushed)
            return fail(flushed.error());
        if (told)
            told(m_counts.rows);
    }
    for (const auto &total : std::as_const(m_totals)) {
        writeTotal(total);
        m_counts.totals.append(total.amounts);
    }
    if (auto flushed = m_csv.flush(); !flushed)
        return fail(flushed.error());
    return m_counts;
}

void UsageExport::writeComments()
{
    const auto &days = m_frame.filter.days;
    m_csv.comment(u"Tollkeeper, requests of %1 to %2, days of %3"_s.arg(days.first.toString(Qt::ISODate),
        days.last.toString(Qt::ISODate), QString::fromLatin1(m_frame.zone.id())));
    m_csv.comment(u"written %1; times are UTC; %2 is empty where no exchange rate is known"_s.arg(
        utcText(m_frame.writtenAt), columnOf(m_frame.reporting)));
    for (const auto &rate : m_frame.rates.all())
        m_csv.comment(u"from %1 on 1 %2 = %3 %4 (%5)"_s.arg(rate.from.toString(Qt::ISODate), rate.base.code(),
            decimalText(rate.nanos, Money::Scale), rate.quote.code(), rate.source));
}

void UsageExport::writeHeading()
{
    namespace c = exportcolumn;
    for (const auto name :
        {c::Record, c::Time, c::Account, c::Gateway, c::Key, c::KeyId, c::RequestedModel, c::ServedModel,
            c::Provider, c::Attempts, c::Fallback, c::Outcome, c::Status, c::ErrorCode, c::ErrorMessage,
            c::Complete, c::InputTokens, c::OutputTokens, c::CachedTokens, c::ReasoningTokens})
        m_csv.word(name);
    m_csv.text(columnOf(m_frame.reporting));
    for (const auto name : {c::NativeAmount, c::NativeByok, c::Currency, c::InputCost, c::OutputCost,
             c::CacheCost, c::ToolsCost, c::FirstByteMs, c::TotalMs, c::Streamed, c::FinishReason,
             c::RequestId, c::GenerationId, c::UpstreamId, c::AttemptTrace, c::Source, c::Origin, c::AsOf})
        m_csv.word(name);
    m_csv.endRecord();
}

void UsageExport::writeRow(const UsageRow &row)
{
    m_csv.word("request"_L1);
    writeNames(row);
    writeOutcome(row.facts);
    writeAmounts(row);
    writeDetail(row);
    m_csv.endRecord();
}

void UsageExport::writeNames(const UsageRow &row)
{
    const auto &facts = row.facts;
    moment(facts.startedAt);
    for (const auto *text : {&row.accountName, &row.gatewayName, &row.keyName, &facts.remoteKeyId,
             &facts.requestedModel, &facts.servedModel, &facts.provider})
        m_csv.text(*text);
}

void UsageExport::writeOutcome(const RequestFacts &facts)
{
    const auto attempts = facts.detail.attempts.size();
    count(attempts > 0 ? std::optional<qint64>(attempts) : std::nullopt);
    m_csv.word(toText(facts.fellBack));
    m_csv.word(toText(facts.outcome));
    count(facts.httpStatus ? std::optional<qint64>(*facts.httpStatus) : std::nullopt);
    m_csv.text(facts.errorCode);
    m_csv.text(facts.detail.errorMessage);
    m_csv.word(facts.outcome == RequestOutcome::Complete ? "true"_L1 : "false"_L1);
}

void UsageExport::writeAmounts(const UsageRow &row)
{
    const auto &facts = row.facts;
    const auto &detail = facts.detail;
    for (const auto &tokens :
        {facts.inputTokens, facts.outputTokens, detail.cachedTokens, detail.reasoningTokens})
        count(tokens);
    const auto inReporting = converted(row);
    add(row, inReporting);
    money(inReporting, ConvertedDecimals);
    money(facts.cost ? std::optional(facts.cost->billed) : std::nullopt, Money::Scale);
    money(facts.cost ? std::optional(facts.cost->byok) : std::nullopt, Money::Scale);
    m_csv.text(facts.cost ? facts.cost->billed.currency().code() : QString());
    for (const auto &part : {detail.parts.input, detail.parts.output, detail.parts.cache, detail.parts.tools})
        money(part, Money::Scale);
    count(facts.firstByteMs);
    count(facts.totalMs);
}

void UsageExport::writeDetail(const UsageRow &row)
{
    const auto &detail = row.facts.detail;
    if (detail.isStreamed)
        m_csv.word(*detail.isStreamed ? "true"_L1 : "false"_L1);
    else
        m_csv.empty();
    m_csv.text(detail.finishReason);
    m_csv.text(detail.gatewayRequestId.isEmpty() ? row.facts.requestId : detail.gatewayRequestId);
    m_csv.text(row.facts.requestId);
    m_csv.text(detail.upstreamId);
    if (detail.attempts.isEmpty())
        m_csv.empty();
    else
        m_csv.text(attemptsText(detail.attempts));
    m_csv.word(toText(row.source));
    m_csv.text(row.origin);
    moment(row.fetchedAt);
}

std::optional<Money> UsageExport::converted(const UsageRow &row)
{
    if (!row.facts.cost)
        return std::nullopt;
    const auto day = localDay(row.facts.startedAt, m_frame.zone);
    const auto conversion = m_frame.rates.convert(row.facts.cost->billed, m_frame.reporting, day);
    if (conversion)
        return conversion->amount;
    ++m_counts.unconverted;
    return std::nullopt;
}

void UsageExport::add(const UsageRow &row, const std::optional<Money> &converted)
{
    const auto &cost = row.facts.cost;
    if (!cost)
        return;
    const auto currency = cost->billed.currency();
    auto total = m_totals.find(currency);
    if (total == m_totals.end()) {
        const auto nothing = Money::fromNanos(0, currency);
        total = m_totals.insert(currency, {{nothing, nothing}, Money::fromNanos(0, m_frame.reporting), 0, 0});
    }
    total->amounts.billed += cost->billed;
    total->amounts.byok += cost->byok;
    if (!converted)
        total->converted.reset();
    else if (total->converted)
        *total->converted += *converted;
    total->inputTokens += row.facts.inputTokens.value_or(0);
    total->outputTokens += row.facts.outputTokens.value_or(0);
}

//! In the columns of the rows; all others stay empty.
void UsageExport::writeTotal(const Total &total)
{
    constexpr int BeforeTokens = 15;
    constexpr int BeforeMoney = 2;
    constexpr int AfterMoney = 15;
    m_csv.word("total"_L1);
    for (int i = 0; i < BeforeTokens; ++i)
        m_csv.empty();
    m_csv.number(total.inputTokens);
    m_csv.number(total.outputTokens);
    for (int i = 0; i < BeforeMoney; ++i)
        m_csv.empty();
    money(total.converted, ConvertedDecimals);
    money(total.amounts.billed, Money::Scale);
    money(total.amounts.byok, Money::Scale);
    m_csv.text(total.amounts.billed.currency().code());
    for (int i = 0; i < AfterMoney; ++i)
        m_csv.empty();
    m_csv.endRecord();
}

void UsageExport::count(const std::optional<qint64> &value)
{
    if (value)
        m_csv.number(*value);
    else
        m_csv.empty();
}

void UsageExport::money(const std::optional<Money> &value, int decimals)
{
    if (!value) {
        m_csv.empty();
        return;
    }
    qint64 dropped = 1;
    for (int i = decimals; i < Money::Scale; ++i)
        dropped *= 10;
    m_csv.decimal(scaledHalfEven(value->nanos(), 1, dropped), decimals);
}

void UsageExport::moment(const QDateTime &moment)
{
    m_csv.text(utcText(moment));
}

} // namespace tollkeeper
