// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_row.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto ListSeparator = u'\n';

std::optional<Cap> capFrom(const QSqlQuery &row, int first)
{
    if (row.value(first).isNull())
        return std::nullopt;
    const auto currency = Currency::fromCode(row.value(first + 2).toString()).value_or(Currency());
    Cap cap{Money::fromNanos(row.value(first).toLongLong(), currency), {}, row.value(first + 3).toString()};
    if (!row.value(first + 1).isNull())
        cap.used = Money::fromNanos(row.value(first + 1).toLongLong(), currency);
    return cap;
}

std::optional<QStringList> listFrom(const QVariant &column)
{
    if (column.isNull())
        return std::nullopt;
    return column.toString().split(ListSeparator, Qt::SkipEmptyParts);
}

} // namespace

ApiKey keyFrom(const QSqlQuery &row)
{
    ApiKey key;
    key.id = KeyId(row.value(0).toLongLong());
    key.account = AccountId(row.value(1).toLongLong());
    key.remoteId = row.value(2).toString();
    key.name = row.value(3).toString();
    key.masked = row.value(4).toString();
    key.isDisabled = row.value(5).toBool();
    key.cap = capFrom(row, 6);
    key.expiresAt = optionalMomentFrom(row.value(10));
    key.goneAt = optionalMomentFrom(row.value(11));
    key.createdAt = optionalMomentFrom(row.value(12));
    key.lastUsedAt = optionalMomentFrom(row.value(13));
    if (!row.value(14).isNull())
        key.countsByok = row.value(14).toBool();
    key.allowedModels = listFrom(row.value(15));
    key.allowedAddresses = listFrom(row.value(16));
    key.deniedAddresses = listFrom(row.value(17));
    key.remoteGroup = row.value(18).toString();
    key.firstSeenAt = momentFrom(row.value(19));
    if (!row.value(20).isNull())
        key.rotationDays = row.value(20).toInt();
    if (!row.value(21).isNull())
        key.replaces = KeyId(row.value(21).toLongLong());
    key.secretName = row.value(22).toString();
    key.secretMasked = row.value(23).toString();
    key.secretFingerprint = row.value(24).toString();
    return key;
}

QVariant listColumn(const std::optional<QStringList> &list)
{
    if (!list)
        return {};
    const auto text = list->join(ListSeparator);
    return text.isNull() ? QString(u""_s) : text;
}

} // namespace tollkeeper
