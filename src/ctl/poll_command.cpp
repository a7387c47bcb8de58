// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "storage/listing_repository.h"
#include "words/explain.h"
#include "words/model_words.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! "panel_error" stands there only where a login at the panel told nothing, as few accounts have one.
QJsonObject resultJson(const PollResult &result)
{
    QJsonObject object{{u"name"_s, result.accountName}, {u"gateway"_s, result.gateway},
        {u"state"_s, toText(result.state)},
        {u"error"_s, result.problem ? QJsonValue(toJson(*result.problem)) : QJsonValue()},
        {u"fetched_at"_s, toJson(result.fetchedAt)}, {u"requests"_s, result.requests},
        {u"new_rows"_s, result.newRows}};
    if (result.panelProblem)
        object.insert(u"panel_error"_s, toJson(*result.panelProblem));
    return object;
}

//! 6 where a key could not be had, 3 where a gateway did not answer usably, else 0.
Exit exitFor(const QList<PollResult> &results)
{
    auto exit = Exit::Done;
    for (const auto &result : results) {
        if (!result.problem)
            continue;
        const auto own = ctl::exitFor(*result.problem);
        if (exit == Exit::Done || own == Exit::KeychainNotUsable)
            exit = own;
    }
    return exit;
}

QList<AccountId> answering(const QList<PollResult> &results)
{
    QList<AccountId> accounts;
    for (const auto &result : results) {
        if (!result.problem)
            accounts.append(result.account);
    }
    return accounts;
}

//! The past of the accounts that answer, where it was not read yet. It is no part of the poll: what fails is
//! told, and read by a later one.
void readHistories(const Call &call, const QList<AccountId> &answering)
{
    if (answering.isEmpty())
        return;
    const auto read = wait(call.engine.history().runToEnd(answering));
    if (!read)
        printWarning(
            call.mode, u"The past is not read to its end yet: %1"_s.arg(explain(read.error()).sentence));
}

//! Bills that no gateway had yet when their requests ended. No part of the poll either.
void readBills(const Call &call, const QList<AccountId> &answering)
{
    for (const auto account : answering) {
        if (const auto asked = wait(call.engine.lookUps().askDue(account)); !asked)
            printWarning(call.mode,
                u"Bills of single requests are not read yet: %1"_s.arg(explain(asked.error()).sentence));
    }
}

void warnOfExpiringModels(const Call &call)
{
    const auto models
        = wait(call.engine.storage().read([now = call.engine.clock().now()](Database &database) {
              return ListingRepository(database).expiringSoon(now);
          }));
    if (!models)
        return;
    for (const auto &model : *models)
        printWarning(call.mode, expirySentence(model));
}

Exit poll(const Call &call)
{
    AccountId only;
    if (call.options.isSet(u"account"_s)) {
        const auto account = accountNamed(call.engine, call.options.value(u"account"_s));
        if (!account)
            return report(call.mode, account.error());
        only = account->id;
    }
    const auto results = wait(call.engine.sync().poll(only));
    if (!results)
        return report(call.mode, results.error());
    readHistories(call, answering(*results));
    readBills(call, answering(*results));
    const auto evaluated = wait(call.engine.alerts().evaluate());
    if (!evaluated)
        return report(call.mode, evaluated.error());

    QJsonArray rows;
    for (const auto &result : *results) {
        rows.append(resultJson(result));
        if (result.problem)
            printLine(call.mode, u"%1: %2"_s.arg(result.accountName, explain(*result.problem).sentence));
        else
            printLine(call.mode,
                u"%1: ok, %2 requests, %3 new rows"_s.arg(result.accountName)
                    .arg(result.requests)
                    .arg(result.newRows));
        if (result.panelProblem)
            printWarning(
                call.mode, u"%1: %2"_s.arg(result.accountName, explain(*result.panelProblem).sentence));
    }
    warnOfExpiringModels(call);
    if (call.mode.json)
        printJson({{u"accounts"_s, rows}});
    return exitFor(*results);
}

} // namespace

QList<Command> pollCommands()
{
    return {{u"poll"_s, u"Ask the gateways now and record alerts."_s, {}, Needs::Writing,
        {{u"account"_s, u"Only this account."_s, u"N"_s},
            {u"notify"_s, u"Show alerts as desktop notifications."_s}},
        poll}};
}

} // namespace tollkeeper::ctl
