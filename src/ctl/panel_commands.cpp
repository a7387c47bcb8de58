// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"

#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr qint64 LongestPassword = 64 * 1024;

//! The password from standard input; never from an argument or the environment, which other processes could
//! read.
Result<std::shared_ptr<const Secret>> passwordFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(Error::Kind::InvalidInput, u"standard input cannot be read"_s);
    auto typed = input.read(LongestPassword);
    auto password = Secret::fromPassword(typed);
    typed.fill('\0');
    if (!password)
        return fail(password.error());
    return std::make_shared<const Secret>(*std::move(password));
}

Exit logIn(const Call &call)
{
    const auto &options = call.options;
    if (call.arguments.size() != 1)
        return reportUsage(u"account login needs the name of one account."_s);
    if (!options.isSet(u"user"_s) || !options.isSet(u"password-stdin"_s))
        return reportUsage(u"account login needs --user and, on standard input, --password-stdin."_s);
    const auto account = accountNamed(call.engine, call.arguments.constFirst());
    if (!account)
        return report(call.mode, account.error());
    auto password = passwordFromInput();
    if (!password)
        return report(call.mode, password.error());
    const auto loggedIn = wait(call.engine.gateways().logIn(account->id,
        {options.value(u"user"_s), *std::move(password),
            options.value(u"totp"_s).simplified().remove(u' ')}));
    if (!loggedIn)
        return report(call.mode, loggedIn.error());
    if (call.mode.json)
        printJson({{u"name"_s, account->name}, {u"panel_user"_s, options.value(u"user"_s)},
            {u"panel"_s, toText(PanelState::LoggedIn)}});
    printLine(call.mode,
        u"Logged in for “%1”. The session is in the %2; the password is kept nowhere."_s.arg(
            account->name, call.engine.gateways().keychainName()));
    return Exit::Done;
}

Exit logOut(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"account logout needs the name of one account."_s);
    const auto account = accountNamed(call.engine, call.arguments.constFirst());
    if (!account)
        return report(call.mode, account.error());
    const auto loggedOut = wait(call.engine.gateways().logOut(account->id));
    if (!loggedOut)
        return report(call.mode, loggedOut.error());
    if (call.mode.json)
        printJson({{u"name"_s, account->name}, {u"panel"_s, toText(PanelState::None)}});
    printLine(call.mode, u"Logged out of “%1”. What the login told stays."_s.arg(account->name));
    return Exit::Done;
}

} // namespace

QList<Command> panelCommands()
{
    const QList<QCommandLineOption> options{
        {u"user"_s, u"E-mail address of the login."_s, u"E-MAIL"_s},
        {u"password-stdin"_s, u"Read the password from standard input; it is never stored."_s},
        {u"totp"_s, u"The code of the second factor, where the panel asks for one."_s, u"CODE"_s},
    };
    return {
        {u"account login"_s, u"Log in at the gateway's panel, which tells every key and request."_s,
            u"NAME"_s, Needs::Writing, options, logIn},
        {u"account logout"_s, u"End the panel login; the key goes on alone."_s, u"NAME"_s, Needs::Writing, {},
            logOut},
    };
}

} // namespace tollkeeper::ctl
