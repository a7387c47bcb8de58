// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"
#include "storage/bulk_statement.h"
#include "storage/request_id.h"
#include "storage/usage_query.h"
#include "storage/usage_repository.h"

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

// The part of UsageRepository that is not about rows one by one.
namespace tollkeeper {
namespace {

//! Counts how often each time occurs: exact quantiles of millions of rows in a few megabytes.
class TimeCounts {
public:
    void add(qint64 milliseconds)
    {
        ++m_all;
        if (milliseconds < qint64(m_counts.size()))
            ++m_counts[std::size_t(std::max<qint64>(0, milliseconds))];
        else
            m_long.push_back(milliseconds);
    }
    //! The smallest time that at least this share of the rows does not exceed.
    [[nodiscard]] std::optional<qint64> quantile(qint64 percent)
    {
        if (m_all == 0)
            return std::nullopt;
        auto left = (m_all * percent + 99) / 100;
        for (std::size_t at = 0; at < m_counts.size(); ++at) {
            left -= m_counts[at];
            if (left <= 0)
                return qint64(at);
        }
        std::sort(m_long.begin(), m_long.end());
        return m_long[std::size_t(left - 1)];
    }
    [[nodiscard]] qint64 all() const { return m_all; }

private:
    std::vector<quint32> m_counts = std::vector<quint32>(10 * 60 * 1000); // up to ten minutes
    std::vector<qint64> m_long;
    qint64 m_all = 0;
};

Result<QStringList> namesUsed(Database &database, const QString &table, const QString &column)
{
    auto rows = database.run(
        u"SELECT name FROM %1 WHERE id IN (SELECT %2 FROM series) ORDER BY name"_s.arg(table, column));
    if (!rows)
        return fail(rows.error());
    QStringList names;
    while (rows->next())
        names.append(rows->value(0).toString());
    return names;
}

Outcome addKeys(Database &database, UsageChoices &choices)
{
    auto keys
        = database.run(uR"(SELECT k.id, k.name, a.name FROM api_key k JOIN account a ON a.id = k.account_id
            WHERE a.removed_at IS NULL OR k.id IN (SELECT key_id FROM series) ORDER BY k.name, a.name)"_s);
    if (!keys)
        return fail(keys.error());
    while (keys->next())
        choices.keys.append(
            {KeyId(keys->value(0).toLongLong()), keys->value(1).toString(), keys->value(2).toString()});
    auto accounts = database.run(uR"(SELECT id, name FROM account
            WHERE removed_at IS NULL OR id IN (SELECT account_id FROM series) ORDER BY name)"_s);
    if (!accounts)
        return fail(accounts.error());
    while (accounts->next())
        choices.accounts.append({AccountId(accounts->value(0).toLongLong()), accounts->value(1).toString()});
    auto statuses = database.run(
        u"SELECT DISTINCT http_status FROM series WHERE http_status <> 0 ORDER BY http_status"_s);
    if (!statuses)
        return fail(statuses.error());
    while (statuses->next())
        choices.httpStatuses.append(statuses->value(0).toInt());
    return Done{};
}

QString idList(const auto &ids)
{
    QStringList texts;
    for (const auto id : ids)
        texts.append(QString::number(id.value()));
    return texts.join(u',');
}

} // namespace

Result<UsageTimes> UsageRepository::times(const UsageFilter &filter, const std::function<bool()> &isCancelled)
{
    const auto zone = AccountRepository(m_database).zone();
    if (!zone)
        return fail(zone.error());
    const auto query = UsageQuery::prepare(m_database, filter, *zone);
    if (!query)
        return fail(query.error());
    if (query->matchesNothing())
        return UsageTimes{};
    const auto sql
        = "SELECT r.total_ms FROM request r WHERE r.id >= ? AND r.id < ? AND r.total_ms IS NOT NULL"_ba
        + query->rowCondition().toUtf8();
    auto read = BulkStatement::prepare(m_database, sql.constData());
    if (!read)
        return fail(read.error());
    read->bind(1, requestid::lowest(query->window().start));
    read->bind(2, requestid::lowest(query->window().end));
    TimeCounts counts;
    auto step = read->step();
    for (; step && *step == BulkStatement::Step::Row; step = read->step()) {
        counts.add(read->number(0));
        if (counts.all() % 65536 == 0 && isCancelled())
            return fail(Error::Kind::Cancelled);
    }
    if (!step)
        return fail(step.error());
    return UsageTimes{counts.quantile(50), counts.quantile(95), counts.all()};
}

Result<UsageChoices> UsageRepository::choices()
{
    UsageChoices choices;
    const auto requested = namesUsed(m_database, u"model"_s, u"requested_id"_s);
    const auto served = namesUsed(m_database, u"model"_s, u"served_id"_s);
    const auto providers = namesUsed(m_database, u"provider"_s, u"provider_id"_s);
    for (const auto *names : {&requested, &served, &providers}) {
        if (!*names)
            return fail(names->error());
    }
    choices.requestedModels = *requested;
    choices.servedModels = *served;
    choices.providers = *providers;
    if (auto added = addKeys(m_database, choices); !added)
        return fail(added.error());
    return choices;
}

Result<Money> UsageRepository::ledgerTotal(const UsageFilter &filter, Currency currency)
{
    const bool ofKeys = !filter.keys.isEmpty();
    auto sql = ofKeys ? u"SELECT COALESCE(SUM(s.billed_nanos), 0) FROM piece p JOIN share s ON s.piece_id = "
                        u"p.id AND s.dimension = 1 "
                        "AND s.ref IN (%1)"_s.arg(idList(filter.keys))
                      : u"SELECT COALESCE(SUM(p.billed_nanos), 0) FROM piece p"_s;
    sql += u" WHERE p.local_day BETWEEN :first AND :last AND p.currency = :currency"_s;
    if (!filter.accounts.isEmpty())
        sql += u" AND p.account_id IN (%1)"_s.arg(idList(filter.accounts));
    const auto nanos = m_database.value(sql,
        {{":first", filter.days.first.toJulianDay()}, {":last", filter.days.last.toJulianDay()},
            {":currency", currency.code()}});
    if (!nanos)
        return fail(nanos.error());
    return Money::fromNanos(nanos->toLongLong(), currency);
}

} // namespace tollkeeper
