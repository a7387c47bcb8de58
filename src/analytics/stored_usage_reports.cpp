// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stored_usage_reports.h"

#include "storage/listing_repository.h"
#include "storage/provenance_repository.h"
#include "storage/saved_view_repository.h"
#include "storage/usage_repository.h"

#include <QCoroFuture>

namespace tollkeeper {
namespace {

Result<UsageOutline> outlineOf(Database &database, const UsageFilter &filter, const QDateTime &now)
{
    UsageRepository usage(database);
    auto outline = usage.outline(filter, now);
    if (!outline || !filter.isOfWholeKeys())
        return outline;
    const auto total = usage.ledgerTotal(filter, outline->summary.currency);
    if (!total)
        return fail(total.error());
    outline->summary.ledgerTotal = *total;
    return outline;
}

} // namespace

StoredUsageReports::StoredUsageReports(
    Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent)
    : UsageReports(parent), m_storage(storage), m_clock(clock), m_traits(std::move(traits))
{
}

QString StoredUsageReports::displayNameOf(const QString &gateway) const
{
    const auto known = m_traits.constFind(gateway);
    return known == m_traits.constEnd() ? gateway : known->displayName;
}

Async<UsageOutline> StoredUsageReports::outline(UsageFilter filter)
{
    auto reading = m_storage.read(
        [filter, now = m_clock.now()](Database &database) { return outlineOf(database, filter, now); });
    auto answer = co_await reading;
    co_return answer;
}

Async<QList<UsageRow>> StoredUsageReports::rows(
    std::shared_ptr<const UsageOutline> outline, qint64 first, int count)
{
    auto reading = m_storage.read([outline, first, count](Database &database) {
        return UsageRepository(database).rows(*outline, first, count);
    });
    auto answer = co_await reading;
    if (answer) {
        for (auto &row : *answer)
            row.gatewayName = displayNameOf(row.gatewayName);
    }
    co_return answer;
}

Async<UsageTimes> StoredUsageReports::times(UsageFilter filter)
{
    const auto asked = ++*m_timesAsked;
    auto reading = m_storage.readLong([filter, asked, latest = m_timesAsked](Database &database) {
        return UsageRepository(database).times(filter, [asked, latest] { return *latest != asked; });
    });
    auto answer = co_await reading;
    co_return answer;
}

Async<UsageChoices> StoredUsageReports::choices()
{
    auto reading = m_storage.read([](Database &database) { return UsageRepository(database).choices(); });
    auto answer = co_await reading;
    co_return answer;
}

Async<std::optional<ModelListing>> StoredUsageReports::listing(AccountId account, QString model)
{
    auto reading = m_storage.read(
        [account, model](Database &database) { return ListingRepository(database).find(account, model); });
    auto answer = co_await reading;
    co_return answer;
}

Async<Provenance> StoredUsageReports::provenance(ProvenanceQuery query)
{
    auto reading = m_storage.read([query, now = m_clock.now()](Database &database) {
        return ProvenanceRepository(database).of(query, now);
    });
    auto answer = co_await reading;
    if (answer) {
        for (auto &line : answer->lines)
            line.gatewayName = displayNameOf(line.gatewayName);
    }
    co_return answer;
}

Async<QList<SavedView>> StoredUsageReports::savedViews()
{
    auto reading = m_storage.read([](Database &database) { return SavedViewRepository(database).all(); });
    auto answer = co_await reading;
    co_return answer;
}

Async<Done> StoredUsageReports::saveView(SavedView view)
{
    auto writing
        = m_storage.write([view](Database &database) { return SavedViewRepository(database).save(view); });
    auto answer = co_await writing;
    co_return answer;
}

Async<Done> StoredUsageReports::removeView(QString name)
{
    auto writing
        = m_storage.write([name](Database &database) { return SavedViewRepository(database).remove(name); });
    auto answer = co_await writing;
    co_return answer;
}

} // namespace tollkeeper
