// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/budget_options.h"

#include "ctl/key_choice.h"
#include "storage/channel_repository.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr int DaysOfWeek = 7;

Result<QList<int>> percentages(const QString &text)
{
    QList<int> list;
    for (const auto &word : text.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        list.append(word.trimmed().remove(u'%').toInt(&isNumber));
        if (!isNumber)
            return fail(Error::Kind::InvalidInput, u"percentages look like 50,80,100"_s);
    }
    return list;
}

Result<Qt::DayOfWeek> weekday(const QString &name)
{
    for (int day = 1; day <= DaysOfWeek; ++day) {
        if (QLocale::c().dayName(day).compare(name, Qt::CaseInsensitive) == 0)
            return Qt::DayOfWeek(day);
    }
    return fail(Error::Kind::InvalidInput, u"a week starts with a day such as monday"_s);
}

Result<QString> scopeValue(const Call &call, BudgetScope::Kind kind, const QString &typed)
{
    if (kind == BudgetScope::Kind::Account) {
        const auto account = accountNamed(call.engine, typed);
        return account ? Result<QString>(QString::number(account->id.value())) : fail(account.error());
    }
    if (kind == BudgetScope::Kind::Key) {
        const auto key = keyNamed(call.engine, typed);
        return key ? Result<QString>(QString::number(key->key.id.value())) : fail(key.error());
    }
    return typed;
}

Outcome applyScope(const Call &call, Budget &budget)
{
    int named = 0;
    for (const auto kind : {BudgetScope::Kind::Account, BudgetScope::Kind::Key, BudgetScope::Kind::Team,
             BudgetScope::Kind::Environment, BudgetScope::Kind::Model, BudgetScope::Kind::Provider,
             BudgetScope::Kind::Tag}) {
        const auto option = QString(toText(kind));
        if (!call.options.isSet(option))
            continue;
        const auto value = scopeValue(call, kind, call.options.value(option));
        if (!value)
            return fail(value.error());
        budget.scope = {kind, *value};
        ++named;
    }
    return named <= 1 ? Outcome(Done{})
                      : fail(Error::Kind::InvalidInput, u"a budget counts one thing: one of these options"_s);
}

Outcome applyPeriod(const Call &call, Budget &budget)
{
    if (call.options.isSet(u"period"_s)) {
        const auto kind = budgetPeriodFromText(call.options.value(u"period"_s));
        if (!kind)
            return fail(Error::Kind::InvalidInput, u"a period is daily, weekly, monthly or custom"_s);
        budget.period.kind = *kind;
    }
    if (call.options.isSet(u"week-start"_s)) {
        const auto day = weekday(call.options.value(u"week-start"_s));
        if (!day)
            return fail(day.error());
        budget.period.weekStart = *day;
    }
    if (call.options.isSet(u"from"_s))
        budget.period.custom.first = QDate::fromString(call.options.value(u"from"_s), Qt::ISODate);
    if (call.options.isSet(u"to"_s))
        budget.period.custom.last = QDate::fromString(call.options.value(u"to"_s), Qt::ISODate);
    if (call.options.isSet(u"from"_s) || call.options.isSet(u"to"_s))
        budget.period.kind = BudgetPeriod::Kind::Custom;
    return Done{};
}

Outcome applyThresholds(const Call &call, Budget &budget)
{
    const std::initializer_list<std::pair<QString, QList<int> *>> lists{
        {u"at"_s, &budget.thresholds}, {u"forecast-at"_s, &budget.forecastThresholds}};
    for (const auto &[option, thresholds] : lists) {
        if (!call.options.isSet(option))
            continue;
        const auto list = percentages(call.options.value(option));
        if (!list)
            return fail(list.error());
        *thresholds = *list;
    }
    return Done{};
}

Outcome applyBudgetChannels(const Call &call, Budget &budget)
{
    return applyChannels(call, budget.channels);
}

} // namespace

QList<QCommandLineOption> budgetOptions()
{
    return {{u"currency"_s, u"Currency of the amount, USD by default; only spend of that currency counts."_s,
                u"C"_s},
        {u"byok"_s, u"Count what providers bill directly (BYOK) as well."_s},
        {u"no-byok"_s, u"Leave out what providers bill directly (BYOK)."_s},
        {u"account"_s, u"Count this account only."_s, u"N"_s},
        {u"key"_s, u"Count this key, and those that take over its work."_s, u"K"_s},
        {u"team"_s, u"Count the keys of this team."_s, u"T"_s},
        {u"environment"_s, u"Count the keys of this environment."_s, u"E"_s},
        {u"model"_s, u"Count this model."_s, u"M"_s}, {u"provider"_s, u"Count this provider."_s, u"P"_s},
        {u"tag"_s, u"Count the keys with this tag."_s, u"X"_s},
        {u"period"_s, u"daily, weekly, monthly (default) or custom."_s, u"P"_s},
        {u"week-start"_s, u"Day on which weeks start, monday by default."_s, u"DAY"_s},
        {u"from"_s, u"First day of a custom period."_s, u"D"_s},
        {u"to"_s, u"Last day of a custom period."_s, u"D"_s},
        {u"at"_s, u"Percentages of actual spend that raise an alert, such as 50,80,100."_s, u"LIST"_s},
        {u"forecast-at"_s, u"Percentages of the forecast that raise one, such as 100."_s, u"LIST"_s},
        {u"channel"_s, u"Who is told besides the inbox; may be repeated; none: nobody."_s, u"NAME"_s},
        {u"pause"_s, u"It raises nothing until resumed."_s}, {u"resume"_s, u"It raises alerts again."_s}};
}

Outcome applyBudgetOptions(const Call &call, Budget &budget)
{
    if (call.options.isSet(u"byok"_s) || call.options.isSet(u"no-byok"_s))
        budget.includesByok = call.options.isSet(u"byok"_s);
    if (call.options.isSet(u"pause"_s) || call.options.isSet(u"resume"_s))
        budget.isPaused = call.options.isSet(u"pause"_s);
    for (const auto step : {applyScope, applyPeriod, applyThresholds, applyBudgetChannels}) {
        if (auto done = step(call, budget); !done)
            return done;
    }
    return Done{};
}

Outcome applyChannels(const Call &call, QList<ChannelId> &channels)
{
    if (!call.options.isSet(u"channel"_s))
        return Done{};
    channels.clear();
    for (const auto &name : call.options.values(u"channel"_s)) {
        if (name == u"none")
            continue;
        const auto channel = channelNamed(call.engine, name);
        if (!channel)
            return fail(channel.error());
        if (!channels.contains(*channel))
            channels.append(*channel);
    }
    return Done{};
}

QString scopeText(Engine &engine, const BudgetScope &scope)
{
    const auto kind = QString(toText(scope.kind));
    if (scope.kind == BudgetScope::Kind::Everything)
        return kind;
    auto name = scope.value;
    if (scope.kind == BudgetScope::Kind::Account) {
        const auto accounts = allAccounts(engine);
        for (const auto &account : accounts.value_or(QList<Account>()))
            name = scope.value == QString::number(account.id.value()) ? account.name : name;
    }
    if (scope.kind == BudgetScope::Kind::Key) {
        const auto table = wait(engine.keyReports().keys());
        for (const auto &row : table ? table->rows : QList<KeyRow>())
            name = scope.value == QString::number(row.key.id.value()) ? row.key.name : name;
    }
    return kind + u' ' + name;
}

Result<ChannelId> channelNamed(Engine &engine, const QString &name)
{
    const auto channels
        = wait(engine.storage().read([](Database &database) { return ChannelRepository(database).all(); }));
    if (!channels)
        return fail(channels.error());
    for (const auto &channel : *channels) {
        if (channel.name.compare(name, Qt::CaseInsensitive) == 0 || toText(channel.kind) == name)
            return channel.id;
    }
    return fail(Error::Kind::NotFound, u"channel named “%1”"_s.arg(name));
}

} // namespace tollkeeper::ctl
