// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"
#include "sync/network_key_service.h"
#include "sync/secret_notes.h"

#include <QCoroFuture>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

// How new keys come: the part of NetworkKeyService that makes them.

namespace tollkeeper {
namespace {

QByteArray randomName()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

Result<KeyId> storeMade(Database &database, AccountId account, const MadeKey &made, const QString &secretName,
    const QDateTime &at)
{
    return database.inTransaction([&]() -> Result<KeyId> {
        KeyRepository keys(database);
        auto id = keys.apply(account, made.facts, at);
        if (!id)
            return id;
        if (auto set = keys.setSecret(*id, secretName, made.secretMasked, made.secretFingerprint); !set)
            return fail(set.error());
        if (auto noted = noteSecret(database, *id, KeyEvent::What::SecretStored, at); !noted)
            return fail(noted.error());
        return id;
    });
}

} // namespace

Async<KeyId> NetworkKeyService::create(AccountId account, KeyDraft draft)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    draft.name = draft.name.simplified();
    if (draft.name.isEmpty())
        co_return fail(Error::Kind::InvalidInput, u"name"_s);
    auto reading = keysNamed(account, draft.name);
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    const auto begun = m_partners.clock.now();
    auto making = makeInTurn(account, draft);
    const auto made = co_await making;
    if (made.mayBeLeft) {
        auto clearing = m_strays.clear(StrayKeys::Search{account, draft.name, begun, *known});
        (void)co_await clearing;
    }
    if (made.key)
        Q_EMIT keysChanged();
    co_return made.key;
}

Async<QList<KeyId>> NetworkKeyService::keysNamed(AccountId account, QString name)
{
    auto reading = m_partners.storage.read([](Database &database) { return KeyRepository(database).all(); });
    const auto keys = co_await reading;
    if (!keys)
        co_return fail(keys.error());
    QList<KeyId> named;
    for (const auto &key : *keys) {
        if (key.account == account && key.name == name)
            named.append(key.id);
    }
    co_return named;
}

Async<KeyLine> NetworkKeyService::openToMake(AccountId account)
{
    auto opening = openKeyLine(m_partners, account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    const auto creates = [](const KeyControls &controls) { return controls.createsKeys; };
    if (!creates(line->controls()) || !line->connector->keyManagement())
        co_return fail(notOffered(*line->connector, creates));
    co_return line;
}

QCoro::Task<NetworkKeyService::Created> NetworkKeyService::makeInTurn(AccountId account, KeyDraft draft)
{
    auto waiting = m_partners.turns.of(account)->take();
    (void)co_await waiting;
    const Turn turn(m_partners.turns.of(account));
    auto opening = openToMake(account);
    const auto line = co_await opening;
    if (!line) {
        Created failed{fail(line.error())};
        co_return failed;
    }
    const auto secretName = QString::fromLatin1(randomName());
    auto making = m_maker.make(*line, draft, randomName(), secretName);
    const auto made = co_await making;
    if (!made.key) {
        Created failed{fail(made.key.error()), made.mayBeLeft};
        co_return failed;
    }
    auto keeping = keep(*line, *made.key, secretName);
    const auto created = co_await keeping;
    co_return created;
}

QCoro::Task<NetworkKeyService::Created> NetworkKeyService::keep(
    KeyLine line, MadeKey made, QString secretName)
{
    auto storing = m_partners.storage.write(
        [account = line.account.id, made, secretName, at = m_partners.clock.now()](
            Database &database) { return storeMade(database, account, made, secretName, at); });
    const auto stored = co_await storing;
    Created created{stored};
    if (!created.key) { // nothing may be half there
        auto undoing = m_maker.unmake(line, made.facts.remoteId, secretName);
        const auto undone = co_await undoing;
        created.mayBeLeft = !undone;
    }
    co_return created;
}

} // namespace tollkeeper
