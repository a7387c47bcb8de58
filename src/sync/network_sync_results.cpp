// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "storage/poll_repository.h"
#include "sync/network_sync_service.h"
#include "sync/secret_notes.h"

#include <QCoroFuture>

// What becomes of a poll's answer: the part of NetworkSyncService that stores and reports.

namespace tollkeeper {
namespace {

//! A poll asks for the day before; what was completed earlier only a history tells.
bool isGap(const Account &account, const PollContext &context)
{
    const auto connector = connectorFor(account.gateway);
    return connector && connector->capabilities().tellsHistory && context.lastFetched
        && context.lastFetched->toUTC().date().daysTo(context.now.toUTC().date()) > 1;
}

//! The secret was there. Accounts of older versions do not know its fingerprint yet.
Outcome noteOwnSecret(Database &database, AccountId account, const QString &fingerprint, const QDateTime &at)
{
    AccountRepository accounts(database);
    const auto known = accounts.keyFingerprint(account);
    if (!known)
        return fail(known.error());
    if (known->isEmpty()) {
        if (auto set = accounts.setKeyFingerprint(account, fingerprint); !set)
            return set;
    }
    return noteFoundOwnSecret(database, account, at);
}

} // namespace

QCoro::Task<PollResult> NetworkSyncService::finish(Account account, PollContext context, PollAnswer answer)
{
    const int requests = answer.requests;
    if (!answer.facts && answer.facts.error().kind == Error::Kind::Cancelled) {
        auto result = interrupted(account, requests);
        co_return result;
    }
    if (!answer.facts) {
        auto givingUp = giveUp(account, context.now, answer.facts.error(), requests);
        const auto result = co_await givingUp;
        co_return result;
    }
    const bool hasGap = isGap(account, context);
    auto storing = m_storage.write(
        [id = account.id, facts = *std::move(answer.facts), at = context.now,
            fingerprint = context.keyFingerprint, hasGap](Database &database) -> Result<int> {
            // First, so that a gap is never forgotten: wanting a history once more than needed does no harm.
            if (hasGap) {
                if (auto wanted = HistoryRepository(database).begin(id, at); !wanted)
                    return fail(wanted.error());
            }
            if (auto noted = noteOwnSecret(database, id, fingerprint, at); !noted)
                return fail(noted.error());
            return PollRepository(database).store(id, facts, at);
        });
    const auto stored = co_await storing;
    if (stored && hasGap)
        Q_EMIT gapFound(account.id);
    if (!stored) {
        auto givingUp = giveUp(account, context.now, stored.error(), requests);
        const auto result = co_await givingUp;
        co_return result;
    }
    PollResult result;
    result.account = account.id;
    result.accountName = account.name;
    result.gateway = account.gateway;
    result.state = AccountState::Ok;
    result.fetchedAt = context.now;
    result.requests = requests;
    result.newRows = *stored;
    planNext(result, 0);
    co_return result;
}

//! A poll that does not count: no figure changes, the account says why.
QCoro::Task<PollResult> NetworkSyncService::giveUp(Account account, QDateTime at, Error problem, int requests)
{
    qCInfo(logSync) << "poll of account" << account.id.value() << "failed:" << toText(problem.kind);
    auto marking
        = m_storage.write([id = account.id, at, problem](Database &database) -> Result<AccountHealth> {
              AccountRepository accounts(database);
              if (auto marked = accounts.markFailed(id, at, problem); !marked)
                  return fail(marked.error());
              if (problem.kind == Error::Kind::SecretMissing) {
                  if (auto noted = noteMissingOwnSecret(database, id, at); !noted)
                      return fail(noted.error());
              }
              return accounts.health(id);
          });
    const auto health = co_await marking;
    PollResult result;
    result.account = account.id;
    result.accountName = account.name;
    result.gateway = account.gateway;
    result.state = stateAfter(problem);
    result.problem = problem;
    result.requests = requests;
    if (health)
        result.fetchedAt = health->fetchedAt;
    planNext(result, health ? health->failures : 1);
    co_return result;
}

//! Its connection was taken away, which says nothing of the gateway: nothing is noted, it is asked anew.
PollResult NetworkSyncService::interrupted(const Account &account, int requests)
{
    PollResult result;
    result.account = account.id;
    result.accountName = account.name;
    result.gateway = account.gateway;
    result.state = AccountState::Unreachable;
    result.problem = Error{.kind = Error::Kind::Cancelled};
    result.requests = requests;
    planNext(result, 0);
    return result;
}

} // namespace tollkeeper
