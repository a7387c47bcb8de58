// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_bill.h"

#include "gateways/registry.h"
#include "storage/usage_repository.h"

#include <QCoroTimer>
#include <QElapsedTimer>

namespace tollkeeper::ctl {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds Patience = std::chrono::seconds(5);
constexpr milliseconds Between = std::chrono::milliseconds(250);

QCoro::Task<bool> pause()
{
    auto sleeping = QCoro::sleepFor(Between);
    co_await sleeping;
    co_return true;
}

//! The row of a request that is a bill by now; wherever it lies in time.
std::optional<RequestFacts> billOf(Engine &engine, AccountId account, const QString &id)
{
    const auto rows = wait(engine.storage().read([account, id](Database &database) {
        UsageFilter filter;
        filter.days = {QDate(2015, 1, 1), QDate(2199, 12, 31)};
        filter.accounts = {account};
        filter.requestId = id;
        return UsageRepository(database).rowsAfter(filter, 0, 1);
    }));
    const bool isBilled
        = rows && !rows->isEmpty() && rows->constFirst().source == RowSource::GenerationLookup;
    return isBilled ? std::optional(rows->constFirst().facts) : std::nullopt;
}

QList<Attempt> attemptsOf(const RequestFacts &bill)
{
    QList<Attempt> attempts;
    for (const auto &told : bill.detail.attempts) {
        Attempt attempt;
        attempt.provider = told.provider;
        attempt.model = told.model;
        attempt.status = told.httpStatus;
        attempt.outcome
            = told.httpStatus && *told.httpStatus < 400 ? AttemptOutcome::Served : AttemptOutcome::Failed;
        attempt.latencyMs = told.milliseconds;
        attempts.append(attempt);
    }
    return attempts;
}

//! The bill is about the last POST alone: its attempts are joined to the gateway's own of that one.
void join(PlaygroundRun &run, const RequestFacts &bill)
{
    auto &answer = run.answer;
    auto &last = run.sent.last().answer;
    const auto before = answer.attempts.size() - last.attempts.size();
    last.attempts = joinedAttempts(last.attempts, attemptsOf(bill));
    answer.attempts = answer.attempts.first(before) + last.attempts;
    answer.isTracePublished = last.isTracePublished = !last.attempts.isEmpty();
    if (bill.cost)
        answer.cost.amount = last.cost.amount = bill.cost->billed;
    if (!bill.provider.isEmpty() && answer.servedProvider.isEmpty())
        answer.servedProvider = last.servedProvider = bill.provider;
    if (!bill.detail.upstreamId.isEmpty())
        answer.ids.upstream = last.ids.upstream = bill.detail.upstreamId;
}

} // namespace

bool joinBill(Engine &engine, const Account &account, PlaygroundRun &run)
{
    const auto connector = connectorFor(account.gateway);
    const auto id = run.answer.ids.generation;
    if (id.isEmpty() || !connector || !connector->capabilities().looksUpGenerations)
        return false;
    auto &lookUps = engine.lookUps();
    bool isOver = false;
    QObject watcher;
    const auto end = [&](AccountId, const QString &asked) { isOver = isOver || asked == id; };
    QObject::connect(&lookUps, &GenerationLookUpService::found, &watcher, end);
    QObject::connect(&lookUps, &GenerationLookUpService::gaveUp, &watcher, end);
    QStringList ids;
    for (const auto &sent : run.sent) {
        if (const auto &own = sent.answer.ids.generation; !own.isEmpty())
            ids.append(own);
    }
    if (!wait(lookUps.add(account.id, ids)))
        return false;
    QElapsedTimer watch;
    watch.start();
    while (wait(lookUps.askDue()) && !isOver && watch.elapsed() < Patience.count())
        (void)wait(pause());
    const auto bill = billOf(engine, account.id, id);
    if (bill)
        join(run, *bill);
    return bill.has_value();
}

} // namespace tollkeeper::ctl
