// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alert_evidence_repository.h"

#include "domain/request_facts.h"
#include "storage/request_id.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 HourMs = 3'600'000;

//! A condition on series s of what is meant; the numbers in it are our own.
QString meaning(AlertKind kind)
{
    if (kind == AlertKind::FailureRate)
        return u"s.outcome = %1"_s.arg(static_cast<int>(RequestOutcome::Failed));
    if (kind == AlertKind::FallbackRate)
        return u"s.fell_back = %1"_s.arg(static_cast<int>(FellBack::Model));
    return u"0"_s;
}

QString ownership(const QString &subject)
{
    if (keyOf(subject).isValid())
        return u"s.key_id = :subject"_s;
    if (accountOf(subject).isValid())
        return u"s.account_id = :subject"_s;
    return u"s.requested_id = (SELECT id FROM model WHERE name = :subject)"_s;
}

QVariant valueOf(const QString &subject)
{
    if (const auto key = keyOf(subject); key.isValid())
        return key.value();
    if (const auto account = accountOf(subject); account.isValid())
        return account.value();
    return modelOf(subject);
}

} // namespace

Result<QList<HourShare>> AlertEvidenceRepository::hourlyShares(
    AlertKind kind, const QString &subject, const QDateTime &from, const QDateTime &until)
{
    // The roll-up knows days only, so the rows of these few hours are counted themselves.
    auto rows = m_database.run(
        u"SELECT (r.id >> %1) / %2 AS hour, COUNT(*), SUM(%3) FROM request r JOIN series s ON s.id = "
        u"r.series_id "
        "WHERE r.id >= :from AND r.id < :until AND %4 GROUP BY hour ORDER BY hour"_s.arg(requestid::SlotBits)
            .arg(HourMs)
            .arg(meaning(kind), ownership(subject)),
        {{":from", requestid::lowest(from.toMSecsSinceEpoch())},
            {":until", requestid::lowest(until.toMSecsSinceEpoch())}, {":subject", valueOf(subject)}});
    if (!rows)
        return fail(rows.error());
    QList<HourShare> hours;
    while (rows->next())
        hours.append({QDateTime::fromMSecsSinceEpoch(rows->value(0).toLongLong() * HourMs, Qt::UTC),
            rows->value(1).toLongLong(), rows->value(2).toLongLong()});
    return hours;
}

Result<QList<BalanceStep>> AlertEvidenceRepository::balances(
    AccountId account, const QDateTime &from, const QDateTime &until)
{
    auto rows = m_database.run(
        uR"(SELECT first_at, currency, nanos FROM balance WHERE account_id = :account AND first_at <= :until
            AND first_at >= COALESCE((SELECT MAX(first_at) FROM balance
                WHERE account_id = :account AND first_at <= :from), 0)
            AND currency = (SELECT currency FROM balance WHERE account_id = :account ORDER BY first_at DESC LIMIT 1)
            ORDER BY first_at)"_s,
        {{":account", account.value()}, {":from", toColumn(from)}, {":until", toColumn(until)}});
    if (!rows)
        return fail(rows.error());
    QList<BalanceStep> steps;
    while (rows->next()) {
        const auto currency = Currency::fromCode(rows->value(1).toString()).value_or(Currency());
        steps.append({std::max(momentFrom(rows->value(0)), from),
            Money::fromNanos(rows->value(2).toLongLong(), currency)});
    }
    return steps;
}

} // namespace tollkeeper
