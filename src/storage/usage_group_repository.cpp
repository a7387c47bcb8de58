// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/usage_group_repository.h"

#include "storage/account_repository.h"
#include "storage/usage_query.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! What a series belongs to.
struct Belonging {
    QString name;
    QString accountName; //!< where keys of two accounts may have one name
    QString currency;
};

QString belongingSql(UsageBy by)
{
    const auto head = by == UsageBy::Key
        ? u"SELECT s.id, COALESCE(k.name, ''), CASE WHEN k.id IS NULL THEN '' ELSE a.name END, s.currency"_s
        : u"SELECT s.id, COALESCE(v.name, m.name, ''), '', s.currency"_s;
    return head
        + u" FROM series s JOIN account a ON a.id = s.account_id LEFT JOIN api_key k ON k.id = s.key_id "
          "LEFT JOIN model m ON m.id = s.requested_id LEFT JOIN model v ON v.id = s.served_id"_s;
}

Result<QHash<qint64, Belonging>> belongings(Database &database, UsageBy by)
{
    auto rows = database.run(belongingSql(by));
    if (!rows)
        return fail(rows.error());
    QHash<qint64, Belonging> all;
    while (rows->next()) {
        Belonging belonging{rows->value(1).toString(), rows->value(2).toString(), rows->value(3).toString()};
        if (by == UsageBy::Day)
            belonging.name.clear();
        all.insert(rows->value(0).toLongLong(), belonging);
    }
    return all;
}

void add(UsageGroup &group, const MatchedSeries &series, const QString &currencyCode)
{
    group.requests += series.requests;
    group.unpriced += series.unpriced;
    group.inputTokens += series.inputTokens;
    group.outputTokens += series.outputTokens;
    const auto currency = Currency::fromCode(currencyCode);
    if (!currency || series.requests == series.unpriced)
        return; // nothing of it has a price
    const Amounts amounts{
        Money::fromNanos(series.billedNanos, *currency), Money::fromNanos(series.byokNanos, *currency)};
    const auto known = std::find_if(group.amounts.begin(), group.amounts.end(),
        [&](const Amounts &one) { return one.billed.currency() == *currency; });
    if (known == group.amounts.end()) {
        group.amounts.append(amounts);
        return;
    }
    known->billed += amounts.billed;
    known->byok += amounts.byok;
}

Result<QList<UsageGroup>> grouped(Database &database, const UsageQuery &query, UsageBy by)
{
    if (query.matchesNothing())
        return QList<UsageGroup>();
    const auto matches = query.matches(database);
    const auto belonging = belongings(database, by);
    if (!matches)
        return fail(matches.error());
    if (!belonging)
        return fail(belonging.error());
    QMap<std::pair<QString, QString>, UsageGroup> groups;
    for (auto it = matches->series.cbegin(); it != matches->series.cend(); ++it) {
        if (it->requests == 0)
            continue;
        const auto &of = belonging->value(it.key());
        auto &group = groups[{of.name, of.accountName}];
        group.name = of.name;
        group.accountName = of.accountName;
        add(group, *it, of.currency);
    }
    auto found = groups.values();
    std::stable_sort(found.begin(), found.end(),
        [](const UsageGroup &a, const UsageGroup &b) { return a.requests > b.requests; });
    for (auto &group : found) {
        std::sort(group.amounts.begin(), group.amounts.end(),
            [](const Amounts &a, const Amounts &b) { return a.billed.currency() < b.billed.currency(); });
    }
    return found;
}

} // namespace

Result<QList<UsageGroup>> UsageGroupRepository::groups(const UsageFilter &filter, UsageBy by)
{
    if (by == UsageBy::Day)
        return byDay(filter);
    const auto zone = AccountRepository(m_database).zone();
    if (!zone)
        return fail(zone.error());
    const auto query = UsageQuery::prepare(m_database, filter, *zone);
    return query ? grouped(m_database, *query, by) : fail(query.error());
}

//! One question per day: the roll-up answers each at once.
Result<QList<UsageGroup>> UsageGroupRepository::byDay(const UsageFilter &filter)
{
    const auto zone = AccountRepository(m_database).zone();
    if (!zone)
        return fail(zone.error());
    QList<UsageGroup> days;
    for (auto day = filter.days.first; day <= filter.days.last; day = day.addDays(1)) {
        auto ofDay = filter;
        ofDay.days = {day, day};
        const auto query = UsageQuery::prepare(m_database, ofDay, *zone);
        if (!query)
            return fail(query.error());
        const auto groups = grouped(m_database, *query, UsageBy::Day);
        if (!groups)
            return fail(groups.error());
        if (groups->isEmpty())
            continue;
        days.append(groups->constFirst());
        days.last().name = day.toString(Qt::ISODate);
    }
    return days;
}

} // namespace tollkeeper
