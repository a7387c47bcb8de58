// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "storage/key_repository.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! The one key of that name; a name that several keys bear is told apart by "ACCOUNT/NAME".
Result<ApiKey> keyNamed(Engine &engine, const QString &name)
{
    const auto keys
        = wait(engine.storage().read([](Database &database) { return KeyRepository(database).all(); }));
    const auto accounts = allAccounts(engine);
    if (!keys)
        return fail(keys.error());
    if (!accounts)
        return fail(accounts.error());
    QList<ApiKey> found;
    for (const auto &key : *keys) {
        QString account;
        for (const auto &known : *accounts)
            account = known.id == key.account ? known.name : account;
        if (key.name == name || account + u'/' + key.name == name)
            found.append(key);
    }
    if (found.isEmpty())
        return fail(Error::Kind::NotFound, u"key named “%1”"_s.arg(name));
    if (found.size() > 1)
        return fail(Error::Kind::InvalidInput, u"several keys are named “%1”; say ACCOUNT/%1"_s.arg(name));
    return found.constFirst();
}

Exit label(const Call &call)
{
    const auto &options = call.options;
    if (call.arguments.size() != 1)
        return reportUsage(u"key label needs the name of one key."_s);
    const auto key = keyNamed(call.engine, call.arguments.constFirst());
    if (!key)
        return report(call.mode, key.error());
    auto labels = key->labels;
    if (options.isSet(u"environment"_s))
        labels.environment = options.value(u"environment"_s);
    if (options.isSet(u"team"_s))
        labels.team = options.value(u"team"_s);
    if (options.isSet(u"owner"_s))
        labels.owner = options.value(u"owner"_s);
    if (options.isSet(u"tag"_s))
        labels.tags = options.values(u"tag"_s);
    const auto set = wait(call.engine.storage().write(
        [id = key->id, labels, now = call.engine.clock().now()](
            Database &database) { return KeyRepository(database).label(id, labels, now); }));
    if (!set)
        return report(call.mode, set.error());
    if (call.mode.json)
        printJson({{u"key"_s, key->name}, {u"environment"_s, labels.environment}, {u"team"_s, labels.team},
            {u"owner"_s, labels.owner}, {u"tags"_s, QJsonArray::fromStringList(labels.tags)}});
    printLine(call.mode, u"Labelled “%1”."_s.arg(key->name));
    return Exit::Done;
}

} // namespace

QList<Command> keyCommands()
{
    const QList<QCommandLineOption> labelOptions{
        {u"environment"_s, u"Environment, such as prod."_s, u"E"_s},
        {u"team"_s, u"Team."_s, u"T"_s},
        {u"owner"_s, u"Owner."_s, u"O"_s},
        {u"tag"_s, u"A tag; may be given again."_s, u"X"_s},
    };
    return {{u"key label"_s, u"Say whom a key belongs to from now on."_s, u"KEY"_s, Needs::Writing,
        labelOptions, label}};
}

} // namespace tollkeeper::ctl
