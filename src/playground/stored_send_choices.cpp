// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/stored_send_choices.h"

#include "gateways/send_places.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/listing_repository.h"
#include "storage/storage.h"
#include "storage/workspace_repository.h"

#include <QCoroFuture>

#include <algorithm>

namespace tollkeeper {
namespace {

SendKey sendKey(const ApiKey &key, bool isAccountsOwn)
{
    SendKey choice;
    choice.id = key.id;
    choice.name = key.name;
    choice.labels = key.labels;
    choice.cap = key.cap;
    choice.allowedModels = key.allowedModels;
    choice.isAccountsOwn = isAccountsOwn;
    choice.isDisabled = key.isDisabled;
    return choice;
}

//! Those of an account whose secret this machine holds. A management key reads and sends nothing.
QList<SendKey> sendKeys(const QList<ApiKey> &keys, const Account &account, const QString &fingerprint)
{
    const bool ownSends = account.role != KeyRole::Management;
    QList<SendKey> choices;
    for (const auto &key : keys) {
        if (key.account != account.id || key.goneAt)
            continue;
        const bool isOwn = isAccountsOwnKey(key, fingerprint);
        if (isOwn ? ownSends : key.holdsSecret())
            choices.append(sendKey(key, isOwn));
    }
    if (ownSends && std::ranges::none_of(choices, &SendKey::isAccountsOwn)) {
        SendKey own;
        own.isAccountsOwn = true;
        choices.append(own);
    }
    std::ranges::stable_sort(choices, [](const SendKey &a, const SendKey &b) {
        return a.isAccountsOwn == b.isAccountsOwn ? a.name < b.name : a.isAccountsOwn;
    });
    return choices;
}

SendAccount sendAccount(const Account &account, const SendPlaces &places, const GatewayTraits &traits)
{
    SendAccount choice;
    choice.id = account.id;
    choice.name = account.name;
    choice.gateway = account.gateway;
    choice.gatewayName = traits.displayName;
    choice.baseUrl = account.baseUrl;
    choice.offersRouting = places.offersRouting;
    for (const auto &route : places.routes)
        choice.protocols.append(route.protocol);
    if (traits.keysPage)
        choice.keysPage = traits.keysPage(account.baseUrl);
    return choice;
}

Result<QList<SendAccount>> accountsIn(Database &database, const TraitsByGateway &traits)
{
    AccountRepository repository(database);
    const auto accounts = repository.all();
    const auto keys = KeyRepository(database).all();
    if (!accounts || !keys)
        return fail(!accounts ? accounts.error() : keys.error());
    QList<SendAccount> choices;
    for (const auto &account : *accounts) {
        const auto places = sendPlacesFor(account.gateway);
        if (!places || places->routes.isEmpty())
            continue;
        const auto health = repository.health(account.id);
        const auto fingerprint = repository.keyFingerprint(account.id);
        if (!health || !fingerprint)
            return fail(!health ? health.error() : fingerprint.error());
        auto choice = sendAccount(account, *places, traits.value(account.gateway, {account.gateway}));
        choice.state = health->state;
        choice.figuresAt = health->fetchedAt.value_or(QDateTime());
        choice.keys = sendKeys(*keys, account, *fingerprint);
        choices.append(choice);
    }
    std::ranges::stable_sort(choices, {}, &SendAccount::name);
    return choices;
}

} // namespace

StoredSendChoices::StoredSendChoices(Storage &storage, TraitsByGateway traits, QObject *parent)
    : SendChoices(parent), m_storage(storage), m_traits(std::move(traits))
{
}

Async<QList<SendAccount>> StoredSendChoices::accounts()
{
    auto reading
        = m_storage.read([traits = m_traits](Database &database) { return accountsIn(database, traits); });
    auto accounts = co_await reading;
    co_return accounts;
}

Async<QList<ModelListing>> StoredSendChoices::models(AccountId account)
{
    auto reading
        = m_storage.read([account](Database &database) { return ListingRepository(database).all(account); });
    auto models = co_await reading;
    co_return models;
}

Async<SendGuard> StoredSendChoices::guard()
{
    auto reading
        = m_storage.read([](Database &database) { return WorkspaceRepository(database).sendGuard(); });
    auto guard = co_await reading;
    co_return guard;
}

Async<Done> StoredSendChoices::setGuard(SendGuard guard)
{
    auto writing = m_storage.write([guard](Database &database) {
        return database.inTransaction([&] { return WorkspaceRepository(database).setSendGuard(guard); });
    });
    auto written = co_await writing;
    if (written)
        Q_EMIT changed();
    co_return written;
}

} // namespace tollkeeper
