// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/usage_json.h"
#include "storage/usage_repository.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! The row of a request, wherever it lies in time.
Result<std::optional<UsageRow>> rowOf(Engine &engine, AccountId account, const QString &id)
{
    return wait(engine.storage().read([account, id](Database &database) -> Result<std::optional<UsageRow>> {
        UsageFilter filter;
        filter.days = {QDate(2015, 1, 1), QDate(2199, 12, 31)};
        filter.accounts = {account};
        filter.requestId = id;
        const auto rows = UsageRepository(database).rowsAfter(filter, 0, 1);
        if (!rows)
            return fail(rows.error());
        return rows->isEmpty() ? std::optional<UsageRow>() : std::optional(rows->constFirst());
    }));
}

Exit say(const Call &call, const QString &id, const std::optional<UsageRow> &row, const QString &state)
{
    if (call.mode.json)
        printJson({{u"id"_s, id}, {u"state"_s, state},
            {u"request"_s, row ? QJsonValue(toJson(*row)) : QJsonValue()}});
    if (row) {
        const auto &facts = row->facts;
        printLine(call.mode,
            u"%1: %2 by %3, %4"_s.arg(id,
                facts.servedModel.isEmpty() ? facts.requestedModel : facts.servedModel,
                facts.provider.isEmpty() ? u"an unknown provider"_s : facts.provider,
                facts.cost ? moneyText(facts.cost->billed, 6) : u"cost unknown"_s));
    }
    if (state == u"found")
        return Exit::Done;
    const bool isWaiting = state == u"waiting";
    printLine(call.mode,
        isWaiting ? u"The gateway does not have its bill yet. It will be asked again."_s
                  : u"The gateway does not tell its bill."_s);
    return isWaiting ? Exit::Incomplete : Exit::GatewayFailed;
}

Exit generation(const Call &call)
{
    if (call.arguments.size() != 1 || !call.options.isSet(u"account"_s))
        return reportUsage(u"generation needs the id of one generation and --account."_s);
    const auto id = call.arguments.constFirst().trimmed();
    if (id.isEmpty()) // an empty id would be that of any row
        return reportUsage(u"generation needs an id, and this one is blank."_s);
    const auto account = accountNamed(call.engine, call.options.value(u"account"_s));
    if (!account)
        return report(call.mode, account.error());
    auto &lookUps = call.engine.lookUps();
    QString state = u"waiting"_s;
    QObject::connect(&lookUps, &GenerationLookUpService::found, &lookUps,
        [&](AccountId, const QString &found) { state = found == id ? u"found"_s : state; });
    QObject::connect(&lookUps, &GenerationLookUpService::gaveUp, &lookUps,
        [&](AccountId, const QString &gone) { state = gone == id ? u"not_found"_s : state; });
    const auto added = wait(lookUps.add(account->id, {id}));
    if (!added)
        return report(call.mode, added.error());
    const auto asked = wait(lookUps.askDue());
    if (!asked)
        return report(call.mode, asked.error());
    const auto row = rowOf(call.engine, account->id, id);
    if (!row)
        return report(call.mode, row.error());
    return say(call, id, *row, state);
}

} // namespace

QList<Command> generationCommands()
{
    return {{u"generation"_s, u"Look up the bill of one request at the gateway."_s, u"ID"_s, Needs::Writing,
        {{u"account"_s, u"The account it went through."_s, u"N"_s}}, generation}};
}

} // namespace tollkeeper::ctl
