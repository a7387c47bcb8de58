// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/series_table.h"

#include "storage/key_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! What tells one series from another; the numbers in one text, since they are short.
QStringList identityOf(const RequestFacts &facts, Currency currency)
{
    const QChar numbers[]{QChar(static_cast<ushort>(u'0' + static_cast<int>(facts.outcome))),
        QChar(static_cast<ushort>(u'0' + static_cast<int>(facts.fellBack))),
        QChar(static_cast<ushort>(facts.httpStatus.value_or(0)))};
    return {facts.remoteKeyId, facts.requestedModel, facts.servedModel, facts.provider, facts.errorCode,
        QString(numbers, 3) + currency.code()};
}

} // namespace

Currency SeriesTable::noCurrency()
{
    return *Currency::fromCode(u"XXX");
}

Result<qint64> SeriesTable::idOf(const RequestFacts &facts, const QDateTime &seenAt)
{
    const auto currency = facts.cost ? facts.cost->billed.currency() : noCurrency();
    const auto identity = identityOf(facts, currency);
    const auto remembered = m_ids.constFind(identity);
    if (remembered != m_ids.constEnd())
        return *remembered;
    const auto id = find(facts, currency, seenAt);
    if (id)
        m_ids.insert(identity, *id);
    return id;
}

//! All keys of the account are read with the first question: a batch asks for most of them. Files name keys
//! as people do; a name that only one key has is that key.
Result<qint64> SeriesTable::keyOf(const QString &remoteId, const QDateTime &seenAt)
{
    if (remoteId.isEmpty())
        return 0;
    if (m_keys.isEmpty()) {
        auto keys = m_database.run(uR"(SELECT name, MIN(id) FROM api_key WHERE account_id = :account
                GROUP BY name HAVING COUNT(*) = 1
            UNION ALL SELECT remote_id, id FROM api_key WHERE account_id = :account)"_s,
            {{":account", m_account.value()}});
        if (!keys)
            return fail(keys.error());
        while (keys->next())
            m_keys.insert(keys->value(0).toString(), keys->value(1).toLongLong());
    }
    const auto remembered = m_keys.constFind(remoteId);
    if (remembered != m_keys.constEnd())
        return *remembered;
    const auto id = KeyRepository(m_database).idOf(m_account, remoteId, seenAt);
    if (id)
        m_keys.insert(remoteId, *id);
    return id;
}

Result<qint64> SeriesTable::find(const RequestFacts &facts, Currency currency, const QDateTime &seenAt)
{
    const auto key = keyOf(facts.remoteKeyId, seenAt);
    const auto requested = m_names.model(facts.requestedModel);
    const auto served = m_names.model(facts.servedModel);
    const auto provider = m_names.provider(facts.provider);
    for (const auto *id : {&key, &requested, &served, &provider}) {
        if (!*id)
            return fail(id->error());
    }
    const std::array<qint64, 8> numbers{m_account.value(), *key, *requested, *served, *provider,
        static_cast<qint64>(facts.outcome), static_cast<qint64>(facts.fellBack),
        facts.httpStatus.value_or(0)};
    const auto known = stored(numbers, facts.errorCode, currency.code());
    if (!known || *known)
        return known ? Result<qint64>(**known) : fail(known.error());
    return m_database.insert(
        uR"(INSERT INTO series (account_id, key_id, requested_id, served_id, provider_id, outcome, fell_back, http_status,
                error_code, currency)
            VALUES (:account, :key, :requested, :served, :provider, :outcome, :fell, :status, :code, :currency))"_s,
        {{":account", numbers[0]}, {":key", numbers[1]}, {":requested", numbers[2]}, {":served", numbers[3]},
            {":provider", numbers[4]}, {":outcome", numbers[5]}, {":fell", numbers[6]},
            {":status", numbers[7]}, {":code", facts.errorCode}, {":currency", currency.code()}});
}

Result<std::optional<qint64>> SeriesTable::stored(
    const std::array<qint64, 8> &numbers, const QString &errorCode, const QString &currency)
{
    if (!m_find) {
        auto find = BulkStatement::prepare(m_database,
            "SELECT id FROM series WHERE account_id = ? AND key_id = ? AND requested_id = ? AND served_id = "
            "? "
            "AND provider_id = ? AND outcome = ? AND fell_back = ? AND http_status = ? AND error_code = ? "
            "AND currency = ?");
        if (!find)
            return fail(find.error());
        m_find.emplace(*std::move(find));
    }
    for (int i = 0; i < int(numbers.size()); ++i)
        m_find->bind(i + 1, numbers[std::size_t(i)]);
    m_find->bindText(9, errorCode);
    m_find->bindText(10, currency);
    const auto step = m_find->step();
    const auto id
        = step && *step == BulkStatement::Step::Row ? std::optional(m_find->number(0)) : std::nullopt;
    m_find->reset();
    if (!step)
        return fail(step.error());
    return id;
}

Result<const SeriesTable::Known *> SeriesTable::known(qint64 series)
{
    const auto remembered = m_known.constFind(series);
    if (remembered != m_known.constEnd())
        return &*remembered;
    auto row = m_database.run(
        uR"(SELECT COALESCE(k.remote_id, ''), COALESCE(a.name, ''), COALESCE(b.name, ''), COALESCE(p.name, ''), s.outcome,
                s.fell_back, s.http_status, s.error_code, s.currency
            FROM series s LEFT JOIN api_key k ON k.id = s.key_id LEFT JOIN model a ON a.id = s.requested_id
                LEFT JOIN model b ON b.id = s.served_id LEFT JOIN provider p ON p.id = s.provider_id
            WHERE s.id = :id)"_s,
        {{":id", series}});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(Error::Kind::Storage, u"a row of no series"_s);
    Known known;
    known.facts.remoteKeyId = row->value(0).toString();
    known.facts.requestedModel = row->value(1).toString();
    known.facts.servedModel = row->value(2).toString();
    known.facts.provider = row->value(3).toString();
    known.facts.outcome = static_cast<RequestOutcome>(row->value(4).toInt());
    known.facts.fellBack = static_cast<FellBack>(row->value(5).toInt());
    if (const auto status = row->value(6).toInt(); status != 0)
        known.facts.httpStatus = status;
    known.facts.errorCode = row->value(7).toString();
    known.currency = Currency::fromCode(row->value(8).toString()).value_or(noCurrency());
    return &*m_known.insert(series, known);
}

Result<RequestFacts> SeriesTable::factsOf(qint64 series)
{
    const auto found = known(series);
    if (!found)
        return fail(found.error());
    return (*found)->facts;
}

Result<Currency> SeriesTable::currencyOf(qint64 series)
{
    const auto found = known(series);
    if (!found)
        return fail(found.error());
    return (*found)->currency;
}

} // namespace tollkeeper
