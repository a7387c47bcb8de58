// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memory_secret_store.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Async<Secret> MemorySecretStore::read(QString user)
{
    const auto found = m_secrets.find(user);
    if (found == m_secrets.end())
        co_return fail(Error::Kind::SecretMissing, u"nothing kept in memory for this account"_s);
    auto secret = found->second.copy();
    co_return std::move(secret);
}

Async<Done> MemorySecretStore::write(QString user, std::shared_ptr<const Secret> secret)
{
    if (!secret || secret->isEmpty())
        co_return fail(Error::Kind::InvalidInput, u"key is empty"_s);
    m_secrets.insert_or_assign(user, secret->copy());
    co_return Done{};
}

Async<Done> MemorySecretStore::remove(QString user)
{
    m_secrets.erase(user);
    co_return Done{};
}

QString MemorySecretStore::backendName() const
{
    return u"memory"_s;
}

} // namespace tollkeeper
