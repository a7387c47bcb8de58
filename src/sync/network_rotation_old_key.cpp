// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/crash_point.h"
#include "storage/key_repository.h"
#include "sync/network_rotation_service.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

// How the old key goes: the last two steps of NetworkRotationService.

namespace tollkeeper {
namespace {

constexpr auto Self = "self"_L1;

} // namespace

//! Before anything happens to the old key the new one has to work, now.
Async<NetworkRotationService::SharedSecret> NetworkRotationService::proveNew(Scene scene)
{
    const auto &rotation = scene.rotation;
    if (!rotation.savedAt || !rotation.deployedAt)
        co_return fail(Error::Kind::InvalidInput, u"the new key is not in use yet"_s);
    auto reading = readSecret(rotation.newSecretName);
    const auto secret = co_await reading;
    if (!secret)
        co_return fail(secret.error());
    auto proving = prove(scene, *secret);
    if (const auto proved = co_await proving; !proved)
        co_return fail(proved.error());
    co_return secret;
}

Async<Done> NetworkRotationService::disable(Scene scene)
{
    const auto id = scene.rotation.id;
    const bool wasWatched = scene.rotation.step == RotationStep::Watch;
    auto proving = proveNew(scene);
    const auto secret = co_await proving;
    if (!secret)
        co_return fail(secret.error());
    if (!scene.rotation.newKey) {
        auto finding = find(scene, *secret);
        if (const auto found = co_await finding; !found)
            co_return found;
    }
    auto opening = open(id);
    auto current = co_await opening;
    if (current && current->isOldOwn()) {
        auto switching = switchAccount(*current, *secret);
        if (const auto switched = co_await switching; !switched)
            co_return switched;
        auto reopening = open(id);
        current = co_await reopening;
    }
    if (!current)
        co_return fail(current.error());
    auto &rotation = current->rotation;
    if (current->oldKey.goneAt) { // somebody was faster
        auto finishing = finish(*current);
        const auto finished = co_await finishing;
        co_return finished;
    }
    if (current->canDisable()) {
        auto disabling = disableAtGateway(*current);
        const auto disabled = co_await disabling;
        co_return disabled;
    }
    if (wasWatched) {
        rotation.step = RotationStep::Disable;
    } else { // the person says so
        rotation.step = RotationStep::Delete;
        rotation.disabledAt = m_partners.clock.now();
    }
    auto storing = store(rotation);
    const auto stored = co_await storing;
    co_return stored;
}

//! What the old key is to be called here once "self" is the new one.
Async<QString> NetworkRotationService::nameOfOld(Scene scene)
{
    auto name = u"retired-%1"_s.arg(scene.rotation.id.value());
    if (!scene.canDisable())
        co_return name;
    auto opening = openKeyLine(m_partners, scene.account.id);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto naming = m_conversation.nameAtGateway(*line, scene.oldKey.remoteId);
    const auto told = co_await naming;
    if (!told)
        co_return fail(told.error());
    if (*told != Self)
        name = *told;
    co_return name;
}

Async<Done> NetworkRotationService::switchAccount(Scene scene, SharedSecret secret)
{
    const auto turns = m_partners.turns.of(scene.account.id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto naming = nameOfOld(scene);
    const auto name = co_await naming;
    if (!name)
        co_return fail(name.error());
    auto storing = m_partners.storage.write(
        [scene, name = *name, secret, at = m_partners.clock.now()](
            Database &database) { return storeSwitched(database, scene, name, *secret, at); });
    const auto stored = co_await storing;
    co_return stored;
}

Async<Done> NetworkRotationService::disableAtGateway(Scene scene)
{
    const auto turns = m_partners.turns.of(scene.account.id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto opening = openKeyLine(m_partners, scene.account.id);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto &rotation = scene.rotation;
    rotation.step = RotationStep::Disable;
    auto intending = store(rotation);
    if (const auto intended = co_await intending; !intended)
        co_return intended;
    crashPoint("rotation_before_disable_request");
    auto changing = m_conversation.change(*line, scene.oldKey.remoteId, KeyChange{.isDisabled = true});
    const auto facts = co_await changing;
    if (!facts)
        co_return fail(facts.error());
    crashPoint("rotation_after_disable_request");
    rotation.step = RotationStep::Delete;
    rotation.disabledAt = m_partners.clock.now();
    auto storing = m_partners.storage.write(
        [rotation, told = *facts, at = m_partners.clock.now()](
            Database &database) { return storeOldKey(database, rotation, told, at); });
    const auto stored = co_await storing;
    crashPoint("rotation_after_disable");
    co_return stored;
}

Async<Done> NetworkRotationService::undoDisable(RotationId id)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    auto doing = inTurn(id, [this](Scene scene) { return enableAgain(std::move(scene)); });
    const auto done = co_await doing;
    co_return done;
}

Async<Done> NetworkRotationService::enableAgain(Scene scene)
{
    auto rotation = scene.rotation;
    if (rotation.step != RotationStep::Disable && rotation.step != RotationStep::Delete)
        co_return fail(Error::Kind::InvalidInput, u"the old key is not disabled"_s);
    rotation.step = RotationStep::Watch;
    rotation.disabledAt.reset();
    if (!scene.canDisable()) { // the person does it at the gateway
        auto storing = store(rotation);
        const auto stored = co_await storing;
        co_return stored;
    }
    const auto turns = m_partners.turns.of(scene.account.id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto opening = openKeyLine(m_partners, scene.account.id);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto changing = m_conversation.change(*line, scene.oldKey.remoteId, KeyChange{.isDisabled = false});
    const auto facts = co_await changing;
    if (!facts)
        co_return fail(facts.error());
    auto storing = m_partners.storage.write(
        [rotation, told = *facts, at = m_partners.clock.now()](
            Database &database) { return storeOldKey(database, rotation, told, at); });
    const auto stored = co_await storing;
    co_return stored;
}

Async<Done> NetworkRotationService::remove(Scene scene)
{
    const auto &disabledAt = scene.rotation.disabledAt;
    if (!disabledAt)
        co_return fail(Error::Kind::InvalidInput, u"the old key is not disabled"_s);
    const auto due = disabledAt->addDays(DaysBeforeDelete);
    if (m_partners.clock.now() < due && !scene.oldKey.goneAt)
        co_return fail(Error::Kind::TooEarly, utcText(due));
    auto proving = proveNew(scene);
    if (const auto secret = co_await proving; !secret)
        co_return fail(secret.error());
    if (scene.isOldOwn()) // it was switched long ago; whatever happened, not this one
        co_return fail(Error::Kind::InvalidInput, u"the account is asked with this key"_s);
    if (scene.canDelete() && !scene.oldKey.goneAt) {
        auto removing = removeAtGateway(scene);
        if (const auto removed = co_await removing; !removed)
            co_return removed;
    }
    auto finishing = finish(scene);
    const auto finished = co_await finishing;
    co_return finished;
}

Async<Done> NetworkRotationService::removeAtGateway(Scene scene)
{
    const auto turns = m_partners.turns.of(scene.account.id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto opening = openKeyLine(m_partners, scene.account.id);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto reading = m_conversation.read(*line, scene.oldKey.remoteId);
    const auto facts = co_await reading;
    if (!facts && isNotThere(facts.error()))
        co_return Done{};
    if (!facts)
        co_return fail(facts.error());
    if (scene.canDisable() && !facts->isDisabled) { // somebody needed it again
        auto rotation = scene.rotation;
        rotation.step = RotationStep::Watch;
        rotation.disabledAt.reset();
        auto storing = m_partners.storage.write(
            [rotation, told = *facts, at = m_partners.clock.now()](
                Database &database) { return storeOldKey(database, rotation, told, at); });
        (void)co_await storing;
        co_return fail(Error::Kind::NotApplied, u"enabled"_s);
    }
    crashPoint("rotation_before_delete_request");
    auto removing = m_conversation.remove(*line, scene.oldKey.remoteId);
    const auto removed = co_await removing;
    if (removed)
        crashPoint("rotation_after_delete_request");
    co_return removed;
}

//! The old key is gone: so is its secret.
Async<Done> NetworkRotationService::finish(Scene scene)
{
    const auto &name = scene.oldKey.secretName;
    if (!name.isEmpty() && name != scene.own.secretName && name != scene.rotation.newSecretName) {
        auto removing = m_partners.secrets.remove(name);
        if (const auto removed = co_await removing; !removed)
            co_return removed;
    }
    crashPoint("rotation_after_old_secret");
    auto storing = m_partners.storage.write(
        [rotation = scene.rotation, at = m_partners.clock.now()](
            Database &database) { return storeEnded(database, rotation, RotationStep::Done, at); });
    const auto stored = co_await storing;
    crashPoint("rotation_after_delete");
    co_return stored;
}

} // namespace tollkeeper
