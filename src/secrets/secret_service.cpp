// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_service.h"

#include "secrets/one_shot.h"
#include "secrets/secret_prompt.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

namespace {

using Attributes = QMap<QString, QString>;

const auto Service = u"org.freedesktop.secrets"_s;
const auto ServicePath = u"/org/freedesktop/secrets"_s;
const auto ServiceInterface = u"org.freedesktop.Secret.Service"_s;
const auto Nothing = u"/"_s; // how the specification writes "no object"

OneShot<QDBusMessage> send(const QDBusMessage &message, std::chrono::milliseconds limit)
{
    OneShot<QDBusMessage> reply;
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        reply.give(message.createErrorReply(QDBusError::NoServer, u"there is no session bus"_s));
        return reply;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, int(limit.count())));
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, watcher, [reply](QDBusPendingCallWatcher *done) {
            done->deleteLater();
            reply.give(done->reply());
        });
    return reply;
}

Failure failureOf(const QDBusMessage &reply)
{
    const auto detail = reply.errorName() + u": "_s + reply.errorMessage();
    switch (QDBusError(reply).type()) {
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
    case QDBusError::ServiceUnknown:
        return fail(Error::Kind::KeychainMissing, detail);
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return fail(Error::Kind::KeychainWaiting, detail);
    case QDBusError::AccessDenied:
        return fail(Error::Kind::KeychainDenied, detail);
    default:
        break;
    }
    // The bus knows a service file, but what it names does not start.
    const bool isNotStarted = reply.errorName().startsWith("org.freedesktop.DBus.Error.Spawn."_L1)
        || reply.errorName() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1;
    return fail(isNotStarted ? Error::Kind::KeychainMissing : Error::Kind::KeychainFailed, detail);
}

Result<QVariantList> argumentsOf(const QDBusMessage &reply, QStringView signature)
{
    if (reply.type() == QDBusMessage::ErrorMessage)
        return failureOf(reply);
    if (reply.signature() != signature)
        return fail(Error::Kind::KeychainFailed, u"the Secret Service answered with "_s + reply.signature());
    return reply.arguments();
}

QString pathIn(const QVariant &argument)
{
    return argument.value<QDBusObjectPath>().path();
}

qsizetype countIn(const QVariant &argument)
{
    return qdbus_cast<QList<QDBusObjectPath>>(argument).size();
}

// The questions: plain functions, because a coroutine must not build lists in braces.

OneShot<QDBusMessage> askForDefaultCollection(std::chrono::milliseconds limit)
{
    auto message = QDBusMessage::createMethodCall(Service, ServicePath, ServiceInterface, u"ReadAlias"_s);
    message << u"default"_s;
    return send(message, limit);
}

OneShot<QDBusMessage> askWhetherLocked(const QString &collection, std::chrono::milliseconds limit)
{
    auto message
        = QDBusMessage::createMethodCall(Service, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    return send(message, limit);
}

//! The schema is part of the question, as it is in libsecret's: other programs also store a server and a
//! user.
OneShot<QDBusMessage> askForItems(const QString &server, const QString &user, std::chrono::milliseconds limit)
{
    qDBusRegisterMetaType<Attributes>();
    const Attributes attributes{
        {u"server"_s, server}, {u"user"_s, user}, {u"xdg:schema"_s, u"org.qt.keychain"_s}};
    auto message = QDBusMessage::createMethodCall(Service, ServicePath, ServiceInterface, u"SearchItems"_s);
    message << QVariant::fromValue(attributes);
    return send(message, limit);
}

OneShot<QDBusMessage> askToUnlock(const QString &collection, std::chrono::milliseconds limit)
{
    const QList<QDBusObjectPath> collections{QDBusObjectPath(collection)};
    auto message = QDBusMessage::createMethodCall(Service, ServicePath, ServiceInterface, u"Unlock"_s);
    message << QVariant::fromValue(collections);
    return send(message, limit);
}

OneShot<QDBusMessage> askBus(
    const QString &method, const QVariantList &arguments, std::chrono::milliseconds limit)
{
    auto message = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
    message.setArguments(arguments);
    return send(message, limit);
}

OneShot<QDBusMessage> askForOwner(const QString &name, std::chrono::milliseconds limit)
{
    return askBus(u"NameHasOwner"_s, {name}, limit);
}

OneShot<QDBusMessage> askForActivatable(std::chrono::milliseconds limit)
{
    return askBus(u"ListActivatableNames"_s, {}, limit);
}

Async<QString> defaultCollection(std::chrono::milliseconds limit)
{
    auto asking = askForDefaultCollection(limit);
    const auto reply = co_await asking;
    const auto arguments = argumentsOf(reply, u"o");
    if (!arguments)
        co_return fail(arguments.error());
    co_return pathIn(arguments->constFirst());
}

Async<bool> isLocked(QString collection, std::chrono::milliseconds limit)
{
    auto asking = askWhetherLocked(collection, limit);
    const auto reply = co_await asking;
    const auto arguments = argumentsOf(reply, u"v");
    if (!arguments)
        co_return fail(arguments.error());
    co_return arguments->constFirst().value<QDBusVariant>().variant().toBool();
}

} // namespace

Async<EntryFacts> lookForEntry(QString server, QString user, std::chrono::milliseconds limit)
{
    EntryFacts facts;
    auto asking = defaultCollection(limit);
    const auto collection = co_await asking;
    if (!collection)
        co_return fail(collection.error());

    facts.hasDefaultCollection = *collection != Nothing;
    if (facts.hasDefaultCollection) {
        auto askingLock = isLocked(*collection, limit);
        const auto locked = co_await askingLock;
        if (!locked)
            co_return fail(locked.error());
        facts.isLocked = *locked;
    }

    auto searching = askForItems(server, user, limit);
    const auto reply = co_await searching;
    const auto found = argumentsOf(reply, u"aoao");
    if (!found)
        co_return fail(found.error());
    facts.openItems = countIn(found->at(0));
    facts.lockedItems = countIn(found->at(1));
    co_return facts;
}

Async<Done> unlockDefaultCollection(std::chrono::milliseconds limit)
{
    auto asking = defaultCollection(limit);
    const auto collection = co_await asking;
    if (!collection)
        co_return fail(collection.error());
    if (*collection == Nothing)
        co_return Done{};

    auto unlocking = askToUnlock(*collection, limit);
    const auto reply = co_await unlocking;
    const auto unlocked = argumentsOf(reply, u"aoo");
    if (!unlocked)
        co_return fail(unlocked.error());

    const auto prompt = pathIn(unlocked->at(1));
    if (prompt != Nothing) {
        auto prompting = SecretPrompt::show(prompt, limit);
        const auto answer = co_await prompting;
        if (!answer)
            co_return fail(answer.error());
    }

    auto askingLock = isLocked(*collection, limit);
    const auto locked = co_await askingLock;
    if (!locked)
        co_return fail(locked.error());
    if (*locked)
        co_return fail(Error::Kind::KeychainLocked, u"the keyring was not unlocked"_s);
    co_return Done{};
}

Async<bool> isOnSessionBus(QString name, std::chrono::milliseconds limit)
{
    auto asking = askForOwner(name, limit);
    const auto reply = co_await asking;
    const auto owned = argumentsOf(reply, u"b");
    if (!owned)
        co_return fail(owned.error());
    if (owned->constFirst().toBool())
        co_return true;

    auto listing = askForActivatable(limit);
    const auto list = co_await listing;
    const auto names = argumentsOf(list, u"as");
    if (!names)
        co_return fail(names.error());
    co_return names->constFirst().toStringList().contains(name);
}

} // namespace tollkeeper
