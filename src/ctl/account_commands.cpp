// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/typed_secret.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! The key from standard input or from the named variable; never from an argument, which every process could
//! read.
Result<std::shared_ptr<const Secret>> keyFrom(const QCommandLineParser &options)
{
    if (!options.isSet(u"key-env"_s))
        return typedSecret();
    const auto name = options.value(u"key-env"_s).toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData()))
        return fail(Error::Kind::InvalidInput,
            u"there is no environment variable %1"_s.arg(options.value(u"key-env"_s)));
    auto typed = qgetenv(name.constData());
    auto key = Secret::fromInput(typed);
    typed.fill('\0');
    if (!key)
        return fail(key.error());
    return std::make_shared<const Secret>(*std::move(key));
}

QJsonObject reportJson(const QString &name, const ConnectionReport &report)
{
    return {{u"name"_s, name}, {u"role"_s, toText(report.role)}, {u"keys"_s, toJson(report.keys)},
        {u"models"_s, toJson(report.models)}, {u"balance"_s, toJson(report.balance)},
        {u"tells_spend"_s, report.tellsSpend}};
}

QString keyText(KeyRole role)
{
    switch (role) {
    case KeyRole::Management:
        return u"; its key is a management key"_s;
    case KeyRole::Ordinary:
        return u"; its key is an ordinary key"_s;
    case KeyRole::Unknown:
        break;
    }
    return {};
}

QString kindsText()
{
    QStringList names;
    for (const auto &kind : gatewayKinds())
        names.append(QString::fromLatin1(kind.name));
    return names.join(u", "_s);
}

Exit add(const Call &call)
{
    const auto &options = call.options;
    if (!options.isSet(u"gateway"_s) || !options.isSet(u"name"_s))
        return reportUsage(u"account add needs --gateway (%1) and --name."_s.arg(kindsText()));
    if (options.isSet(u"key-stdin"_s) == options.isSet(u"key-env"_s))
        return reportUsage(u"account add needs the key by --key-stdin or by --key-env VAR, one of them."_s);
    auto key = keyFrom(options);
    if (!key)
        return report(call.mode, key.error());
    NewAccount draft{options.value(u"gateway"_s), options.value(u"name"_s),
        QUrl(options.value(u"base-url"_s), QUrl::StrictMode), options.value(u"key-env"_s)};
    if (options.isSet(u"management"_s)) {
        const auto tested = wait(call.engine.gateways().test(draft, *key));
        if (tested && tested->role != KeyRole::Management)
            return report(call.mode,
                {.kind = Error::Kind::InvalidInput,
                    .detail = u"the gateway says that this is no management key"_s});
    }
    const auto added = wait(call.engine.gateways().add(draft, *key));
    if (!added)
        return report(call.mode, added.error());
    if (call.mode.json)
        printJson({{u"name"_s, draft.name}, {u"gateway"_s, draft.gateway},
            {u"key_kept_in"_s, draft.keyVariable.isEmpty() ? u"keychain"_s : u"environment"_s}});
    printLine(call.mode,
        u"Added “%1”. Its key is in %2."_s.arg(draft.name,
            draft.keyVariable.isEmpty() ? u"the "_s + call.engine.gateways().keychainName()
                                        : u"the environment variable "_s + draft.keyVariable));
    return Exit::Done;
}

Exit list(const Call &call)
{
    const auto accounts = allAccounts(call.engine);
    if (!accounts)
        return report(call.mode, accounts.error());
    QJsonArray rows;
    QList<QStringList> table{{u"ACCOUNT"_s, u"GATEWAY"_s, u"STATE"_s, u"AS OF"_s, u"KEY"_s}};
    for (const auto &account : *accounts) {
        const auto health = wait(call.engine.storage().read(
            [id = account.id](Database &database) { return AccountRepository(database).health(id); }));
        if (!health)
            return report(call.mode, health.error());
        rows.append(QJsonObject{{u"name"_s, account.name}, {u"gateway"_s, account.gateway},
            {u"base_url"_s, account.baseUrl.toString()}, {u"role"_s, toText(account.role)},
            {u"key"_s, account.maskedKey}, {u"state"_s, toText(health->state)},
            {u"fetched_at"_s, toJson(health->fetchedAt)}, {u"tells_spend"_s, account.tellsSpend},
            {u"panel"_s, toText(account.panel())},
            {u"panel_user"_s, account.panelUser.isEmpty() ? QJsonValue() : QJsonValue(account.panelUser)},
            {u"error"_s, health->problem ? QJsonValue(toJson(*health->problem)) : QJsonValue()}});
        auto state = QString(toText(health->state));
        if (account.panel() == PanelState::LoginNeeded)
            state += u", panel login needed"_s;
        table.append({account.name, account.gateway, state,
            health->fetchedAt ? utcText(*health->fetchedAt) : u"never"_s, account.maskedKey});
    }
    if (call.mode.json)
        printJson({{u"accounts"_s, rows}});
    printTable(call.mode, table, {false, false, false, false, false});
    return Exit::Done;
}

//! Another key for the same account, when the old one is lost, replaced or lies in another keychain.
Exit replaceKey(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"account key needs the name of one account, and the key on standard input."_s);
    const auto account = accountNamed(call.engine, call.arguments.constFirst());
    if (!account)
        return report(call.mode, account.error());
    const auto key = typedSecret();
    if (!key)
        return report(call.mode, key.error());
    const auto tested = wait(call.engine.gateways().replaceKey(account->id, *key, SecretPlace::Keychain));
    if (!tested)
        return report(call.mode, tested.error());
    if (call.mode.json)
        printJson(reportJson(account->name, *tested));
    printLine(call.mode,
        u"“%1” is asked with the new key. It is in the %2."_s.arg(
            account->name, call.engine.gateways().keychainName()));
    return Exit::Done;
}

Exit test(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"account test needs the name of one account."_s);
    const auto account = accountNamed(call.engine, call.arguments.constFirst());
    if (!account)
        return report(call.mode, account.error());
    const auto tested = wait(call.engine.gateways().testStored(account->id));
    if (!tested) {
        const auto exit = report(call.mode, tested.error());
        const bool keyIsBad = tested.error().category == Category::Credentials;
        return keyIsBad ? Exit::No : exit;
    }
    if (call.mode.json)
        printJson(reportJson(account->name, *tested));
    printLine(call.mode, u"“%1” answers%2."_s.arg(account->name, keyText(tested->role)));
    return Exit::Done;
}

Exit remove(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"account remove needs the name of one account."_s);
    const auto account = accountNamed(call.engine, call.arguments.constFirst());
    if (!account)
        return report(call.mode, account.error());
    const auto removed = wait(call.engine.gateways().remove(account->id));
    if (!removed)
        return report(call.mode, removed.error());
    if (call.mode.json)
        printJson({{u"removed"_s, account->name}});
    const bool hadKeyHere = !account->secretName.startsWith(u"env:"); // as EnvironmentSecretStore reads it
    const auto sentence = hadKeyHere
        ? u"Removed “%1” and its key. Its history stays."_s
        : u"Removed “%1”. Its history stays, and so does its environment variable."_s;
    printLine(call.mode, sentence.arg(account->name));
    return Exit::Done;
}

} // namespace

QList<Command> accountCommands()
{
    const QList<QCommandLineOption> addOptions{
        {u"gateway"_s, u"Kind of gateway: %1."_s.arg(kindsText()), u"G"_s},
        {u"name"_s, u"What you call the account."_s, u"N"_s},
        {u"base-url"_s, u"Address of the interface, where it is not the gateway's own."_s, u"U"_s},
        {u"management"_s, u"Refuse a key that is no management key."_s},
        {u"key-stdin"_s,
            u"Read the key, or Portkey's configuration, from standard input and keep it in the keychain."_s},
        {u"key-env"_s, u"Leave the key in this environment variable; it is never stored."_s, u"VAR"_s},
    };
    return {
        {u"account add"_s, u"Test a key and add its account."_s, {}, Needs::Writing, addOptions, add},
        {u"account list"_s, u"List the accounts and how fresh they are."_s, {}, Needs::Reading, {}, list},
        {u"account test"_s, u"Ask the gateway whether the stored key works."_s, u"NAME"_s, Needs::Reading, {},
            test},
        {u"account key"_s, u"Give an account another key, from standard input."_s, u"NAME"_s, Needs::Writing,
            {}, replaceKey},
        {u"account remove"_s, u"Remove an account and its key; its history stays."_s, u"NAME"_s,
            Needs::Writing, {}, remove},
    };
}

} // namespace tollkeeper::ctl
