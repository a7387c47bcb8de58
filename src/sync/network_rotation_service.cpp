// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_rotation_service.h"

#include "base/crash_point.h"
#include "base/log.h"
#include "secrets/environment_line.h"
#include "storage/rotation_repository.h"

#include <QCoroFuture>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestBase = 48; // of a new key's name, before what makes it unique

QString randomName()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

//! The old name and eight hex digits of chance, which take the place of those of the rotation before.
QString nameAfter(const ApiKey &key)
{
    static const QRegularExpression ending(u"-[0-9a-f]{8}$"_s);
    auto base = key.name;
    if (key.replaces)
        base.remove(ending);
    return base.left(LongestBase) + u'-' + randomName().left(8);
}

//! "OpenRouter": "OPENROUTER_API_KEY".
QString variableOf(const QString &product)
{
    static const QRegularExpression others(u"[^A-Z0-9]+"_s);
    return product.toUpper().replace(others, u"_"_s) + u"_API_KEY"_s;
}

Async<Done> personsTurn()
{
    co_return fail(Error::Kind::InvalidInput, u"this step is done by hand"_s);
}

} // namespace

NetworkRotationService::NetworkRotationService(const KeyPartners &partners, KeyService &keys, QObject *parent)
    : RotationService(parent)
    , m_partners(partners)
    , m_keys(keys)
    , m_conversation(partners)
    , m_maker(partners.secrets, m_conversation)
    , m_strays(partners, m_conversation)
{
    connect(&m_partners.sync, &SyncService::usageChanged, this, [this](AccountId account) {
        QCoro::connect(findListed(account), this, [](const Outcome &found) {
            if (!found)
                qCInfo(logSync) << "a pasted key could not be looked for:" << toText(found.error().kind);
        });
    });
}

std::shared_ptr<Turns> NetworkRotationService::turnsOf(RotationId rotation)
{
    auto &turns = m_turns[rotation];
    if (!turns)
        turns = std::make_shared<Turns>();
    return turns;
}

Async<NetworkRotationService::Scene> NetworkRotationService::open(RotationId rotation)
{
    auto reading = m_partners.storage.read(
        [rotation](Database &database) { return rotationScene(database, rotation); });
    auto scene = co_await reading;
    if (!scene)
        co_return fail(scene.error());
    if (!scene->rotation.isOpen())
        co_return fail(Error::Kind::NotFound, u"open rotation"_s);
    scene->connector = m_partners.connectorOf(scene->account.gateway);
    if (!scene->connector)
        co_return fail(Error::Kind::NotFound, u"gateway “%1”"_s.arg(scene->account.gateway));
    co_return scene;
}

Async<Done> NetworkRotationService::store(Rotation rotation)
{
    auto storing = m_partners.storage.write(
        [rotation](Database &database) { return storeRotation(database, rotation); });
    const auto stored = co_await storing;
    co_return stored;
}

Async<NetworkRotationService::SharedSecret> NetworkRotationService::readSecret(QString name)
{
    auto reading = m_partners.secrets.read(name);
    auto secret = co_await reading;
    if (!secret)
        co_return fail(secret.error());
    co_return std::make_shared<const Secret>(*std::move(secret));
}

Async<Done> NetworkRotationService::prove(Scene scene, SharedSecret secret)
{
    const auto turns = m_partners.turns.of(scene.account.id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    const KeyLine line{{scene.account, scene.connector, secret}, nullptr};
    auto proving = m_conversation.prove(line, secret);
    const auto proved = co_await proving;
    co_return proved;
}

Async<RotationId> NetworkRotationService::start(KeyId oldKey)
{
    auto reading
        = m_partners.storage.read([oldKey](Database &database) { return sceneBefore(database, oldKey); });
    auto scene = co_await reading;
    if (!scene)
        co_return fail(scene.error());
    const auto connector = m_partners.connectorOf(scene->account.gateway);
    if (!connector || scene->oldKey.goneAt)
        co_return fail(Error::Kind::NotFound, u"key"_s);
    Rotation rotation;
    rotation.account = scene->account.id;
    rotation.oldKey = oldKey;
    rotation.isPasted = !keyControlsOf(*connector, scene->account).createsKeys || !connector->keyManagement();
    rotation.newName = nameAfter(scene->oldKey);
    rotation.newSecretName = randomName();
    rotation.startedAt = m_partners.clock.now();
    auto storing = m_partners.storage.write(
        [rotation](Database &database) { return storeStarted(database, rotation); });
    const auto stored = co_await storing;
    crashPoint("rotation_after_start");
    if (stored)
        Q_EMIT rotationsChanged();
    co_return stored;
}

Async<Done> NetworkRotationService::take(Scene scene)
{
    switch (scene.rotation.step) {
    case RotationStep::Create:
        return create(scene);
    case RotationStep::Save:
        return save(scene);
    case RotationStep::Watch:
    case RotationStep::Disable:
        return disable(scene);
    case RotationStep::Delete:
        return remove(scene);
    default:
        return personsTurn();
    }
}

Async<Done> NetworkRotationService::inTurn(RotationId id, std::function<Async<Done>(Scene)> step)
{
    const auto turns = turnsOf(id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto opening = open(id);
    const auto scene = co_await opening;
    if (!scene)
        co_return fail(scene.error());
    auto doing = step(*scene);
    const auto done = co_await doing;
    Q_EMIT rotationsChanged();
    co_return done;
}

Async<Done> NetworkRotationService::proceed(RotationId id)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    auto doing = inTurn(id, [this](Scene scene) { return take(std::move(scene)); });
    const auto done = co_await doing;
    co_return done;
}

Async<Done> NetworkRotationService::confirmDeployed(RotationId id)
{
    return inTurn(id, [this](Scene scene) { return markDeployed(std::move(scene)); });
}

Async<Done> NetworkRotationService::markDeployed(Scene scene)
{
    auto rotation = scene.rotation;
    if (!rotation.savedAt)
        co_return fail(Error::Kind::InvalidInput, u"the new key is not proved yet"_s);
    if (rotation.step != RotationStep::Deploy) // said before
        co_return Done{};
    rotation.deployedAt = m_partners.clock.now();
    rotation.step = RotationStep::Watch;
    auto storing = store(rotation);
    const auto stored = co_await storing;
    crashPoint("rotation_after_deploy");
    co_return stored;
}

Async<Done> NetworkRotationService::waitUntil(RotationId id, QDateTime moment)
{
    if (!moment.isValid())
        co_return fail(Error::Kind::InvalidInput, u"moment"_s);
    auto doing = inTurn(id, [this, moment](Scene scene) {
        scene.rotation.waitUntil = moment.toUTC();
        return store(scene.rotation);
    });
    const auto done = co_await doing;
    co_return done;
}

Async<Done> NetworkRotationService::cancel(RotationId id)
{
    const auto turns = turnsOf(id);
    auto waiting = turns->take();
    (void)co_await waiting;
    const Turn turn(turns);
    auto opening = open(id);
    const auto scene = co_await opening;
    if (!scene && scene.error().kind != Error::Kind::NotFound)
        co_return fail(scene.error());
    auto ending = scene ? stop(*scene) : endWithout(id);
    const auto ended = co_await ending;
    Q_EMIT rotationsChanged();
    co_return ended;
}

//! Both keys stay as they are. What was begun and not finished does not.
Async<Done> NetworkRotationService::stop(Scene scene)
{
    const auto &rotation = scene.rotation;
    if (rotation.step == RotationStep::Create && rotation.createdAt && !rotation.isPasted) {
        auto clearing = clearUnfinished(scene);
        if (const auto cleared = co_await clearing; !cleared)
            co_return cleared;
    }
    const bool isNobodys = !rotation.newKey && scene.own.secretName != rotation.newSecretName;
    if (isNobodys) {
        auto removing = m_partners.secrets.remove(rotation.newSecretName);
        if (const auto removed = co_await removing; !removed)
            co_return removed;
    }
    auto ending = endWithout(rotation.id);
    const auto ended = co_await ending;
    co_return ended;
}

Async<Done> NetworkRotationService::endWithout(RotationId id)
{
    auto storing = m_partners.storage.write([id, at = m_partners.clock.now()](Database &database) -> Outcome {
        const auto rotation = RotationRepository(database).byId(id);
        if (!rotation)
            return fail(rotation.error());
        if (!rotation->isOpen())
            return fail(Error::Kind::NotFound, u"open rotation"_s);
        return storeEnded(database, *rotation, RotationStep::Cancelled, at);
    });
    const auto stored = co_await storing;
    co_return stored;
}

Async<std::shared_ptr<const Secret>> NetworkRotationService::newSecret(RotationId id)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    auto opening = open(id);
    const auto scene = co_await opening;
    if (!scene)
        co_return fail(scene.error());
    auto reading = readSecret(scene->rotation.newSecretName);
    const auto secret = co_await reading;
    if (!secret)
        co_return fail(secret.error());
    if (m_isLocked) // meanwhile
        co_return fail(Error::Kind::AppLocked);
    auto line = environmentLine(variableOf(scene->connector->displayName()), **secret);
    if (!line)
        co_return fail(line.error());
    co_return std::make_shared<const Secret>(*std::move(line));
}

} // namespace tollkeeper
