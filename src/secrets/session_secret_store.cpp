// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/session_secret_store.h"

namespace tollkeeper {

SessionSecretStore::SessionSecretStore(SecretStore &other, QObject *parent)
    : SecretStore(parent), m_other(other)
{
    connect(&other, &SecretStore::waiting, this, &SecretStore::waiting);
}

SecretStore &SessionSecretStore::storeOf(const QString &user)
{
    if (user.startsWith(Prefix))
        return m_session;
    return m_other;
}

Async<Secret> SessionSecretStore::read(QString user)
{
    return storeOf(user).read(user);
}

Async<Done> SessionSecretStore::write(QString user, std::shared_ptr<const Secret> secret)
{
    return storeOf(user).write(user, std::move(secret));
}

Async<Done> SessionSecretStore::remove(QString user)
{
    return storeOf(user).remove(user);
}

} // namespace tollkeeper
