// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/watched_secret_store.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

WatchedSecretStore::WatchedSecretStore(SecretStore &other, Notes notes, QObject *parent)
    : SecretStore(parent), m_other(other), m_notes(std::move(notes))
{
    connect(&other, &SecretStore::waiting, this, &SecretStore::waiting);
}

void WatchedSecretStore::note(const QString &user)
{
    if (m_notes.backendOf(user) != backendName())
        m_notes.note(user, backendName());
}

Async<Secret> WatchedSecretStore::read(QString user)
{
    auto reading = m_other.read(user);
    auto secret = co_await reading;
    if (secret) {
        note(user);
        co_return std::move(secret);
    }
    const auto before = m_notes.backendOf(user);
    if (secret.error().kind == Error::Kind::SecretMissing && !before.isEmpty() && before != backendName())
        co_return fail(Error::Kind::KeychainMissing, before + u" → "_s + backendName());
    co_return std::move(secret);
}

Async<Done> WatchedSecretStore::write(QString user, std::shared_ptr<const Secret> secret)
{
    auto writing = m_other.write(user, std::move(secret));
    const auto written = co_await writing;
    if (written)
        note(user);
    co_return written;
}

Async<Done> WatchedSecretStore::remove(QString user)
{
    auto removing = m_other.remove(user);
    const auto removed = co_await removing;
    if (removed)
        m_notes.note(user, {});
    co_return removed;
}

} // namespace tollkeeper
