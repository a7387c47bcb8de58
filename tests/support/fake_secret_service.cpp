// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_secret_service.h"

#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto Connection = u"fake secret service"_s;
const auto Collection = u"/org/freedesktop/secrets/collection/fake"_s;

} // namespace

FakeSecretService::FakeSecretService(Mood mood)
    : m_mood(mood), m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, Connection))
{
    m_isThere = m_bus.registerVirtualObject(u"/org/freedesktop/secrets"_s, this, QDBusConnection::SubPath)
        && m_bus.registerService(u"org.freedesktop.secrets"_s);
}

FakeSecretService::~FakeSecretService()
{
    m_bus.unregisterService(u"org.freedesktop.secrets"_s);
    m_bus.unregisterObject(u"/org/freedesktop/secrets"_s, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(Connection);
}

QString FakeSecretService::introspect(const QString &) const
{
    return {};
}

bool FakeSecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &bus)
{
    m_calls.append(message.member());
    message.setDelayedReply(true);
    if (m_mood == Mood::Refusing)
        return bus.send(message.createErrorReply(QDBusError::AccessDenied, u"not for you"_s));
    if (m_mood == Mood::Silent)
        return true;

    const QList<QDBusObjectPath> one{QDBusObjectPath(Collection + u"/1"_s)};
    const QList<QDBusObjectPath> none;
    if (message.member() == "ReadAlias"_L1)
        return bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(Collection))));
    if (message.member() == "SearchItems"_L1)
        return bus.send(message.createReply({QVariant::fromValue(one), QVariant::fromValue(none)}));
    if (message.member() == "Get"_L1)
        return bus.send(message.createReply(QVariant::fromValue(QDBusVariant(false))));
    return true;
}
