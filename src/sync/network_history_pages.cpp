// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "storage/poll_repository.h"
#include "sync/network_history_service.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

// One history, page by page: the part of NetworkHistoryService that asks and stores.

namespace tollkeeper {
namespace {

//! Where a history stands, and whose it is by now: a login at the panel may have come or gone.
struct Standing {
    Account account;
    AccountHistory history;
};

Result<Standing> standingOf(Database &database, AccountId id)
{
    const auto account = AccountRepository(database).byId(id);
    const auto history = HistoryRepository(database).of(id);
    if (!account || !history)
        return fail(account ? history.error() : account.error());
    if (!*history)
        return fail(Error::Kind::NotFound, u"account"_s);
    return Standing{*account, **history};
}

} // namespace

Async<Done> NetworkHistoryService::read(AccountId account)
{
    auto opening = openGatewayLine(m_storage, m_secrets, account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    while (!m_isStopped) {
        auto stepping = step(*line);
        const auto reached = co_await stepping;
        if (!reached)
            co_return fail(reached.error());
        m_retries.remove(account);
        if (reached->state != HistoryState::Running)
            break;
        Q_EMIT progressed(account, reached->done, reached->total);
    }
    co_return Done{};
}

//! One page. Where the history stands is read anew each time: it may have been paused, or wanted again from
//! the start.
Async<AccountHistory> NetworkHistoryService::step(GatewayLine line)
{
    const auto id = line.account.id;
    auto waiting = m_turns.of(id)->take();
    (void)co_await waiting;
    const Turn turn(m_turns.of(id));
    auto reading = m_storage.read([id](Database &database) { return standingOf(database, id); });
    auto standing = co_await reading;
    if (!standing)
        co_return fail(standing.error());
    auto &history = standing->history;
    if (history.state != HistoryState::Running)
        co_return std::move(history);
    const auto panel = m_panels.of(standing->account, line.connector);
    const PollContext context{.purpose = PollPurpose::History,
        .now = m_clock.now(),
        .hasPanelLogin = panel != nullptr,
        .keyFingerprint = line.key->fingerprint(),
        .keyMasked = line.key->masked()};
    const auto cursor = history.cursor.isEmpty() ? line.connector->firstCursor(context) : history.cursor;
    auto asking = m_poll.page(line.connector, line.account.baseUrl, line.key, cursor, panel);
    auto answer = co_await asking;
    if (!answer.page && !panel && answer.page.error().kind == Error::Kind::LoginNeeded) {
        auto beginning = beginAnew(id); // it was begun with a login that is no more
        auto begun = co_await beginning;
        co_return begun;
    }
    if (!answer.page)
        co_return fail(answer.page.error());
    auto storing = store(history, *std::move(answer.page));
    const auto stored = co_await storing;
    co_return stored;
}

Async<AccountHistory> NetworkHistoryService::beginAnew(AccountId account)
{
    auto writing
        = m_storage.write([account, at = m_clock.now()](Database &database) -> Result<AccountHistory> {
              if (auto begun = HistoryRepository(database).begin(account, at); !begun)
                  return fail(begun.error());
              const auto standing = standingOf(database, account);
              if (!standing)
                  return fail(standing.error());
              return standing->history;
          });
    auto begun = co_await writing;
    co_return begun;
}

Async<AccountHistory> NetworkHistoryService::store(AccountHistory history, PollPage page)
{
    auto reached = history;
    reached.cursor = page.next.value_or(QByteArray());
    reached.state = page.next ? HistoryState::Running : HistoryState::Done;
    if (page.progress) {
        reached.done = page.progress->done;
        reached.total = page.progress->total;
    }
    reached.updatedAt = m_clock.now();
    auto storing = m_storage.write([facts = std::move(page.facts), began = history.startedAt, reached](
                                       Database &database) -> Result<AccountHistory> {
        return database.inTransaction([&]() -> Result<AccountHistory> {
            HistoryRepository histories(database);
            const auto now = histories.of(reached.account);
            if (!now)
                return fail(now.error());
            if (auto stored = PollRepository(database).storeFacts(reached.account, facts, reached.updatedAt);
                !stored)
                return fail(stored.error());
            // Begun anew meanwhile: the page counts, its way forward does not.
            if (*now && (*now)->startedAt != began)
                return **now;
            if (auto advanced = histories.advance(reached); !advanced)
                return fail(advanced.error());
            return reached;
        });
    });
    const auto stored = co_await storing;
    co_return stored;
}

} // namespace tollkeeper
