// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/poll_repository.h"

#include "base/crash_point.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/ledger_repository.h"
#include "storage/limit_repository.h"
#include "storage/listing_repository.h"
#include "storage/piece_repository.h"
#include "storage/request_repository.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Result<int> PollRepository::store(AccountId account, const PollFacts &facts, const QDateTime &at)
{
    auto stored = m_database.inTransaction([&]() -> Result<int> {
        auto rows = storeFacts(account, facts, at);
        if (!rows)
            return rows;
        if (auto marked = AccountRepository(m_database).markFetched(account, at); !marked)
            return fail(marked.error());
        crashPoint("poll_before_commit");
        return rows;
    });
    crashPoint("poll_after_commit");
    return stored;
}

Result<int> PollRepository::storeFacts(AccountId account, const PollFacts &facts, const QDateTime &at)
{
    AccountRepository accounts(m_database);
    if (const auto known = accounts.byId(account); !known)
        return fail(known.error()); // removed while it was being asked
    if (facts.role) {
        if (auto set = accounts.setRole(account, *facts.role); !set)
            return fail(set.error());
    }
    if (facts.tellsSpend) {
        if (auto set = accounts.setTellsSpend(account, *facts.tellsSpend); !set)
            return fail(set.error());
    }
    const auto keys = KeyRepository(m_database).update(account, facts, at);
    if (!keys)
        return fail(keys.error());

    LedgerRepository ledger(m_database, account);
    crashPoint("poll_after_keys");
    ChangedStretch changed;
    if (auto added = ledger.addCounters(facts.counters, *keys, at, changed); !added)
        return fail(added.error());
    if (auto replaced = ledger.replaceBuckets(facts.buckets, *keys, at, changed); !replaced)
        return fail(replaced.error());
    if (auto rows = storeRequests(account, facts, at, changed); !rows)
        return fail(rows.error());
    const auto zone = accounts.zone();
    if (!zone)
        return fail(zone.error());
    if (auto computed = PieceRepository(m_database, account).recompute(changed, *zone, at); !computed)
        return fail(computed.error());
    crashPoint("poll_after_pieces");
    if (facts.balance) {
        if (auto kept = storeBalance(account, *facts.balance, at); !kept)
            return fail(kept.error());
    }
    if (auto kept = storeOffers(account, facts, *keys, at); !kept)
        return fail(kept.error());
    return std::max(0, changed.rows);
}

//! What the gateway offers and allows, beside what was spent.
Outcome PollRepository::storeOffers(
    AccountId account, const PollFacts &facts, const QHash<QString, qint64> &keys, const QDateTime &at)
{
    if (facts.tellsLimits) {
        if (auto kept = LimitRepository(m_database).replace(account, facts.limits, keys, at); !kept)
            return kept;
    }
    return facts.catalogue.isEmpty() ? Outcome(Done{})
                                     : ListingRepository(m_database).replace(account, facts.catalogue, at);
}

Outcome PollRepository::storeRequests(
    AccountId account, const PollFacts &facts, const QDateTime &at, ChangedStretch &changed)
{
    RequestRepository requests(m_database);
    const RequestBatch batch{account, facts.requestsSource, facts.requestsEndpoint, at, {}};
    if (const auto stored = requests.store(batch, facts.requests, changed); !stored)
        return fail(stored.error());
    return facts.whole ? requests.markWhole(account, *facts.whole, changed) : Outcome(Done{});
}

//! A balance that did not move only gets a newer time.
Outcome PollRepository::storeBalance(AccountId account, const BalanceFacts &balance, const QDateTime &at)
{
    auto same = m_database.run(
        uR"(UPDATE balance SET read_at = :at WHERE account_id = :account AND nanos = :nanos AND currency = :currency
            AND first_at = (SELECT MAX(first_at) FROM balance WHERE account_id = :account))"_s,
        {{":at", toColumn(at)}, {":account", account.value()}, {":nanos", balance.amount.nanos()},
            {":currency", balance.amount.currency().code()}});
    if (!same)
        return fail(same.error());
    if (same->numRowsAffected() > 0)
        return Done{};
    return m_database.execute(
        uR"(INSERT INTO balance (account_id, first_at, read_at, currency, nanos, endpoint, may_dip)
            VALUES (:account, :at, :at, :currency, :nanos, :endpoint, :dips)
            ON CONFLICT (account_id, first_at) DO UPDATE SET read_at = excluded.read_at,
                currency = excluded.currency, nanos = excluded.nanos)"_s,
        {{":account", account.value()}, {":at", toColumn(at)},
            {":currency", balance.amount.currency().code()}, {":nanos", balance.amount.nanos()},
            {":endpoint", balance.endpoint}, {":dips", balance.mayDip}});
}

} // namespace tollkeeper
