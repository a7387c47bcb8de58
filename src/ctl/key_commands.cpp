// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/key_change_options.h"
#include "ctl/key_choice.h"
#include "ctl/typed_secret.h"
#include "domain/pasted_keys.h"
#include "words/explain.h"
#include "words/pasted_key_words.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

Exit label(const Call &call)
{
    const auto &options = call.options;
    const auto row = theKey(call);
    if (!row)
        return report(call.mode, row.error());
    KeyReports::LabelChange change;
    if (options.isSet(u"environment"_s))
        change.environment = options.value(u"environment"_s);
    if (options.isSet(u"team"_s))
        change.team = options.value(u"team"_s);
    if (options.isSet(u"owner"_s))
        change.owner = options.value(u"owner"_s);
    if (options.isSet(u"tag"_s))
        change.tags = options.values(u"tag"_s);
    const auto set = wait(call.engine.keyReports().label({row->key.id}, change));
    if (!set)
        return report(call.mode, set.error());
    const auto &labels = row->key.labels;
    if (call.mode.json)
        printJson({{u"key"_s, row->key.name},
            {u"environment"_s, change.environment.value_or(labels.environment)},
            {u"team"_s, change.team.value_or(labels.team)}, {u"owner"_s, change.owner.value_or(labels.owner)},
            {u"tags"_s, QJsonArray::fromStringList(change.tags.value_or(labels.tags))}});
    printLine(call.mode, u"Labelled “%1”."_s.arg(row->key.name));
    return Exit::Done;
}

Exit make(const Call &call, const Account &account)
{
    const auto draft = keyDraftFrom(call.options, Currency());
    if (!draft)
        return report(call.mode, draft.error());
    const auto made = wait(call.engine.keys().create(account.id, *draft));
    if (!made)
        return report(call.mode, made.error());
    if (call.mode.json)
        printJson({{u"account"_s, account.name}, {u"name"_s, draft->name}, {u"created"_s, true}});
    printLine(call.mode,
        u"Made “%1” at %2. Its secret is in the %3."_s.arg(
            draft->name, account.name, call.engine.gateways().keychainName()));
    return Exit::Done;
}

//! One pasted key: finds the listed one it belongs to and keeps it there.
Outcome keep(Engine &engine, AccountId account, const std::shared_ptr<const Secret> &secret)
{
    const auto binding = wait(engine.keys().match(account, secret));
    return binding ? wait(engine.keys().bind(binding->key, secret)) : fail(binding.error());
}

//! Secrets of listed keys, from standard input: a .env file or lines.
Exit bindTyped(const Call &call, const Account &account)
{
    auto found = readPastedKeys(readStandardInput());
    for (const auto &problem : found.problems)
        printWarning(call.mode, problemText(problem));
    QJsonArray rows;
    int kept = 0;
    std::optional<Error> firstProblem;
    for (auto &pasted : found.keys) {
        const auto secret = std::make_shared<const Secret>(std::move(pasted.secret));
        const auto done = keep(call.engine, account.id, secret);
        kept += done ? 1 : 0;
        rows.append(QJsonObject{{u"line"_s, pasted.line}, {u"masked"_s, secret->masked()},
            {u"kept"_s, done.has_value()}, {u"error"_s, done ? QJsonValue() : toJson(done.error())}});
        if (done)
            continue;
        printWarning(call.mode, secret->masked() + u": "_s + explain(done.error()).sentence);
        firstProblem = firstProblem ? firstProblem : done.error();
    }
    if (call.mode.json)
        printJson({{u"account"_s, account.name}, {u"keys"_s, rows}, {u"kept"_s, kept}});
    printLine(call.mode,
        u"Kept the secrets of %1 of %2 keys in the %3."_s.arg(kept)
            .arg(found.keys.size())
            .arg(call.engine.gateways().keychainName()));
    if (kept > 0 && !firstProblem && found.problems.isEmpty())
        return Exit::Done;
    return kept == 0 && firstProblem ? exitFor(*firstProblem) : Exit::Incomplete;
}

Exit add(const Call &call)
{
    if (!call.options.isSet(u"account"_s))
        return reportUsage(u"key add needs --account."_s);
    const auto account = accountNamed(call.engine, call.options.value(u"account"_s));
    if (!account)
        return report(call.mode, account.error());
    return call.options.isSet(u"key-stdin"_s) ? bindTyped(call, *account) : make(call, *account);
}

Result<KeyChange> changeAskedFor(const Call &call, const KeyRow &row)
{
    auto change = keyChangeFrom(call.options, row.currency, row.key.cap);
    if (!change)
        return change;
    if (call.options.isSet(u"enable"_s) && call.options.isSet(u"disable"_s))
        return fail(Error::Kind::InvalidInput, u"--enable and --disable exclude each other"_s);
    if (call.options.isSet(u"enable"_s) || call.options.isSet(u"disable"_s))
        change->isDisabled = call.options.isSet(u"disable"_s);
    return change;
}

Outcome setPolicy(const Call &call, const KeyRow &row)
{
    const auto text = call.options.value(u"rotation-days"_s);
    bool isNumber = false;
    const int days = text.toInt(&isNumber);
    if (text != u"policy" && (!isNumber || days < 0))
        return fail(Error::Kind::InvalidInput, u"--rotation-days needs a number of days, 0 or policy"_s);
    return wait(call.engine.keyReports().setRotationDays(
        row.key.id, text == u"policy" ? std::optional<int>() : std::optional(days)));
}

Exit set(const Call &call)
{
    const auto row = theKey(call);
    if (!row)
        return report(call.mode, row.error());
    const auto change = changeAskedFor(call, *row);
    if (!change)
        return report(call.mode, change.error());
    const bool hasPolicy = call.options.isSet(u"rotation-days"_s);
    if (isEmpty(*change) && !hasPolicy)
        return reportUsage(u"key set needs something to change; see --help."_s);
    const auto lines = beforeAndAfter(row->key, *change);
    for (const auto &line : lines)
        printLine(call.mode, line);
    const bool isTrial = call.options.isSet(u"dry-run"_s);
    if (!isTrial && !isEmpty(*change)) {
        if (const auto done = wait(call.engine.keys().change(row->key.id, *change)); !done)
            return report(call.mode, done.error());
    }
    if (!isTrial && hasPolicy) {
        if (const auto done = setPolicy(call, *row); !done)
            return report(call.mode, done.error());
    }
    if (call.mode.json)
        printJson({{u"key"_s, row->key.name}, {u"changes"_s, QJsonArray::fromStringList(lines)},
            {u"changed"_s, !isTrial}});
    printLine(call.mode, isTrial ? u"Nothing was changed."_s : u"Changed “%1”."_s.arg(row->key.name));
    return Exit::Done;
}

//! The name has to be said twice: what is deleted at a gateway is gone.
Exit remove(const Call &call)
{
    const auto row = theKey(call);
    if (!row)
        return report(call.mode, row.error());
    if (call.options.isSet(u"forget-secret"_s)) {
        if (const auto done = wait(call.engine.keys().forget(row->key.id)); !done)
            return report(call.mode, done.error());
        printLine(
            call.mode, u"Forgot the secret of “%1”. The key itself was not touched."_s.arg(row->key.name));
        return Exit::Done;
    }
    if (call.options.value(u"confirm"_s) != row->key.name)
        return reportUsage(
            u"key remove deletes the key at its gateway, for good. Say --confirm “%1”."_s.arg(row->key.name));
    if (const auto done = wait(call.engine.keys().remove(row->key.id)); !done)
        return report(call.mode, done.error());
    if (call.mode.json)
        printJson({{u"key"_s, row->key.name}, {u"removed"_s, true}});
    printLine(call.mode, u"Deleted “%1” at %2. Its history stays."_s.arg(row->key.name, row->accountName));
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
    auto addOptions = keyChangeOptions();
    addOptions.append({u"account"_s, u"The account it is made in or belongs to."_s, u"N"_s});
    addOptions.append(
        {u"key-stdin"_s, u"Keep secrets of listed keys, read from standard input: a .env file or lines."_s});
    auto setOptions = keyChangeOptions();
    setOptions.append({u"enable"_s, u"Let it be used."_s});
    setOptions.append({u"disable"_s, u"Let it be refused, until it is enabled again."_s});
    setOptions.append({u"rotation-days"_s,
        u"Replace it after that many days; 0 for never, policy for the "
        "workspace's."_s,
        u"N"_s});
    setOptions.append({u"dry-run"_s, u"Show what would change, and change nothing."_s});
    return {
        {u"key label"_s, u"Say whom a key belongs to from now on."_s, u"KEY"_s, Needs::Writing, labelOptions,
            label},
        {u"key add"_s, u"Make a key at its gateway, or keep the secret of a listed one."_s, {},
            Needs::Writing, addOptions, add},
        {u"key set"_s, u"Change a key at its gateway."_s, u"KEY"_s, Needs::Writing, setOptions, set,
            {u"dry-run"_s}},
        {u"key remove"_s, u"Delete a key at its gateway."_s, u"KEY"_s, Needs::Writing,
            {{u"confirm"_s, u"Its name, once more."_s, u"NAME"_s},
                {u"forget-secret"_s, u"Only remove its secret from the keychain."_s}},
            remove},
    };
}

} // namespace tollkeeper::ctl
