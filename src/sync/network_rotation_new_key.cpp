// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crash_point.h"
#include "storage/rotation_repository.h"
#include "sync/key_comparison.h"
#include "sync/network_rotation_service.h"
#include "sync/secret_notes.h"

#include <QCoroFuture>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

// How the new key comes, is kept and proved: the first two steps of NetworkRotationService.

namespace tollkeeper {

Async<Done> NetworkRotationService::create(Scene scene)
{
    if (scene.rotation.isPasted)
        co_return fail(Error::Kind::InvalidInput, u"this key is to be pasted"_s);
    const auto creates = [](const KeyControls &controls) { return controls.createsKeys; };
    if (!creates(scene.controls()) || !scene.connector->keyManagement())
        co_return fail(notOffered(*scene.connector, creates));
    if (scene.rotation.createdAt) { // a making was begun, and nobody knows what became of it
        auto clearing = clearUnfinished(scene);
        if (const auto cleared = co_await clearing; !cleared)
            co_return cleared;
        scene.rotation.createdAt.reset();
    }
    auto making = makeInTurn(scene);
    const auto made = co_await making;
    if (made.outcome)
        co_return made.outcome;
    if (made.mayBeLeft) {
        auto clearing = clearUnfinished(scene);
        (void)co_await clearing; // else the next try does
    } else {
        auto forgetting = store(scene.rotation);
        (void)co_await forgetting;
    }
    co_return made.outcome;
}

//! Deletes what bears the new key's name: of none of these anybody has the secret.
Async<Done> NetworkRotationService::clearUnfinished(Scene scene)
{
    auto rotation = scene.rotation;
    auto clearing = m_strays.clear(
        StrayKeys::Search{rotation.account, rotation.newName, rotation.startedAt, {rotation.oldKey}});
    const auto cleared = co_await clearing;
    if (!cleared)
        co_return fail(cleared.error());
    auto removing = m_partners.secrets.remove(rotation.newSecretName);
    if (const auto removed = co_await removing; !removed)
        co_return removed;
    rotation.createdAt.reset();
    rotation.newKey.reset();
    auto storing = store(rotation);
    const auto stored = co_await storing;
    co_return stored;
}

QCoro::Task<NetworkRotationService::Attempt> NetworkRotationService::makeInTurn(Scene scene)
{
    const auto turns = m_partners.turns.of(scene.account.id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto opening = openKeyLine(m_partners, scene.account.id);
    const auto line = co_await opening;
    Attempt attempt{line ? Outcome(Done{}) : fail(line.error())};
    if (!line)
        co_return attempt;
    auto drafting = draftLikeOld(*line, scene);
    const auto draft = co_await drafting;
    if (!draft) {
        attempt.outcome = fail(draft.error());
        co_return attempt;
    }
    scene.rotation.createdAt = m_partners.clock.now();
    auto intending = store(scene.rotation);
    attempt.outcome = co_await intending;
    if (!attempt.outcome)
        co_return attempt;
    crashPoint("rotation_before_create_request");
    const auto idempotency = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    auto making = m_maker.make(*line, *draft, idempotency, scene.rotation.newSecretName);
    const auto made = co_await making;
    if (!made.key) {
        attempt = {fail(made.key.error()), made.mayBeLeft};
        co_return attempt;
    }
    auto storing = m_partners.storage.write(
        [rotation = scene.rotation, key = *made.key, at = m_partners.clock.now()](
            Database &database) { return storeMadeKey(database, rotation, key, at); });
    attempt.outcome = co_await storing;
    attempt.mayBeLeft = !attempt.outcome;
    co_return attempt;
}

//! Asked afresh: a poll does not tell of every limit.
Async<KeyDraft> NetworkRotationService::draftLikeOld(KeyLine line, Scene scene)
{
    auto naming = m_conversation.nameAtGateway(line, scene.oldKey.remoteId);
    const auto name = co_await naming;
    if (!name)
        co_return fail(name.error());
    auto reading = m_conversation.read(line, *name);
    const auto facts = co_await reading;
    if (!facts)
        co_return fail(facts.error());
    auto draft = draftLike(*facts, line.controls(), scene.rotation.newName, m_partners.clock.now());
    co_return draft;
}

Async<Done> NetworkRotationService::save(Scene scene)
{
    auto reading = readSecret(scene.rotation.newSecretName);
    const auto secret = co_await reading;
    if (!secret && secret.error().kind == Error::Kind::SecretMissing) {
        auto beginning = beginAnew(scene);
        (void)co_await beginning;
    }
    if (!secret)
        co_return fail(secret.error());
    auto proving = prove(scene, *secret);
    if (const auto proved = co_await proving; !proved)
        co_return proved;
    auto storing
        = m_partners.storage.write([rotation = scene.rotation, at = m_partners.clock.now()](
                                       Database &database) { return storeProved(database, rotation, at); });
    const auto stored = co_await storing;
    co_return stored;
}

//! Another program has removed the secret before anybody used it.
Async<Done> NetworkRotationService::beginAnew(Scene scene)
{
    auto storing = m_partners.storage.write(
        [rotation = scene.rotation, at = m_partners.clock.now()](Database &database) mutable {
            return database.inTransaction([&]() -> Outcome {
                if (rotation.newKey) {
                    if (auto noted = noteMissingSecret(database, *rotation.newKey, at); !noted)
                        return noted;
                }
                rotation.newKey.reset();
                rotation.step = RotationStep::Create;
                return RotationRepository(database).update(rotation);
            });
        });
    const auto stored = co_await storing;
    co_return stored;
}

// --- Pasted keys

Async<Done> NetworkRotationService::paste(RotationId id, SharedSecret secret)
{
    const auto turns = turnsOf(id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto opening = open(id);
    const auto scene = co_await opening;
    if (!scene)
        co_return fail(scene.error());
    auto keeping = keepPasted(*scene, secret);
    const auto kept = co_await keeping;
    Q_EMIT rotationsChanged();
    co_return kept;
}

Async<Done> NetworkRotationService::keepPasted(Scene scene, SharedSecret secret)
{
    const auto &rotation = scene.rotation;
    const bool isTime
        = rotation.step == RotationStep::Create || (rotation.step == RotationStep::Save && rotation.isPasted);
    if (!isTime)
        co_return fail(Error::Kind::InvalidInput, u"there is a new key already"_s);
    const auto fingerprint = secret->fingerprint();
    const auto capabilities = scene.connector->capabilities();
    const bool isOld = fingerprint == scene.own.fingerprint || fingerprint == scene.oldKey.secretFingerprint
        || isSecretOf(*secret, scene.oldKey, scene.own, capabilities).value_or(false);
    if (isOld)
        co_return fail(Error::Kind::SecretMismatch, scene.oldKey.name);
    if (rotation.createdAt && !rotation.isPasted) {
        auto clearing = clearUnfinished(scene);
        if (const auto cleared = co_await clearing; !cleared)
            co_return cleared;
    }
    auto pasting = pastedInto(scene, secret);
    const auto pasted = co_await pasting;
    if (!pasted)
        co_return fail(pasted.error());
    auto saving = save(*pasted);
    const auto saved = co_await saving;
    const bool isNoKey = !saved && saved.error().kind == Error::Kind::Rejected
        && saved.error().category == Category::Credentials;
    if (isNoKey) {
        auto undoing = unpaste(*pasted);
        (void)co_await undoing;
    }
    co_return saved;
}

Async<NetworkRotationService::Scene> NetworkRotationService::pastedInto(Scene scene, SharedSecret secret)
{
    auto matching = m_keys.match(scene.account.id, secret);
    const auto owner = co_await matching;
    auto &rotation = scene.rotation;
    rotation.isPasted = true;
    rotation.createdAt = m_partners.clock.now();
    rotation.step = RotationStep::Save;
    rotation.newKey = owner ? std::optional(owner->key) : std::nullopt;
    auto writing = m_partners.secrets.write(rotation.newSecretName, secret);
    if (const auto written = co_await writing; !written)
        co_return fail(written.error());
    auto storing = m_partners.storage.write(
        [rotation, secret](Database &database) { return storePasted(database, rotation, *secret); });
    if (const auto stored = co_await storing; !stored)
        co_return fail(stored.error());
    co_return scene;
}

Async<Done> NetworkRotationService::unpaste(Scene scene)
{
    auto removing = m_partners.secrets.remove(scene.rotation.newSecretName);
    if (const auto removed = co_await removing; !removed)
        co_return removed;
    auto storing = m_partners.storage.write(
        [rotation = scene.rotation](Database &database) { return storeUnpasted(database, rotation); });
    const auto stored = co_await storing;
    co_return stored;
}

//! The gateway's list may show a pasted key only later.
Async<Done> NetworkRotationService::find(Scene scene, SharedSecret secret)
{
    auto matching = m_keys.match(scene.account.id, secret);
    const auto owner = co_await matching;
    if (!owner || owner->key == scene.rotation.oldKey)
        co_return Done{};
    auto storing
        = m_partners.storage.write([rotation = scene.rotation, key = owner->key, secret](Database &database) {
              return storeFound(database, rotation, key, *secret);
          });
    const auto stored = co_await storing;
    Q_EMIT rotationsChanged();
    co_return stored;
}

Async<Done> NetworkRotationService::findListed(AccountId account)
{
    auto reading
        = m_partners.storage.read([](Database &database) { return RotationRepository(database).open(); });
    const auto rotations = co_await reading;
    if (!rotations)
        co_return fail(rotations.error());
    for (const auto &candidate : *rotations) {
        if (candidate.account != account || candidate.newKey || !candidate.savedAt)
            continue;
        const auto turns = turnsOf(candidate.id);
        auto waiting = turns->take();
        (void)co_await waiting;
        const Turn turn(turns);
        auto opening = open(candidate.id);
        const auto scene = co_await opening;
        if (!scene || scene->rotation.newKey)
            continue;
        auto readingSecret = readSecret(scene->rotation.newSecretName);
        const auto secret = co_await readingSecret;
        if (!secret)
            continue;
        auto finding = find(*scene, *secret);
        if (const auto found = co_await finding; !found)
            co_return found;
    }
    co_return Done{};
}

} // namespace tollkeeper
