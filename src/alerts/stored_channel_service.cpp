// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_channel_service.h"

#include "alerts/channel_check.h"
#include "base/log.h"
#include "storage/channel_repository.h"

#include <QCoroFuture>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto VariablePrefix = "env:"_L1; // as EnvironmentSecretStore reads it

bool isVariable(const QString &name)
{
    return name.startsWith(VariablePrefix);
}

std::shared_ptr<const Secret> shared(Secret secret)
{
    return std::make_shared<const Secret>(std::move(secret));
}

//! Those of `names` that are entries of the keychain and that a channel no longer has.
QStringList without(const QStringList &names, const Channel &channel)
{
    QStringList gone;
    for (const auto &name : names) {
        if (!name.isEmpty() && !isVariable(name) && name != channel.addressSecretName
            && name != channel.secretName)
            gone.append(name);
    }
    return gone;
}

} // namespace

StoredChannelService::StoredChannelService(Storage &storage, SecretStore &secrets, ChannelSender &sender,
    const Clock &clock, TestWording wording, QObject *parent)
    : ChannelService(parent)
    , m_storage(storage)
    , m_secrets(secrets)
    , m_sender(sender)
    , m_clock(clock)
    , m_wording(std::move(wording))
{
}

Async<QList<Channel>> StoredChannelService::channels()
{
    auto reading = m_storage.read([](Database &database) { return ChannelRepository(database).all(); });
    auto channels = co_await reading;
    co_return channels;
}

Async<Channel> StoredChannelService::byId(ChannelId channel)
{
    auto reading = channels();
    const auto all = co_await reading;
    if (!all)
        co_return fail(all.error());
    for (const auto &one : *all) {
        if (one.id == channel)
            co_return one;
    }
    co_return fail(Error::Kind::NotFound, u"channel"_s);
}

Async<QString> StoredChannelService::keep(QString name, std::shared_ptr<const Secret> secret)
{
    if (secret->isEmpty() || isVariable(name))
        co_return name;
    auto fresh = u"channel-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto writing = m_secrets.write(fresh, secret);
    if (const auto written = co_await writing; !written)
        co_return fail(written.error());
    co_return fresh;
}

Async<Done> StoredChannelService::forget(QStringList names)
{
    for (const auto &name : names) {
        auto removing = m_secrets.remove(name);
        if (const auto removed = co_await removing; !removed)
            qCWarning(logAlerts) << "an entry of the keychain that no channel uses stays:"
                                 << toText(removed.error().kind);
    }
    co_return Done{};
}

Async<ChannelId> StoredChannelService::save(Channel channel, ChannelSecrets secrets)
{
    auto reading = channels();
    const auto others = co_await reading;
    if (!others)
        co_return fail(others.error());
    auto checked = checkedChannel(channel, secrets, *others);
    if (!checked)
        co_return fail(checked.error());
    QStringList before;
    for (const auto &other : *others) {
        if (other.id == checked->id)
            before = {other.addressSecretName, other.secretName};
    }
    auto keepingAddress = keep(checked->addressSecretName, shared(std::move(secrets.address)));
    const auto address = co_await keepingAddress;
    if (!address)
        co_return fail(address.error());
    checked->addressSecretName = *address;
    auto keepingSecret = keep(checked->secretName, shared(std::move(secrets.secret)));
    const auto secret = co_await keepingSecret;
    checked->secretName = secret.value_or(QString());
    Result<ChannelId> stored = secret ? Result<ChannelId>(ChannelId()) : fail(secret.error());
    if (secret) {
        auto storing = m_storage.write(
            [row = *checked](Database &database) { return ChannelRepository(database).save(row); });
        stored = co_await storing;
    }
    // Either the old entries are no longer named, or the new ones never were.
    const QStringList fresh{checked->addressSecretName, checked->secretName};
    auto previous = *checked;
    previous.addressSecretName = before.value(0);
    previous.secretName = before.value(1);
    const auto unused = stored ? without(before, *checked) : without(fresh, previous);
    auto forgetting = forget(unused);
    (void)co_await forgetting;
    if (stored)
        Q_EMIT channelsChanged();
    co_return stored;
}

Async<Done> StoredChannelService::remove(ChannelId channel)
{
    auto reading = byId(channel);
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    if (known->kind == ChannelKind::Desktop || known->kind == ChannelKind::Tray)
        co_return fail(
            Error::Kind::InvalidInput, u"notifications and the tray icon can be switched off, not removed"_s);
    const auto names = without({known->addressSecretName, known->secretName}, Channel());
    for (const auto &name : names) {
        auto removing = m_secrets.remove(name);
        if (const auto removed = co_await removing; !removed)
            co_return fail(removed.error());
    }
    auto storing = m_storage.write(
        [channel](Database &database) { return ChannelRepository(database).remove(channel); });
    const auto stored = co_await storing;
    if (stored)
        Q_EMIT channelsChanged();
    co_return stored;
}

Async<Receipt> StoredChannelService::test(ChannelId channel)
{
    auto reading = byId(channel);
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    auto message = m_wording(*known);
    message.isTest = true;
    message.raisedAt = m_clock.now();
    auto sending = m_sender.send(*known, message, 0);
    auto receipt = co_await sending;
    co_return receipt;
}

} // namespace tollkeeper
