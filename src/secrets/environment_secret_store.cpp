// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/environment_secret_store.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Prefix = "env:"_L1;

Result<Secret> fromEnvironment(const QString &user)
{
    const auto name = user.mid(Prefix.size()).toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData()))
        return fail(
            Error::Kind::SecretMissing, u"environment variable %1"_s.arg(QString::fromLocal8Bit(name)));
    return Secret::fromInput(qgetenv(name.constData()));
}

} // namespace

EnvironmentSecretStore::EnvironmentSecretStore(SecretStore &other, QObject *parent)
    : SecretStore(parent), m_other(other)
{
    connect(&m_other, &SecretStore::waiting, this, &SecretStore::waiting);
}

Async<Secret> EnvironmentSecretStore::read(QString user)
{
    if (user.startsWith(Prefix)) {
        auto secret = fromEnvironment(user);
        co_return secret;
    }
    auto reading = m_other.read(user);
    auto secret = co_await reading;
    co_return secret;
}

Async<Done> EnvironmentSecretStore::write(QString user, std::shared_ptr<const Secret> secret)
{
    if (user.startsWith(Prefix))
        co_return fail(Error::Kind::InvalidInput, u"an environment variable is never written"_s);
    auto writing = m_other.write(user, secret);
    const auto written = co_await writing;
    co_return written;
}

Async<Done> EnvironmentSecretStore::remove(QString user)
{
    if (user.startsWith(Prefix))
        co_return Done{};
    auto removing = m_other.remove(user);
    const auto removed = co_await removing;
    co_return removed;
}

} // namespace tollkeeper
