// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_key_service.h"

#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/rotation_repository.h"
#include "sync/key_comparison.h"
#include "sync/secret_notes.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Outcome storeRemoved(Database &database, const ApiKey &key, const QDateTime &at)
{
    return database.inTransaction([&]() -> Outcome {
        KeyRepository keys(database);
        if (auto set = keys.setSecret(key.id, {}, {}, {}); !set)
            return set;
        if (key.holdsSecret()) {
            if (auto noted = noteSecret(database, key.id, KeyEvent::What::SecretForgotten, at); !noted)
                return noted;
        }
        return keys.markGone(key.id, KeyEvent::Origin::Here, at);
    });
}

} // namespace

NetworkKeyService::NetworkKeyService(const KeyPartners &partners, QObject *parent)
    : KeyService(parent)
    , m_partners(partners)
    , m_conversation(partners)
    , m_maker(partners.secrets, m_conversation)
    , m_strays(partners, m_conversation)
{
}

KeyControls NetworkKeyService::controls(const Account &account) const
{
    const auto connector = m_partners.connectorOf(account.gateway);
    return connector ? keyControlsOf(*connector, account) : KeyControls{};
}

QUrl NetworkKeyService::keysPage(const Account &account) const
{
    const auto connector = m_partners.connectorOf(account.gateway);
    return connector ? connector->keysPage(account.baseUrl) : QUrl();
}

Async<NetworkKeyService::Place> NetworkKeyService::placeOf(KeyId key)
{
    auto reading = m_partners.storage.read([key](Database &database) -> Result<Place> {
        AccountRepository accounts(database);
        const auto known = KeyRepository(database).byId(key);
        if (!known)
            return fail(known.error());
        const auto account = accounts.byId(known->account);
        if (!account)
            return fail(account.error());
        const auto fingerprint = accounts.keyFingerprint(known->account);
        if (!fingerprint)
            return fail(fingerprint.error());
        return Place{*known, *account, {account->secretName, account->maskedKey, *fingerprint}, {}};
    });
    auto place = co_await reading;
    if (!place)
        co_return fail(place.error());
    place->connector = m_partners.connectorOf(place->account.gateway);
    if (!place->connector)
        co_return fail(Error::Kind::NotFound, u"gateway “%1”"_s.arg(place->account.gateway));
    co_return place;
}

// --- Changes

Async<Done> NetworkKeyService::change(KeyId key, KeyChange change)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    if (change == KeyChange{})
        co_return fail(Error::Kind::InvalidInput, u"change"_s);
    auto finding = placeOf(key);
    const auto place = co_await finding;
    if (!place)
        co_return fail(place.error());
    if (place->key.goneAt)
        co_return fail(Error::Kind::NotFound, u"key"_s);
    const auto allows = [&change](const KeyControls &controls) { return areEditable(change, controls); };
    if (!allows(keyControlsOf(*place->connector, place->account)) || !place->connector->keyManagement())
        co_return fail(notOffered(*place->connector, allows));
    auto changing = changeInTurn(*place, change);
    const auto changed = co_await changing;
    if (changed)
        Q_EMIT keysChanged();
    co_return changed;
}

Async<Done> NetworkKeyService::changeInTurn(Place place, KeyChange change)
{
    const auto account = place.account.id;
    auto waiting = m_partners.turns.of(account)->take();
    (void)co_await waiting;
    const Turn turn(m_partners.turns.of(account));
    auto opening = openKeyLine(m_partners, account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto naming = m_conversation.nameAtGateway(*line, place.key.remoteId);
    const auto name = co_await naming;
    if (!name)
        co_return fail(name.error());
    auto changing = m_conversation.change(*line, *name, change);
    auto facts = co_await changing;
    if (!facts)
        co_return fail(facts.error());
    facts->remoteId = place.key.remoteId; // the name it has here
    auto storing = m_partners.storage.write(
        [account, told = *facts, at = m_partners.clock.now()](Database &database) -> Outcome {
            return database.inTransaction([&]() -> Outcome {
                const auto applied = KeyRepository(database).apply(account, told, at);
                return applied ? Outcome(Done{}) : fail(applied.error());
            });
        });
    const auto stored = co_await storing;
    co_return stored;
}

// --- Deleting

Async<Done> NetworkKeyService::isFree(KeyId key, bool mayBeOld)
{
    auto reading
        = m_partners.storage.read([](Database &database) { return RotationRepository(database).open(); });
    const auto rotations = co_await reading;
    if (!rotations)
        co_return fail(rotations.error());
    const bool isTaken
        = std::any_of(rotations->cbegin(), rotations->cend(), [key, mayBeOld](const Rotation &rotation) {
              return rotation.newKey == key || (!mayBeOld && rotation.oldKey == key);
          });
    if (isTaken)
        co_return fail(Error::Kind::Busy, u"rotation"_s);
    co_return Done{};
}

Async<Done> NetworkKeyService::remove(KeyId key)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    auto finding = placeOf(key);
    const auto place = co_await finding;
    if (!place)
        co_return fail(place.error());
    if (place->isOwnKey())
        co_return fail(Error::Kind::InvalidInput, u"the account is asked with this key"_s);
    const auto deletes = [](const KeyControls &controls) { return controls.deletesKeys; };
    if (!deletes(keyControlsOf(*place->connector, place->account)) || !place->connector->keyManagement())
        co_return fail(notOffered(*place->connector, deletes));
    auto asking = isFree(key, false);
    if (const auto free = co_await asking; !free)
        co_return free;
    auto removing = removeInTurn(*place);
    const auto removed = co_await removing;
    if (removed)
        Q_EMIT keysChanged();
    co_return removed;
}

Async<Done> NetworkKeyService::removeInTurn(Place place)
{
    const auto account = place.account.id;
    auto waiting = m_partners.turns.of(account)->take();
    (void)co_await waiting;
    const Turn turn(m_partners.turns.of(account));
    auto opening = openKeyLine(m_partners, account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto deleting = m_conversation.remove(*line, place.key.remoteId);
    if (const auto deleted = co_await deleting; !deleted)
        co_return deleted;
    if (place.key.holdsSecret()) {
        auto removing = m_partners.secrets.remove(place.key.secretName);
        if (const auto removed = co_await removing; !removed)
            co_return removed;
    }
    auto storing
        = m_partners.storage.write([key = place.key, at = m_partners.clock.now()](
                                       Database &database) { return storeRemoved(database, key, at); });
    const auto stored = co_await storing;
    co_return stored;
}

} // namespace tollkeeper
