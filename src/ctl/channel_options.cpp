// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/channel_options.h"

#include "ctl/typed_secret.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! Those that are settings of mail, or how a webhook uses its secret, under their names.
constexpr std::array SettingOptions{"host"_L1, "port"_L1, "security"_L1, "user"_L1, "from"_L1, "to"_L1};

//! One secret, from standard input or a variable; empty where the options name neither. `keptAs` becomes the
//! variable's name.
Result<Secret> secretFrom(
    const QCommandLineParser &options, QLatin1StringView which, bool isPassword, QString &keptAs)
{
    QByteArray typed;
    if (options.isSet(which + "-env"_L1)) {
        const auto variable = options.value(which + "-env"_L1);
        const auto name = variable.toLocal8Bit();
        if (!qEnvironmentVariableIsSet(name.constData()))
            return fail(Error::Kind::InvalidInput, u"there is no environment variable %1"_s.arg(variable));
        typed = qgetenv(name.constData());
        keptAs = u"env:"_s + variable;
    } else if (options.isSet(which + "-stdin"_L1)) {
        typed = readStandardInput();
        keptAs.clear();
    } else {
        return Secret();
    }
    auto secret = isPassword ? Secret::fromPassword(typed) : Secret::fromInput(typed);
    typed.fill('\0');
    return secret;
}

} // namespace

QList<QCommandLineOption> channelOptions()
{
    return {
        {u"name"_s, u"What you call the channel."_s, u"N"_s},
        {u"address-stdin"_s, u"Read the webhook's address from standard input; the keychain keeps it."_s},
        {u"address-env"_s, u"Leave the webhook's address in this environment variable."_s, u"VAR"_s},
        {u"secret-stdin"_s,
            u"Read the signing secret, token or mail password from standard input; the keychain keeps it."_s},
        {u"secret-env"_s, u"Leave that secret in this environment variable."_s, u"VAR"_s},
        {u"secret-use"_s, u"How a webhook uses its secret: signature (default) or bearer."_s, u"U"_s},
        {u"host"_s, u"Mail: the server."_s, u"H"_s},
        {u"port"_s, u"Mail: its port; 587, 465 with tls."_s, u"P"_s},
        {u"security"_s, u"Mail: starttls (default), tls or none."_s, u"S"_s},
        {u"allow-plain"_s, u"Mail: security none is meant, although the server is another machine."_s},
        {u"user"_s, u"Mail: user to log in as."_s, u"U"_s},
        {u"from"_s, u"Mail: address of the sender."_s, u"A"_s},
        {u"to"_s, u"Mail: addresses of the recipients, with commas."_s, u"A,…"_s},
        {u"on"_s, u"Switch it on."_s},
        {u"off"_s, u"Switch it off; nothing is sent over it."_s},
    };
}

QString channelKindsText()
{
    return u"webhook, slack, feishu, dingtalk, wecom, mail"_s;
}

void applyOptions(const QCommandLineParser &options, Channel &channel)
{
    if (options.isSet(u"name"_s))
        channel.name = options.value(u"name"_s);
    for (const auto name : SettingOptions) {
        if (options.isSet(name))
            channel.settings.insert(name, options.value(name));
    }
    if (options.isSet(u"secret-use"_s))
        channel.settings.insert(u"secret_use"_s, options.value(u"secret-use"_s));
    if (options.isSet(u"allow-plain"_s))
        channel.settings.insert(u"allow_plain"_s, u"yes"_s);
    if (options.isSet(u"on"_s))
        channel.isOn = true;
    if (options.isSet(u"off"_s))
        channel.isOn = false;
}

Result<ChannelSecrets> secretsFrom(const QCommandLineParser &options, Channel &channel)
{
    if (options.isSet(u"address-stdin"_s) && options.isSet(u"secret-stdin"_s))
        return fail(Error::Kind::InvalidInput,
            u"only one of address and secret can come by standard input; give the other by a variable, or "
            u"with "
            u"a second command"_s);
    auto address = secretFrom(options, "address"_L1, false, channel.addressSecretName);
    if (!address)
        return fail(address.error());
    auto secret = secretFrom(options, "secret"_L1, channel.kind == ChannelKind::Mail, channel.secretName);
    if (!secret)
        return fail(secret.error());
    return ChannelSecrets{*std::move(address), *std::move(secret)};
}

} // namespace tollkeeper::ctl
