// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "sync/network_key_service.h"
#include "sync/secret_notes.h"

#include <QCoroFuture>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

// Whose a secret is and where it is kept: the part of NetworkKeyService that changes nothing at a gateway.

namespace tollkeeper {
namespace {

struct Ring {
    Account account;
    OwnKey own;
    QList<ApiKey> keys; //!< without those that are gone
};

Result<Ring> ringOf(Database &database, AccountId id)
{
    AccountRepository accounts(database);
    const auto account = accounts.byId(id);
    const auto fingerprint = accounts.keyFingerprint(id);
    const auto keys = KeyRepository(database).all();
    if (!account || !fingerprint || !keys)
        return fail(!account ? account.error() : !keys ? keys.error() : fingerprint.error());
    Ring ring{*account, {account->secretName, account->maskedKey, *fingerprint}, {}};
    std::copy_if(keys->cbegin(), keys->cend(), std::back_inserter(ring.keys),
        [id](const ApiKey &key) { return key.account == id && !key.goneAt; });
    return ring;
}

Outcome storeBinding(Database &database, const ApiKey &key, bool isOwnKey, const QString &name,
    const Secret &secret, const QDateTime &at)
{
    return database.inTransaction([&]() -> Outcome {
        auto stored = isOwnKey
            ? AccountRepository(database).setKey(key.account, secret.masked(), secret.fingerprint())
            : KeyRepository(database).setSecret(key.id, name, secret.masked(), secret.fingerprint());
        return stored ? noteSecret(database, key.id, KeyEvent::What::SecretStored, at) : stored;
    });
}

} // namespace

Async<SecretBinding> NetworkKeyService::match(AccountId account, std::shared_ptr<const Secret> secret)
{
    auto reading
        = m_partners.storage.read([account](Database &database) { return ringOf(database, account); });
    const auto ring = co_await reading;
    if (!ring)
        co_return fail(ring.error());
    const auto connector = m_partners.connectorOf(ring->account.gateway);
    const auto owner
        = connector ? ownerOf(*secret, ring->keys, ring->own, connector->capabilities()) : std::nullopt;
    if (!owner)
        co_return fail(Error::Kind::NotFound, u"key"_s);
    const SecretBinding binding{owner->id, true};
    co_return binding;
}

Async<Done> NetworkKeyService::bind(KeyId key, std::shared_ptr<const Secret> secret)
{
    auto finding = placeOf(key);
    const auto place = co_await finding;
    if (!place)
        co_return fail(place.error());
    const auto capabilities = place->connector->capabilities();
    if (!isSecretOf(*secret, place->key, place->own, capabilities).value_or(true))
        co_return fail(Error::Kind::SecretMismatch, place->key.name);
    auto matching = match(place->account.id, secret);
    if (const auto owner = co_await matching; owner && owner->key != key)
        co_return fail(Error::Kind::SecretMismatch, place->key.name);
    auto asking = isFree(key, true);
    if (const auto free = co_await asking; !free)
        co_return free;
    auto storing = storeSecret(*place, secret);
    const auto stored = co_await storing;
    if (stored)
        Q_EMIT keysChanged();
    co_return stored;
}

//! In the keychain first, under a name of its own; then the one from before goes.
Async<Done> NetworkKeyService::storeSecret(Place place, std::shared_ptr<const Secret> secret)
{
    const bool isOwnKey = place.isOwnKey();
    const auto name = isOwnKey ? place.own.secretName : QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto writing = m_partners.secrets.write(name, secret);
    if (const auto written = co_await writing; !written)
        co_return written;
    auto storing = m_partners.storage.write(
        [key = place.key, isOwnKey, name, secret, at = m_partners.clock.now()](
            Database &database) { return storeBinding(database, key, isOwnKey, name, *secret, at); });
    const auto stored = co_await storing;
    const auto leftOver = stored ? place.key.secretName : name;
    if (!isOwnKey && !leftOver.isEmpty()) {
        auto removing = m_partners.secrets.remove(leftOver);
        (void)co_await removing;
    }
    co_return stored;
}

Async<Done> NetworkKeyService::forget(KeyId key)
{
    auto finding = placeOf(key);
    const auto place = co_await finding;
    if (!place)
        co_return fail(place.error());
    if (place->isOwnKey())
        co_return fail(Error::Kind::InvalidInput, u"the account is asked with this key"_s);
    if (!place->key.holdsSecret())
        co_return Done{};
    auto asking = isFree(key, true);
    if (const auto free = co_await asking; !free)
        co_return free;
    auto removing = m_partners.secrets.remove(place->key.secretName);
    if (const auto removed = co_await removing; !removed)
        co_return removed;
    auto storing = m_partners.storage.write([key, at = m_partners.clock.now()](Database &database) {
        return database.inTransaction([&]() -> Outcome {
            if (auto set = KeyRepository(database).setSecret(key, {}, {}, {}); !set)
                return set;
            return noteSecret(database, key, KeyEvent::What::SecretForgotten, at);
        });
    });
    const auto stored = co_await storing;
    if (stored)
        Q_EMIT keysChanged();
    co_return stored;
}

Async<std::shared_ptr<const Secret>> NetworkKeyService::readSecret(Place place)
{
    const auto name = place.isOwnKey() ? place.own.secretName : place.key.secretName;
    if (name.isEmpty())
        co_return fail(Error::Kind::SecretMissing, u"this key's secret was never stored here"_s);
    auto reading = m_partners.secrets.read(name);
    auto secret = co_await reading;
    if (!secret && secret.error().kind == Error::Kind::SecretMissing) {
        auto noting
            = m_partners.storage.write([key = place.key.id, at = m_partners.clock.now()](Database &database) {
                  return database.inTransaction([&] { return noteMissingSecret(database, key, at); });
              });
        (void)co_await noting;
        Q_EMIT keysChanged();
    }
    if (!secret)
        co_return fail(secret.error());
    co_return std::make_shared<const Secret>(*std::move(secret));
}

Async<Done> NetworkKeyService::test(KeyId key)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    auto finding = placeOf(key);
    const auto place = co_await finding;
    if (!place)
        co_return fail(place.error());
    auto reading = readSecret(*place);
    const auto secret = co_await reading;
    if (!secret)
        co_return fail(secret.error());
    const auto account = place->account.id;
    auto waiting = m_partners.turns.of(account)->take();
    (void)co_await waiting;
    const Turn turn(m_partners.turns.of(account));
    const KeyLine line{{place->account, place->connector, *secret}, nullptr};
    auto proving = m_conversation.prove(line, *secret);
    const auto proved = co_await proving;
    co_return proved;
}

Async<std::shared_ptr<const Secret>> NetworkKeyService::secretOf(KeyId key)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    auto finding = placeOf(key);
    const auto place = co_await finding;
    if (!place)
        co_return fail(place.error());
    auto reading = readSecret(*place);
    auto secret = co_await reading;
    if (m_isLocked) // meanwhile
        co_return fail(Error::Kind::AppLocked);
    co_return secret;
}

} // namespace tollkeeper
