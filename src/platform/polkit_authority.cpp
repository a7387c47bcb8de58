// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/polkit_authority.h"

#include "base/log.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QMap>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int SoonMs = 5000;
const auto Dismissed = u"polkit.dismissed"_s;

//! What CheckAuthorization answers: (bba{ss}).
struct Verdict {
    bool isAuthorized = false;
    bool isChallenge = false; //!< a password would do
    QMap<QString, QString> details = {};
};

//! Ourselves, as the system bus knows us; polkit finds our session by it.
QVariant subject(const QDBusConnection &bus)
{
    QDBusArgument argument;
    argument.beginStructure();
    argument << u"system-bus-name"_s << QVariantMap{{u"name"_s, bus.baseService()}};
    argument.endStructure();
    return QVariant::fromValue(argument);
}

QVariant noDetails()
{
    QDBusArgument argument;
    argument.beginMap(QMetaType::fromType<QString>(), QMetaType::fromType<QString>());
    argument.endMap();
    return QVariant::fromValue(argument);
}

Failure failureOf(const QDBusMessage &reply)
{
    qCInfo(logApp).noquote() << "polkit:" << reply.errorName() << reply.errorMessage();
    const bool isUnknownAction = reply.errorName() == "org.freedesktop.PolicyKit1.Error.Failed"_L1;
    return fail(Error::Kind::NotOffered, isUnknownAction ? u"policy"_s : u"polkit"_s);
}

Result<Verdict> verdictIn(const QDBusMessage &reply)
{
    if (reply.type() == QDBusMessage::ErrorMessage)
        return failureOf(reply);
    if (reply.signature() != "(bba{ss})"_L1)
        return fail(Error::Kind::NotOffered, u"polkit"_s);
    Verdict verdict;
    const auto argument = reply.arguments().constFirst().value<QDBusArgument>();
    argument.beginStructure();
    argument >> verdict.isAuthorized >> verdict.isChallenge >> verdict.details;
    argument.endStructure();
    return verdict;
}

} // namespace

void PolkitAuthority::check(Interaction interaction, int timeout, Told told)
{
    const auto bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return told(fail(Error::Kind::NotOffered, u"polkit"_s));
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.PolicyKit1"_s,
        u"/org/freedesktop/PolicyKit1/Authority"_s, u"org.freedesktop.PolicyKit1.Authority"_s,
        u"CheckAuthorization"_s);
    message << subject(bus) << QString::fromLatin1(Action) << noDetails() << static_cast<quint32>(interaction)
            << QString();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, timeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [interaction, told = std::move(told)](QDBusPendingCallWatcher *done) {
            done->deleteLater();
            const auto verdict = verdictIn(done->reply());
            if (!verdict)
                told(fail(verdict.error()));
            else if (verdict->isAuthorized || (verdict->isChallenge && interaction == Interaction::None))
                told(Done{});
            else if (interaction == Interaction::None)
                told(fail(Error::Kind::NotOffered, u"refused"_s));
            else if (verdict->isChallenge) // it would have been asked, had somebody been there to do it
                told(fail(Error::Kind::NotOffered, u"agent"_s));
            else if (verdict->details.contains(Dismissed))
                told(fail(Error::Kind::Cancelled));
            else
                told(fail(Error::Kind::AppLocked));
        });
}

void PolkitAuthority::look(Told told)
{
    check(Interaction::None, SoonMs, std::move(told));
}

void PolkitAuthority::authenticate(Told told)
{
    check(Interaction::Allowed, std::numeric_limits<int>::max(), std::move(told));
}

} // namespace tollkeeper
