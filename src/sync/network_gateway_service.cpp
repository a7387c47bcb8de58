// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_gateway_service.h"

#include "base/translation_contexts.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestName = 80;
constexpr auto VariablePrefix = "env:"_L1; // as EnvironmentSecretStore reads it

QStringList translated(const QList<const char *> &marked)
{
    QStringList words;
    for (const auto *text : marked)
        words.append(texts::Capabilities::tr(text));
    return words;
}

//! The draft with what it left out filled in, or what is wrong with it.
Result<NewAccount> completed(NewAccount draft, const Connector *connector)
{
    if (!connector)
        return fail(Error::Kind::NotFound, u"gateway “%1”"_s.arg(draft.gateway));
    draft.name = draft.name.simplified();
    if (draft.name.isEmpty() || draft.name.size() > LongestName)
        return fail(Error::Kind::InvalidInput, u"the name needs 1 to %1 characters"_s.arg(LongestName));
    if (draft.baseUrl.isEmpty())
        draft.baseUrl = connector->defaultBaseUrl();
    const auto &url = draft.baseUrl;
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return fail(Error::Kind::InvalidInput, u"the address must begin with https://"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return fail(
            Error::Kind::InvalidInput, u"the address must not carry a user name, a query or a fragment"_s);
    return draft;
}

ConnectionReport reportFrom(const PollFacts &facts, const Connector &connector)
{
    ConnectionReport report;
    report.role = facts.role.value_or(KeyRole::Unknown);
    if (facts.listsAllKeys)
        report.keys = facts.keys.size();
    report.models = facts.models;
    if (facts.balance)
        report.balance = facts.balance->amount;
    report.tellsSpend = facts.tellsSpend.value_or(connector.capabilities().tellsSpend);
    return report;
}

//! Whether a key is of the form that the gateway takes.
Outcome checkForm(const Connector &connector, const Secret &key)
{
    const bool isWanted = connector.capabilities().takesConfiguration;
    if (key.isConfiguration() == isWanted)
        return Done{};
    return fail(Error::Kind::InvalidInput, isWanted ? u"configuration wanted"_s : u"key wanted"_s);
}

Result<AccountId> storeAccount(Database &database, const Account &account, const QString &fingerprint)
{
    return database.inTransaction([&]() -> Result<AccountId> {
        AccountRepository accounts(database);
        auto id = accounts.add(account);
        if (!id)
            return id;
        if (auto set = accounts.setKeyFingerprint(*id, fingerprint); !set)
            return fail(set.error());
        return id;
    });
}

} // namespace

NetworkGatewayService::NetworkGatewayService(HttpClient &http, SecretStore &secrets, Storage &storage,
    const Clock &clock, RepeatPolicy policy, QObject *parent)
    : GatewayService(parent)
    , m_http(http)
    , m_secrets(secrets)
    , m_storage(storage)
    , m_clock(clock)
    , m_poll(http, clock, policy)
    , m_authentication(http, clock)
{
}

QString NetworkGatewayService::keychainName() const
{
    return keepsKeys() ? QCoreApplication::translate("Keychain", "keychain")
                       : QCoreApplication::translate("Keychain", "memory, for this session only");
}

QList<GatewayChoice> NetworkGatewayService::choices() const
{
    QList<GatewayChoice> choices;
    for (const auto &kind : gatewayKinds()) {
        const auto connector = kind.create();
        const auto capabilities = connector->capabilities();
        choices.append({QString::fromLatin1(kind.name), connector->displayName(), connector->defaultBaseUrl(),
            translated(capabilities.canTell), translated(capabilities.cannotTell)});
    }
    // What tells most stands first.
    std::stable_sort(choices.begin(), choices.end(),
        [](const auto &a, const auto &b) { return a.canTell.size() > b.canTell.size(); });
    return choices;
}

Async<ConnectionReport> NetworkGatewayService::ask(
    std::shared_ptr<const Connector> connector, QUrl baseUrl, std::shared_ptr<const Secret> key)
{
    if (const auto form = checkForm(*connector, *key); !form)
        co_return fail(form.error());
    PollContext context;
    context.purpose = PollPurpose::Test;
    context.now = m_clock.now();
    auto polling = m_poll.run(connector, baseUrl, key, context);
    const auto answer = co_await polling;
    if (!answer.facts)
        co_return fail(answer.facts.error());
    auto report = reportFrom(*answer.facts, *connector);
    co_return report;
}

Async<ConnectionReport> NetworkGatewayService::test(NewAccount draft, std::shared_ptr<const Secret> key)
{
    const auto connector = connectorFor(draft.gateway);
    const auto account = completed(draft, connector.get());
    if (!account)
        co_return fail(account.error());
    auto asking = ask(connector, account->baseUrl, key);
    const auto report = co_await asking;
    co_return report;
}

Async<Done> NetworkGatewayService::nameIsFree(QString name)
{
    auto reading = m_storage.read([](Database &database) { return AccountRepository(database).all(); });
    const auto accounts = co_await reading;
    if (!accounts)
        co_return fail(accounts.error());
    for (const auto &account : *accounts) {
        if (account.name == name)
            co_return fail(Error::Kind::InvalidInput, u"an account named “%1” exists already"_s.arg(name));
    }
    co_return Done{};
}

Async<AccountId> NetworkGatewayService::add(NewAccount draft, std::shared_ptr<const Secret> key)
{
    const auto connector = connectorFor(draft.gateway);
    const auto checked = completed(draft, connector.get());
    if (!checked)
        co_return fail(checked.error());
    auto checkingName = nameIsFree(checked->name);
    if (const auto free = co_await checkingName; !free)
        co_return fail(free.error());
    auto asking = ask(connector, checked->baseUrl, key);
    const auto report = co_await asking;
    if (!report)
        co_return fail(report.error());

    Account account;
    account.gateway = checked->gateway;
    account.name = checked->name;
    account.baseUrl = checked->baseUrl;
    account.role = report->role;
    account.maskedKey = key->masked();
    account.tellsSpend = report->tellsSpend;
    account.addedAt = m_clock.now();
    const bool isKept = checked->keyVariable.isEmpty();
    account.secretName = isKept ? newSecretName(checked->secretPlace) : VariablePrefix + checked->keyVariable;
    if (isKept) {
        auto writing = m_secrets.write(account.secretName, key);
        if (const auto written = co_await writing; !written)
            co_return fail(written.error());
    }
    auto storing = m_storage.write([account, fingerprint = key->fingerprint()](Database &database) {
        return storeAccount(database, account, fingerprint);
    });
    const auto stored = co_await storing;
    if (!stored && isKept) { // nothing may be half there
        auto removing = m_secrets.remove(account.secretName);
        (void)co_await removing;
    }
    if (!stored)
        co_return fail(stored.error());
    Q_EMIT accountsChanged();
    co_return stored;
}

Async<ConnectionReport> NetworkGatewayService::testStored(AccountId account)
{
    auto opening = openGatewayLine(m_storage, m_secrets, account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto asking = ask(line->connector, line->account.baseUrl, line->key);
    const auto report = co_await asking;
    co_return report;
}

Async<Done> NetworkGatewayService::remove(AccountId account)
{
    auto reading
        = m_storage.read([account](Database &database) { return AccountRepository(database).byId(account); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    if (!known->panelSecretName.isEmpty()) {
        auto removing = m_secrets.remove(known->panelSecretName);
        if (const auto removed = co_await removing; !removed)
            co_return fail(removed.error());
    }
    if (!known->secretName.startsWith(VariablePrefix)) {
        auto removing = m_secrets.remove(known->secretName);
        if (const auto removed = co_await removing; !removed)
            co_return fail(removed.error());
    }
    auto storing = m_storage.write([account, at = m_clock.now()](Database &database) {
        return AccountRepository(database).remove(account, at);
    });
    const auto stored = co_await storing;
    if (!stored)
        co_return fail(stored.error());
    Q_EMIT accountsChanged();
    co_return Done{};
}

} // namespace tollkeeper
