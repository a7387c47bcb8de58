// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"

#include "storage/outage_repository.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Columns
    = "id, gateway, name, base_url, role, secret_name, masked_key, tells_spend, added_at, removed_at, "
      "panel_user, panel_secret_name"_L1;

Account accountFrom(const QSqlQuery &row)
{
    Account account;
    account.id = AccountId(row.value(0).toLongLong());
    account.gateway = row.value(1).toString();
    account.name = row.value(2).toString();
    account.baseUrl = QUrl(row.value(3).toString());
    account.role = keyRoleFromText(row.value(4).toString());
    account.secretName = row.value(5).toString();
    account.maskedKey = row.value(6).toString();
    account.tellsSpend = row.value(7).toBool();
    account.addedAt = momentFrom(row.value(8));
    account.removedAt = optionalMomentFrom(row.value(9));
    account.panelUser = row.value(10).toString();
    account.panelSecretName = row.value(11).toString();
    return account;
}

QString problemText(const Error &error)
{
    QJsonObject object{{u"kind"_s, toText(error.kind)}, {u"detail"_s, error.detail},
        {u"category"_s, toText(error.category)}, {u"code"_s, error.code}};
    if (error.httpStatus)
        object.insert(u"http_status"_s, *error.httpStatus);
    if (error.retryAfter)
        object.insert(u"retry_after_s"_s, static_cast<qint64>(error.retryAfter->count()));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Error> problemFrom(const QVariant &column)
{
    if (column.isNull())
        return std::nullopt;
    const auto object = QJsonDocument::fromJson(column.toString().toUtf8()).object();
    Error error;
    error.kind = errorKindFromText(object.value("kind"_L1).toString()).value_or(Error::Kind::Protocol);
    error.detail = object.value("detail"_L1).toString();
    error.category = categoryFromText(object.value("category"_L1).toString()).value_or(Category::Unknown);
    error.code = object.value("code"_L1).toString();
    if (object.contains("http_status"_L1))
        error.httpStatus = object.value("http_status"_L1).toInt();
    if (object.contains("retry_after_s"_L1))
        error.retryAfter = std::chrono::seconds(object.value("retry_after_s"_L1).toInteger());
    return error;
}

} // namespace

Result<AccountId> AccountRepository::add(const Account &account)
{
    const auto taken
        = m_database.value(u"SELECT COUNT(*) FROM account WHERE name = :name AND removed_at IS NULL"_s,
            {{":name", account.name}});
    if (!taken)
        return fail(taken.error());
    if (taken->toInt() > 0)
        return fail(Error::Kind::InvalidInput, u"an account named “%1” exists already"_s.arg(account.name));
    const auto id = m_database.insert(
        uR"(INSERT INTO account (gateway, name, base_url, role, secret_name, masked_key, tells_spend, added_at)
            VALUES (:gateway, :name, :url, :role, :secret, :masked, :tells, :added))"_s,
        {{":gateway", account.gateway}, {":name", account.name}, {":url", account.baseUrl.toString()},
            {":role", QString(toText(account.role))}, {":secret", account.secretName},
            {":masked", account.maskedKey}, {":tells", account.tellsSpend},
            {":added", toColumn(account.addedAt)}});
    if (!id)
        return fail(id.error());
    return AccountId(*id);
}

Outcome AccountRepository::remove(AccountId account, const QDateTime &at)
{
    return m_database.execute(u"UPDATE account SET removed_at = :at WHERE id = :id"_s,
        {{":at", toColumn(at)}, {":id", account.value()}});
}

Result<QList<Account>> AccountRepository::all()
{
    auto rows = m_database.run(u"SELECT %1 FROM account WHERE removed_at IS NULL ORDER BY id"_s.arg(Columns));
    if (!rows)
        return fail(rows.error());
    QList<Account> accounts;
    while (rows->next())
        accounts.append(accountFrom(*rows));
    return accounts;
}

Result<Account> AccountRepository::byId(AccountId account)
{
    auto row = m_database.run(u"SELECT %1 FROM account WHERE id = :id AND removed_at IS NULL"_s.arg(Columns),
        {{":id", account.value()}});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(Error::Kind::NotFound, u"account"_s);
    return accountFrom(*row);
}

Result<AccountHealth> AccountRepository::health(AccountId account)
{
    auto row = m_database.run(
        u"SELECT state, fetched_at, tried_at, failing_since, failures, problem FROM account WHERE id = :id"_s,
        {{":id", account.value()}});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(Error::Kind::NotFound, u"account"_s);
    AccountHealth health;
    health.state = accountStateFromText(row->value(0).toString());
    health.fetchedAt = optionalMomentFrom(row->value(1));
    health.triedAt = optionalMomentFrom(row->value(2));
    health.failingSince = optionalMomentFrom(row->value(3));
    health.failures = row->value(4).toInt();
    health.problem = problemFrom(row->value(5));
    return health;
}

Outcome AccountRepository::markFetched(AccountId account, const QDateTime &at)
{
    if (auto marked = m_database.execute(
            uR"(UPDATE account SET state = 'ok', fetched_at = :at, tried_at = :at, failing_since = NULL, failures = 0,
                problem = NULL WHERE id = :id)"_s,
            {{":at", toColumn(at)}, {":id", account.value()}});
        !marked)
        return marked;
    return OutageRepository(m_database).end(account, at);
}

Outcome AccountRepository::markFailed(AccountId account, const QDateTime &at, const Error &problem)
{
    if (auto marked = m_database.execute(
            uR"(UPDATE account SET state = :state, tried_at = :at, failing_since = COALESCE(failing_since, :at),
                failures = failures + 1, problem = :problem WHERE id = :id)"_s,
            {{":state", QString(toText(stateAfter(problem)))}, {":at", toColumn(at)},
                {":problem", problemText(problem)}, {":id", account.value()}});
        !marked)
        return marked;
    return OutageRepository(m_database).extend(account);
}

Outcome AccountRepository::setRole(AccountId account, KeyRole role)
{
    return m_database.execute(u"UPDATE account SET role = :role WHERE id = :id"_s,
        {{":role", QString(toText(role))}, {":id", account.value()}});
}

Outcome AccountRepository::setTellsSpend(AccountId account, bool tellsSpend)
{
    return m_database.execute(u"UPDATE account SET tells_spend = :tells WHERE id = :id"_s,
        {{":tells", tellsSpend}, {":id", account.value()}});
}

Outcome AccountRepository::setKeyFingerprint(AccountId account, const QString &fingerprint)
{
    return m_database.execute(u"UPDATE account SET key_fingerprint = :fingerprint WHERE id = :id"_s,
        {{":fingerprint", fingerprint}, {":id", account.value()}});
}

Result<QString> AccountRepository::keyFingerprint(AccountId account)
{
    const auto found = m_database.value(
        u"SELECT key_fingerprint FROM account WHERE id = :id"_s, {{":id", account.value()}});
    return found ? Result<QString>(found->toString()) : fail(found.error());
}

Outcome AccountRepository::setKey(AccountId account, const QString &masked, const QString &fingerprint)
{
    return m_database.execute(
        u"UPDATE account SET masked_key = :masked, key_fingerprint = :fingerprint WHERE id = :id"_s,
        {{":masked", masked}, {":fingerprint", fingerprint}, {":id", account.value()}});
}

Outcome AccountRepository::switchKey(
    AccountId account, const QString &secretName, const QString &masked, const QString &fingerprint)
{
    return m_database.execute(
        u"UPDATE account SET secret_name = :secret, masked_key = :masked, key_fingerprint = :fingerprint "
        "WHERE id = :id"_s,
        {{":secret", secretName}, {":masked", masked}, {":fingerprint", fingerprint},
            {":id", account.value()}});
}

Outcome AccountRepository::setPanel(AccountId account, const QString &user, const QString &secretName)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    return m_database.execute(
        u"UPDATE account SET panel_user = :user, panel_secret_name = :secret WHERE id = :id"_s,
        {{":user", orNull(user)}, {":secret", orNull(secretName)}, {":id", account.value()}});
}

Result<bool> AccountRepository::endPanel(AccountId account, const QString &secretName)
{
    const auto ended = m_database.run(
        u"UPDATE account SET panel_secret_name = NULL WHERE id = :id AND panel_secret_name = :secret"_s,
        {{":id", account.value()}, {":secret", secretName}});
    if (!ended)
        return fail(ended.error());
    return ended->numRowsAffected() > 0;
}

Result<QTimeZone> AccountRepository::zone()
{
    const auto name = m_database.value(u"SELECT zone FROM workspace"_s);
    if (!name)
        return fail(name.error());
    if (name->toString().isEmpty()) // QTimeZone takes an empty name for the system's zone
        return QTimeZone::utc();
    const QTimeZone zone(name->toString().toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace tollkeeper
