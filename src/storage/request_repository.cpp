// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_repository.h"

namespace tollkeeper {

StoredRows &StoredRows::operator+=(const StoredRows &other)
{
    added += other.added;
    replaced += other.replaced;
    same += other.same;
    rejected += other.rejected;
    return *this;
}

Result<StoredRows> RequestRepository::store(const RequestBatch &, const QList<RequestFacts> &)
{
    return fail(Error::Kind::Storage);
}

Result<qint64> RequestRepository::known(AccountId, const QStringList &)
{
    return fail(Error::Kind::Storage);
}

Outcome RequestRepository::markWhole(AccountId, const WholeInterval &)
{
    return fail(Error::Kind::Storage);
}

Result<std::optional<QDateTime>> RequestRepository::wholeUntil(AccountId)
{
    return std::optional<QDateTime>();
}

Result<bool> RequestRepository::settleOne(const QDateTime &, int)
{
    return false;
}

Outcome RequestRepository::rebuildRollup(const QTimeZone &)
{
    return Done{};
}

} // namespace tollkeeper
