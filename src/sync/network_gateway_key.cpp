// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"
#include "secrets/session_secret_store.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "sync/network_gateway_service.h"

#include <QCoroFuture>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto VariablePrefix = "env:"_L1; // as EnvironmentSecretStore reads it

struct NewKey {
    AccountId account;
    QString secretName;
    QString masked;
    QString fingerprint;
    KeyRole role = KeyRole::Unknown;
    bool tellsSpend = true;
};

Outcome changeOver(Database &database, const NewKey &key)
{
    return database.inTransaction([&]() -> Outcome {
        AccountRepository accounts(database);
        for (const auto &done : {accounts.switchKey(key.account, key.secretName, key.masked, key.fingerprint),
                 accounts.setRole(key.account, key.role),
                 accounts.setTellsSpend(key.account, key.tellsSpend)}) {
            if (!done)
                return done;
        }
        return Done{};
    });
}

} // namespace

QString newSecretName(SecretPlace place)
{
    const auto name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return place == SecretPlace::Session ? SessionSecretStore::Prefix + name : name;
}

Async<ConnectionReport> NetworkGatewayService::replaceKey(
    AccountId account, std::shared_ptr<const Secret> key, SecretPlace place)
{
    auto reading
        = m_storage.read([account](Database &database) { return AccountRepository(database).byId(account); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    const auto connector = connectorFor(known->gateway);
    if (!connector)
        co_return fail(Error::Kind::NotFound, u"gateway “%1”"_s.arg(known->gateway));
    auto asking = ask(connector, known->baseUrl, key);
    const auto report = co_await asking;
    if (!report)
        co_return fail(report.error());

    const NewKey replacing{
        account, newSecretName(place), key->masked(), key->fingerprint(), report->role, report->tellsSpend};
    auto writing = m_secrets.write(replacing.secretName, key);
    if (const auto written = co_await writing; !written)
        co_return fail(written.error());
    auto storing
        = m_storage.write([replacing](Database &database) { return changeOver(database, replacing); });
    const auto stored = co_await storing;
    auto removing = removeUnlessNeeded(stored ? known->secretName : replacing.secretName);
    (void)co_await removing;
    if (!stored)
        co_return fail(stored.error());
    Q_EMIT accountsChanged();
    co_return report;
}

//! A key that was made or bound here may lie in the same entry. What cannot be removed does no harm.
Async<Done> NetworkGatewayService::removeUnlessNeeded(QString secretName)
{
    if (secretName.startsWith(VariablePrefix))
        co_return Done{};
    auto reading = m_storage.read([](Database &database) { return KeyRepository(database).all(); });
    const auto keys = co_await reading;
    if (!keys)
        co_return fail(keys.error());
    const bool isNeeded = std::any_of(keys->cbegin(), keys->cend(),
        [&secretName](const ApiKey &key) { return key.secretName == secretName; });
    if (isNeeded)
        co_return Done{};
    auto removing = m_secrets.remove(secretName);
    const auto removed = co_await removing;
    co_return removed;
}

} // namespace tollkeeper
