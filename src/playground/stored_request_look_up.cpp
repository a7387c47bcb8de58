// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/stored_request_look_up.h"

#include "domain/usage_answers.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"
#include "storage/storage.h"
#include "storage/usage_repository.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int MostMatches = 20;

//! Best informed first; of two that are told alike, the one of the account that was asked about.
std::optional<UsageRow> best(QList<UsageRow> rows, AccountId account)
{
    if (rows.isEmpty())
        return std::nullopt;
    return *std::ranges::max_element(
        rows, {}, [account](const UsageRow &row) { return std::pair(row.account == account, row.source); });
}

//! One that was given up before it was settled tells no cost: it may be asked for once more.
bool isBill(const UsageRow &row)
{
    return row.source == RowSource::GenerationLookup && row.facts.cost;
}

FoundRequest foundIn(const UsageRow &row)
{
    return {row.account, row.accountName, row.facts, row.source, isBill(row)};
}

} // namespace

StoredRequestLookUp::StoredRequestLookUp(Storage &storage, BillSource bills, QObject *parent)
    : RequestLookUp(parent), m_storage(storage), m_bills(std::move(bills))
{
}

Async<std::optional<UsageRow>> StoredRequestLookUp::known(AccountId account, QString id)
{
    auto reading
        = m_storage.read([id](Database &database) { return UsageRepository(database).byRequestId(id); });
    auto rows = co_await reading;
    if (rows && rows->isEmpty()) {
        // By the gateway's id of the call, or the provider's: no index leads there.
        auto searching = m_storage.readLong(
            [id](Database &database) { return UsageRepository(database).byDetailId(id, MostMatches); });
        rows = co_await searching;
    }
    if (!rows)
        co_return fail(rows.error());
    auto row = best(*rows, account);
    co_return row;
}

Async<bool> StoredRequestLookUp::offersLookUp(AccountId account)
{
    auto reading
        = m_storage.read([account](Database &database) { return AccountRepository(database).byId(account); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    const auto connector = known->removedAt ? nullptr : connectorFor(known->gateway);
    const bool offers = connector && connector->capabilities().looksUpGenerations;
    co_return offers;
}

Async<FoundRequest> StoredRequestLookUp::find(AccountId account, QString id)
{
    const auto wanted = id.trimmed();
    if (wanted.isEmpty())
        co_return fail(Error::Kind::InvalidInput, u"id"_s);
    auto looking = known(account, wanted);
    auto row = co_await looking;
    if (!row)
        co_return fail(row.error());
    const bool isBilled = *row && isBill(**row);
    const auto asked = *row ? (*row)->account : account;
    auto offering = offersLookUp(asked);
    const auto offers = co_await offering;
    if (!offers && !*row)
        co_return fail(offers.error());
    const bool asks = !isBilled && offers && *offers;
    if (asks) {
        auto asking = m_bills(asked, *row ? (*row)->facts.requestId : wanted);
        const auto done = co_await asking;
        if (!done && !*row)
            co_return fail(done.error());
        auto again = known(account, wanted);
        row = co_await again;
        if (!row)
            co_return fail(row.error());
    }
    if (!*row)
        co_return fail(asks ? Error::Kind::NotFound : Error::Kind::NotOffered, wanted);
    auto found = foundIn(**row);
    co_return found;
}

} // namespace tollkeeper
