// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "storage/account_repository.h"

//! Short words for what gateways say, in tests of the ledger. Days are of June 2026, amounts in cents.
namespace ledger {

inline QDateTime june(int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(2026, 6, 1), QTime(), Qt::UTC)
        .addSecs(qint64(day - 1) * 86400 + hour * 3600 + minute * 60);
}

inline tollkeeper::Currency currency(QStringView code)
{
    return *tollkeeper::Currency::fromCode(code);
}

inline tollkeeper::Money cents(qint64 amount, tollkeeper::Currency of = {})
{
    return tollkeeper::Money::fromNanos(amount * 10'000'000, of);
}

inline tollkeeper::Amounts billed(qint64 amount, tollkeeper::Currency of = {})
{
    return {cents(amount, of), cents(0, of)};
}

//! An account of that name in the database.
inline tollkeeper::AccountId addAccount(
    tollkeeper::Database &database, const QString &name, bool tellsSpend = true)
{
    tollkeeper::Account account;
    account.gateway = QStringLiteral("openrouter");
    account.name = name;
    account.baseUrl = QUrl(QStringLiteral("https://gateway.example/api"));
    account.secretName = QStringLiteral("secret-of-") + name;
    account.tellsSpend = tellsSpend;
    account.addedAt = june(1);
    return *tollkeeper::AccountRepository(database).add(account);
}

inline void setZone(tollkeeper::Database &database, const QByteArray &zone)
{
    (void)database.execute(QStringLiteral("INSERT OR REPLACE INTO workspace (id, zone) VALUES (1, :zone)"),
        {{":zone", QString::fromLatin1(zone)}});
}

inline tollkeeper::KeyFacts key(const QString &remote, const QString &name = {})
{
    return {remote, name.isEmpty() ? remote : name, {}, false, {}, {}};
}

inline tollkeeper::CounterReading counter(
    const QString &remote, qint64 lifetime, std::optional<qint64> today = {}, tollkeeper::Currency of = {})
{
    tollkeeper::CounterReading reading;
    reading.remoteKeyId = remote;
    reading.endpoint = QStringLiteral("GET /keys");
    reading.lifetime = billed(lifetime, of);
    if (today)
        reading.utcDay = billed(*today, of);
    return reading;
}

//! A day as the gateway sums it up, for the whole account unless a key is named.
inline tollkeeper::BucketFacts bucket(
    int day, const QString &model, qint64 amount, const QString &remote = {}, tollkeeper::Currency of = {})
{
    tollkeeper::BucketFacts facts;
    facts.start = june(day);
    facts.end = june(day + 1);
    facts.remoteKeyId = remote;
    facts.model = model;
    facts.endpoint = remote.isEmpty() ? QStringLiteral("GET /activity") : QStringLiteral("GET /usage");
    facts.amount = billed(amount, of);
    return facts;
}

} // namespace ledger
