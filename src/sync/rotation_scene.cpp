// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/rotation_scene.h"

#include "base/crash_point.h"
#include "storage/account_repository.h"
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "storage/rotation_repository.h"
#include "sync/secret_notes.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Self = "self"_L1;

//! The first failure of these, asked one after the other.
template<typename... Steps>
Outcome inOrder(const Steps &...steps)
{
    Outcome outcome = Done{};
    (void)((outcome = steps(), outcome.has_value()) && ...);
    return outcome;
}

bool areEmpty(const KeyLabels &labels)
{
    return labels == KeyLabels{};
}

//! The new key is the old one's heir. Labels that it was given already stay.
Outcome join(Database &database, const Rotation &rotation, const QDateTime &at)
{
    if (!rotation.newKey)
        return Done{};
    KeyRepository keys(database);
    const auto before = keys.byId(rotation.oldKey);
    const auto after = keys.byId(*rotation.newKey);
    if (!before || !after)
        return fail(before ? after.error() : before.error());
    if (auto set = keys.setReplaces(*rotation.newKey, rotation.oldKey); !set)
        return set;
    if (areEmpty(before->labels) || !areEmpty(after->labels))
        return Done{};
    return keys.label(*rotation.newKey, before->labels, at);
}

Outcome keepSecret(Database &database, const Rotation &rotation, const QString &masked,
    const QString &fingerprint, const QDateTime &at)
{
    if (!rotation.newKey)
        return Done{};
    return inOrder(
        [&] {
            return KeyRepository(database).setSecret(
                *rotation.newKey, rotation.newSecretName, masked, fingerprint);
        },
        [&] { return noteSecret(database, *rotation.newKey, KeyEvent::What::SecretStored, at); });
}

Outcome note(Database &database, KeyId key, KeyEvent::What what, const QDateTime &at)
{
    return KeyEventRepository(database).add(key, {what, KeyEvent::Origin::Here, at, {}, {}});
}

//! "self" is the new key now; the row of the old one goes on under another name.
Result<std::optional<KeyId>> renameSelf(Database &database, const RotationScene &scene,
    const QString &oldName, const Secret &secret, const QDateTime &at)
{
    KeyRepository keys(database);
    const auto &newKey = scene.rotation.newKey;
    if (scene.oldKey.remoteId != Self)
        return newKey;
    if (auto renamed = keys.setRemoteId(scene.oldKey.id, oldName); !renamed)
        return fail(renamed.error());
    if (newKey) {
        if (auto renamed = keys.setRemoteId(*newKey, Self); !renamed)
            return fail(renamed.error());
        return newKey;
    }
    KeyFacts own;
    own.remoteId = Self;
    own.masked = secret.masked();
    const auto added = keys.apply(scene.account.id, own, at);
    if (!added)
        return fail(added.error());
    return std::optional(*added);
}

} // namespace

Result<RotationScene> rotationScene(Database &database, RotationId id)
{
    const auto rotation = RotationRepository(database).byId(id);
    if (!rotation)
        return fail(rotation.error());
    auto scene = sceneBefore(database, rotation->oldKey);
    if (scene)
        scene->rotation = *rotation;
    return scene;
}

Result<RotationScene> sceneBefore(Database &database, KeyId id)
{
    const auto oldKey = KeyRepository(database).byId(id);
    if (!oldKey)
        return fail(oldKey.error());
    AccountRepository accounts(database);
    const auto account = accounts.byId(oldKey->account);
    const auto fingerprint = accounts.keyFingerprint(oldKey->account);
    if (!account || !fingerprint)
        return fail(account ? fingerprint.error() : account.error());
    return RotationScene{{}, *oldKey, *account, {account->secretName, account->maskedKey, *fingerprint}, {}};
}

Result<RotationId> storeStarted(Database &database, const Rotation &rotation)
{
    return database.inTransaction([&]() -> Result<RotationId> {
        RotationRepository rotations(database);
        const auto open = rotations.open();
        if (!open)
            return fail(open.error());
        const bool isNewElsewhere = std::any_of(open->cbegin(), open->cend(),
            [&rotation](const Rotation &other) { return other.newKey == rotation.oldKey; });
        if (isNewElsewhere)
            return fail(Error::Kind::Busy, u"rotation"_s);
        auto id = rotations.add(rotation);
        if (!id)
            return id;
        const auto noted
            = note(database, rotation.oldKey, KeyEvent::What::RotationStarted, rotation.startedAt);
        return noted ? id : Result<RotationId>(fail(noted.error()));
    });
}

Outcome storeRotation(Database &database, const Rotation &rotation)
{
    return RotationRepository(database).update(rotation);
}

Outcome storeMadeKey(Database &database, Rotation rotation, const MadeKey &made, const QDateTime &at)
{
    auto stored = database.inTransaction([&]() -> Outcome {
        const auto key = KeyRepository(database).apply(rotation.account, made.facts, at);
        if (!key)
            return fail(key.error());
        rotation.newKey = *key;
        rotation.createdAt = at;
        rotation.step = RotationStep::Save;
        auto kept = inOrder(
            [&] { return keepSecret(database, rotation, made.secretMasked, made.secretFingerprint, at); },
            [&] { return RotationRepository(database).update(rotation); });
        crashPoint("rotation_before_create_commit");
        return kept;
    });
    crashPoint("rotation_after_create");
    return stored;
}

Outcome storePasted(Database &database, const Rotation &rotation, const Secret &secret)
{
    return database.inTransaction([&] {
        return inOrder(
            [&] {
                return keepSecret(database, rotation, secret.masked(), secret.fingerprint(),
                    rotation.createdAt.value_or(rotation.startedAt));
            },
            [&] { return RotationRepository(database).update(rotation); });
    });
}

Outcome storeUnpasted(Database &database, Rotation rotation)
{
    return database.inTransaction([&]() -> Outcome {
        if (rotation.newKey) {
            if (auto set = KeyRepository(database).setSecret(*rotation.newKey, {}, {}, {}); !set)
                return set;
        }
        rotation.newKey.reset();
        rotation.createdAt.reset();
        rotation.step = RotationStep::Create;
        return RotationRepository(database).update(rotation);
    });
}

Outcome storeProved(Database &database, Rotation rotation, const QDateTime &at)
{
    crashPoint("rotation_before_save_commit");
    auto stored = database.inTransaction([&] {
        rotation.savedAt = at;
        rotation.step = RotationStep::Deploy;
        return inOrder([&] { return join(database, rotation, at); },
            [&] { return RotationRepository(database).update(rotation); });
    });
    crashPoint("rotation_after_save");
    return stored;
}

Outcome storeFound(Database &database, Rotation rotation, KeyId found, const Secret &secret)
{
    return database.inTransaction([&] {
        const auto at = rotation.savedAt.value_or(rotation.startedAt);
        rotation.newKey = found;
        return inOrder(
            [&] { return keepSecret(database, rotation, secret.masked(), secret.fingerprint(), at); },
            [&] { return join(database, rotation, at); },
            [&] { return RotationRepository(database).update(rotation); });
    });
}

Outcome storeSwitched(Database &database, RotationScene scene, const QString &oldName, const Secret &secret,
    const QDateTime &at)
{
    crashPoint("rotation_before_switch");
    auto stored = database.inTransaction([&]() -> Outcome {
        auto &rotation = scene.rotation;
        const auto newKey = renameSelf(database, scene, oldName, secret, at);
        if (!newKey)
            return fail(newKey.error());
        rotation.newKey = *newKey;
        rotation.step = RotationStep::Disable;
        const auto &own = scene.own;
        return inOrder(
            [&] {
                return KeyRepository(database).setSecret(
                    scene.oldKey.id, own.secretName, own.masked, own.fingerprint);
            },
            [&] {
                return AccountRepository(database).switchKey(
                    scene.account.id, rotation.newSecretName, secret.masked(), secret.fingerprint());
            },
            [&] { return join(database, rotation, at); },
            [&] { return RotationRepository(database).update(rotation); });
    });
    crashPoint("rotation_after_switch");
    return stored;
}

Outcome storeOldKey(Database &database, const Rotation &rotation, const KeyFacts &told, const QDateTime &at)
{
    return database.inTransaction([&]() -> Outcome {
        if (const auto applied = KeyRepository(database).apply(rotation.account, told, at); !applied)
            return fail(applied.error());
        return RotationRepository(database).update(rotation);
    });
}

Outcome storeEnded(Database &database, Rotation rotation, RotationStep end, const QDateTime &at)
{
    rotation.step = end;
    rotation.endedAt = at;
    return database.inTransaction([&]() -> Outcome {
        KeyRepository keys(database);
        const auto oldKey = keys.byId(rotation.oldKey);
        if (!oldKey)
            return fail(oldKey.error());
        if (end == RotationStep::Done && oldKey->holdsSecret()) {
            auto forgotten = inOrder([&] { return keys.setSecret(oldKey->id, {}, {}, {}); },
                [&] { return noteSecret(database, oldKey->id, KeyEvent::What::SecretForgotten, at); });
            if (!forgotten)
                return forgotten;
        }
        if (end == RotationStep::Done) {
            if (auto gone = keys.markGone(oldKey->id, KeyEvent::Origin::Here, at); !gone)
                return gone;
        }
        return inOrder([&] { return note(database, oldKey->id, KeyEvent::What::RotationEnded, at); },
            [&] { return RotationRepository(database).update(rotation); });
    });
}

} // namespace tollkeeper
