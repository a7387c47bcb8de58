// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/usage_repository.h"

#include "storage/account_repository.h"
#include "storage/request_detail.h"
#include "storage/request_id.h"
#include "storage/series_table.h"
#include "storage/usage_query.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto RowColumns
    = "r.id, r.account_id, a.name, s.key_id, COALESCE(k.name, ''), COALESCE(k.remote_id, ''), "
      "COALESCE(m.name, ''), COALESCE(v.name, ''), COALESCE(p.name, ''), s.outcome, s.fell_back, "
      "s.http_status, "
      "s.error_code, s.currency, r.request_id, r.input_tokens, r.output_tokens, r.billed_nanos, "
      "r.byok_nanos, "
      "r.first_byte_ms, r.total_ms, r.detail, b.source, b.origin, b.fetched_at, a.gateway, "
      "EXISTS (SELECT 1 FROM playground_request o WHERE o.account_id = r.account_id AND o.request_id = "
      "r.request_id)"_L1;
constexpr auto RowJoins
    = "CROSS JOIN series s ON s.id = r.series_id CROSS JOIN request_batch b ON b.id = r.batch_id "
      "CROSS JOIN account a ON a.id = r.account_id LEFT JOIN api_key k ON k.id = s.key_id "
      "LEFT JOIN model m ON m.id = s.requested_id LEFT JOIN model v ON v.id = s.served_id "
      "LEFT JOIN provider p ON p.id = s.provider_id"_L1;

//! Everything of a row that its series tells.
RequestFacts seriesFacts(const QSqlQuery &row)
{
    RequestFacts facts;
    facts.remoteKeyId = row.value(5).toString();
    facts.requestedModel = row.value(6).toString();
    facts.servedModel = row.value(7).toString();
    facts.provider = row.value(8).toString();
    facts.outcome = static_cast<RequestOutcome>(row.value(9).toInt());
    facts.fellBack = static_cast<FellBack>(row.value(10).toInt());
    if (const auto status = row.value(11).toInt(); status != 0)
        facts.httpStatus = status;
    facts.errorCode = row.value(12).toString();
    return facts;
}

UsageRow rowFrom(const QSqlQuery &row)
{
    UsageRow usage;
    usage.id = row.value(0).toLongLong();
    usage.account = AccountId(row.value(1).toLongLong());
    usage.accountName = row.value(2).toString();
    usage.key = KeyId(row.value(3).toLongLong());
    usage.keyName = row.value(4).toString();
    usage.facts = seriesFacts(row);
    const auto currency = Currency::fromCode(row.value(13).toString()).value_or(SeriesTable::noCurrency());
    usage.facts.requestId = row.value(14).toString();
    usage.facts.startedAt = requestid::momentOf(usage.id);
    usage.facts.inputTokens = optionalCountFrom(row.value(15));
    usage.facts.outputTokens = optionalCountFrom(row.value(16));
    if (const auto billed = optionalCountFrom(row.value(17)))
        usage.facts.cost = Amounts{
            Money::fromNanos(*billed, currency), Money::fromNanos(row.value(18).toLongLong(), currency)};
    usage.facts.firstByteMs = optionalCountFrom(row.value(19));
    usage.facts.totalMs = optionalCountFrom(row.value(20));
    usage.facts.detail = detailFromText(row.value(21).toString(), currency);
    usage.source = static_cast<RowSource>(row.value(22).toInt());
    usage.origin = row.value(23).toString();
    usage.fetchedAt = momentFrom(row.value(24));
    usage.gatewayName = row.value(25).toString();
    usage.isFromPlayground = row.value(26).toBool();
    return usage;
}

//! The currency with most rows counts as the summary's own; the others are named apart.
void addAmounts(const QMap<QString, std::array<qint64, 3>> &byCurrency, UsageSummary &summary)
{
    QString main;
    for (auto it = byCurrency.cbegin(); it != byCurrency.cend(); ++it) {
        const bool isMoney = it.key() != SeriesTable::noCurrency().code();
        if (isMoney && (main.isEmpty() || it.value()[0] > byCurrency[main][0]))
            main = it.key();
    }
    summary.currency = Currency::fromCode(main).value_or(Currency());
    summary.spend = summary.byok = Money::fromNanos(0, summary.currency);
    for (auto it = byCurrency.cbegin(); it != byCurrency.cend(); ++it) {
        const auto currency = Currency::fromCode(it.key()).value_or(Currency());
        if (it.key() == main) {
            summary.spend = Money::fromNanos(it.value()[1], currency);
            summary.byok = Money::fromNanos(it.value()[2], currency);
        } else if (it.value()[1] != 0) {
            summary.otherCurrencies.append(Money::fromNanos(it.value()[1], currency));
        }
    }
}

bool isBetterTold(const UsageRow &a, const UsageRow &b)
{
    return a.source > b.source;
}

void addCounts(RequestOutcome outcome, FellBack fellBack, qint64 requests, UsageSummary &summary)
{
    summary.requests += requests;
    summary.succeeded += outcome == RequestOutcome::Complete ? requests : 0;
    summary.failed += outcome == RequestOutcome::Failed ? requests : 0;
    summary.incomplete += outcome == RequestOutcome::Incomplete ? requests : 0;
    summary.fellBack += fellBack != FellBack::No ? requests : 0;
}

} // namespace

Outcome UsageRepository::addSums(const QHash<qint64, MatchedSeries> &matched, UsageSummary &summary)
{
    auto series = m_database.run(u"SELECT id, outcome, fell_back, currency FROM series"_s);
    if (!series)
        return fail(series.error());
    QMap<QString, std::array<qint64, 3>> byCurrency;
    while (series->next()) {
        const auto found = matched.constFind(series->value(0).toLongLong());
        if (found == matched.constEnd())
            continue;
        addCounts(static_cast<RequestOutcome>(series->value(1).toInt()),
            static_cast<FellBack>(series->value(2).toInt()), found->requests, summary);
        auto &amounts = byCurrency[series->value(3).toString()];
        amounts[0] += found->requests;
        amounts[1] += found->billedNanos;
        amounts[2] += found->byokNanos;
        summary.unpriced += found->unpriced;
        summary.inputTokens += found->inputTokens;
        summary.outputTokens += found->outputTokens;
    }
    addAmounts(byCurrency, summary);
    if (summary.succeeded > 0)
        summary.costPerSuccess = Money::fromNanos(
            (summary.spend.nanos() + summary.byok.nanos()) / summary.succeeded, summary.currency);
    return Done{};
}

Result<UsageOutline> UsageRepository::outline(const UsageFilter &filter, const QDateTime &now)
{
    const auto zone = AccountRepository(m_database).zone();
    if (!zone)
        return fail(zone.error());
    const auto query = UsageQuery::prepare(m_database, filter, *zone);
    if (!query)
        return fail(query.error());
    UsageOutline outline;
    outline.filter = filter;
    outline.zone = *zone;
    outline.asOf = now;
    const auto matches = query->matches(m_database);
    if (!matches)
        return fail(matches.error());
    if (auto added = addSums(matches->series, outline.summary); !added)
        return fail(added.error());
    for (const auto &stretch : matches->stretches) {
        outline.stretches.append({QDateTime::fromMSecsSinceEpoch(stretch.segment.start, Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(stretch.segment.end, Qt::UTC), stretch.rows, stretch.slotBits});
        outline.rows += stretch.rows;
    }
    return outline;
}

Result<QList<UsageRow>> UsageRepository::select(const QString &tail)
{
    auto rows
        = m_database.run(u"SELECT %1 FROM (%3) r %2 ORDER BY r.id DESC"_s.arg(RowColumns, RowJoins, tail));
    if (!rows)
        return fail(rows.error());
    QList<UsageRow> found;
    while (rows->next())
        found.append(rowFrom(*rows));
    return found;
}

//! Adds matching rows of one range of ids, newest first; `skip` of them are passed over first.
Outcome UsageRepository::take(const QString &range, qint64 &skip, int count, QList<UsageRow> &found)
{
    if (skip > 0) {
        const auto here = m_database.value(u"SELECT COUNT(*) "_s + range);
        if (!here)
            return fail(here.error());
        if (skip >= here->toLongLong()) {
            skip -= here->toLongLong();
            return Done{};
        }
    }
    const auto more = select(u"SELECT * %1 ORDER BY r.id DESC LIMIT %2 OFFSET %3"_s.arg(range)
                                 .arg(count - found.size())
                                 .arg(skip));
    if (!more)
        return fail(more.error());
    skip = 0;
    found.append(*more);
    return Done{};
}

Result<QList<UsageRow>> UsageRepository::rows(const UsageOutline &outline, qint64 first, int count)
{
    const auto query = UsageQuery::prepare(m_database, outline.filter, outline.zone);
    if (!query)
        return fail(query.error());
    QList<UsageRow> found;
    auto skip = first;
    for (const auto &stretch : outline.stretches) {
        if (skip >= stretch.rows) {
            skip -= stretch.rows;
            continue;
        }
        const TimeSegment segment{stretch.start.toMSecsSinceEpoch(), stretch.end.toMSecsSinceEpoch()};
        for (const auto &[from, end] : idRanges(segment, stretch.slotBits)) {
            if (found.size() >= count)
                return found;
            const auto range = u"FROM request r WHERE r.id >= %1 AND r.id < %2%3"_s.arg(from).arg(end).arg(
                query->rowCondition());
            if (auto taken = take(range, skip, count, found); !taken)
                return fail(taken.error());
        }
    }
    return found;
}

Result<QList<UsageRow>> UsageRepository::rowsAfter(const UsageFilter &filter, qint64 after, int count)
{
    const auto zone = AccountRepository(m_database).zone();
    if (!zone)
        return fail(zone.error());
    const auto query = UsageQuery::prepare(m_database, filter, *zone);
    if (!query)
        return fail(query.error());
    if (query->matchesNothing())
        return QList<UsageRow>();
    const auto first = std::max(after + 1, requestid::lowest(query->window().start));
    auto found = select(
        u"SELECT * FROM request r WHERE r.id >= %1 AND r.id < %2%3 ORDER BY r.id LIMIT %4"_s.arg(first)
            .arg(requestid::lowest(query->window().end))
            .arg(query->rowCondition())
            .arg(count));
    if (found)
        std::reverse(found->begin(), found->end());
    return found;
}

Result<QList<UsageRow>> UsageRepository::byRequestId(const QString &id)
{
    auto found = select(u"SELECT * FROM request WHERE request_id = "_s + quotedText(id));
    if (found)
        std::stable_sort(found->begin(), found->end(), isBetterTold);
    return found;
}

Result<QList<UsageRow>> UsageRepository::byDetailId(const QString &id, int most)
{
    auto found = select(u"SELECT * FROM request WHERE detail IS NOT NULL AND instr(detail, %1) > 0 AND %1 IN "
                        "(json_extract(detail, '$.request'), json_extract(detail, '$.upstream')) "
                        "ORDER BY id DESC LIMIT %2"_s.arg(quotedText(id), QString::number(most)));
    if (found)
        std::stable_sort(found->begin(), found->end(), isBetterTold);
    return found;
}

} // namespace tollkeeper
