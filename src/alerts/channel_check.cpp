// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channel_check.h"

#include "alerts/channels/mail_sender.h"
#include "net/mail_check.h"
#include "net/secret_address.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestName = 80;

Failure wrong(const QString &sentence)
{
    return fail(Error::Kind::InvalidInput, sentence);
}

bool isBuiltIn(ChannelKind kind)
{
    return kind == ChannelKind::Desktop || kind == ChannelKind::Tray;
}

const Channel *storedOf(const Channel &channel, const QList<Channel> &others)
{
    const auto found = std::find_if(
        others.cbegin(), others.cend(), [&](const Channel &other) { return other.id == channel.id; });
    return channel.id.isValid() && found != others.cend() ? &*found : nullptr;
}

//! The sentence for a part that net/ refuses.
QString sentenceFor(const QString &part)
{
    if (part == u"http")
        return u"the address must begin with https://; http is for this machine alone"_s;
    if (part == u"url: user info")
        return u"the address must not carry a user name or password"_s;
    if (part == u"mail server")
        return u"the mail server needs a host name and a port from 1 to 65535"_s;
    if (part == u"mail without TLS")
        return u"mail would leave this machine in clear text; choose tls or starttls, or allow it explicitly"_s;
    if (part == u"sender")
        return u"“from” needs one e-mail address such as alerts@example.com"_s;
    if (part == u"recipient")
        return u"“to” needs e-mail addresses with commas between them"_s;
    if (part == u"user")
        return u"the user name must be one line"_s;
    return u"the address must begin with https://"_s;
}

Result<Channel> checkedMail(Channel channel, const ChannelSecrets &secrets)
{
    auto &settings = channel.settings;
    for (auto &value : settings)
        value = value.trimmed();
    const auto security = settings.value(u"security"_s, u"starttls"_s);
    if (security != u"tls" && security != u"starttls" && security != u"none")
        return wrong(u"the mail server's security is tls, starttls or none"_s);
    settings.insert(u"security"_s, security);
    if (settings.value(u"port"_s).isEmpty())
        settings.insert(u"port"_s, security == u"tls" ? u"465"_s : security == u"none" ? u"25"_s : u"587"_s);
    const auto mail = mailFrom(settings);
    if (const auto checked = checkMail(mail); !checked)
        return wrong(sentenceFor(checked.error().detail));
    const bool hasPassword = !secrets.secret.isEmpty() || !channel.secretName.isEmpty();
    if (!mail.user.isEmpty() && !hasPassword)
        return wrong(u"the mail user needs a password"_s);
    channel.hint = u"%1:%2"_s.arg(mail.host).arg(mail.port);
    return channel;
}

Result<Channel> checkedWebhook(Channel channel, const ChannelSecrets &secrets, const Channel *stored)
{
    const auto use = channel.settings.value(u"secret_use"_s);
    if (!use.isEmpty() && use != u"bearer" && use != u"signature")
        return wrong(u"the secret is used as bearer or signature"_s);
    if (secrets.address.isEmpty()) {
        if (channel.addressSecretName.isEmpty() || !stored)
            return wrong(u"the channel needs the address of its webhook"_s);
        channel.hint = stored->hint;
        return channel;
    }
    const auto host = hostOf(secrets.address);
    if (!host)
        return wrong(sentenceFor(host.error().detail));
    channel.hint = *host;
    return channel;
}

} // namespace

Result<Channel> checkedChannel(Channel channel, const ChannelSecrets &secrets, const QList<Channel> &others)
{
    const auto *stored = storedOf(channel, others);
    if (channel.id.isValid() && !stored)
        return fail(Error::Kind::NotFound, u"channel"_s);
    if (stored && stored->kind != channel.kind)
        return wrong(u"a channel keeps its kind; add another one"_s);
    if (!stored && isBuiltIn(channel.kind))
        return wrong(u"there is one channel of this kind already"_s);
    channel.name = channel.name.simplified();
    if (channel.name.isEmpty() || channel.name.size() > LongestName)
        return wrong(u"the name needs 1 to %1 characters"_s.arg(LongestName));
    for (const auto &other : others) {
        if (other.id != channel.id && other.name == channel.name)
            return wrong(u"a channel named “%1” exists already"_s.arg(channel.name));
    }
    if (stored) { // where nothing else is said, secrets stay where they are
        if (channel.addressSecretName.isEmpty())
            channel.addressSecretName = stored->addressSecretName;
        if (channel.secretName.isEmpty())
            channel.secretName = stored->secretName;
    }
    if (isBuiltIn(channel.kind))
        return channel;
    return channel.kind == ChannelKind::Mail ? checkedMail(channel, secrets)
                                             : checkedWebhook(channel, secrets, stored);
}

} // namespace tollkeeper
