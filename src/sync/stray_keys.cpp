// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/stray_keys.h"

#include "base/crash_point.h"
#include "storage/key_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 ClockSlack = 120; // seconds by which a clock may be behind, the gateway's or ours since then

bool isStray(const ApiKey &key, const StrayKeys::Search &search)
{
    const auto from = search.since.addSecs(-ClockSlack);
    const bool isNew = key.firstSeenAt >= from && (!key.createdAt || *key.createdAt >= from);
    return key.account == search.account && key.name == search.name && !search.known.contains(key.id) && isNew
        && !key.goneAt && key.remoteId != "self"_L1;
}

//! Why the list of keys was not read, where it was not.
std::optional<Error> problemOf(const Result<QList<PollResult>> &polled)
{
    if (!polled)
        return polled.error();
    if (polled->isEmpty())
        return Error{.kind = Error::Kind::NotFound, .detail = u"account"_s};
    const auto &result = polled->constFirst();
    return result.problem ? result.problem : result.panelProblem;
}

} // namespace

Async<QList<ApiKey>> StrayKeys::find(Search search)
{
    auto polling = m_partners.sync.poll(search.account);
    const auto polled = co_await polling;
    if (const auto problem = problemOf(polled))
        co_return fail(*problem);
    auto reading = m_partners.storage.read([](Database &database) { return KeyRepository(database).all(); });
    const auto keys = co_await reading;
    if (!keys)
        co_return fail(keys.error());
    QList<ApiKey> strays;
    std::copy_if(keys->cbegin(), keys->cend(), std::back_inserter(strays),
        [&search](const ApiKey &key) { return isStray(key, search); });
    co_return strays;
}

Async<int> StrayKeys::clear(Search search)
{
    auto finding = find(search);
    const auto strays = co_await finding;
    if (!strays)
        co_return fail(strays.error());
    const auto count = static_cast<int>(strays->size());
    if (count == 0)
        co_return count;
    auto waiting = m_partners.turns.of(search.account)->take();
    (void)co_await waiting;
    const Turn turn(m_partners.turns.of(search.account));
    auto opening = openKeyLine(m_partners, search.account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto removing = removeAll(*line, *strays);
    const auto removed = co_await removing;
    if (!removed)
        co_return fail(removed.error());
    co_return count;
}

Async<Done> StrayKeys::removeAll(KeyLine line, QList<ApiKey> strays)
{
    for (const auto &stray : strays) {
        auto removing = m_conversation.remove(line, stray.remoteId);
        if (const auto removed = co_await removing; !removed)
            co_return removed;
        crashPoint("rotation_after_stray_deleted");
        auto storing
            = m_partners.storage.write([id = stray.id, at = m_partners.clock.now()](Database &database) {
                  return database.inTransaction([&]() -> Outcome {
                      KeyRepository keys(database);
                      if (auto set = keys.setSecret(id, {}, {}, {}); !set)
                          return set;
                      return keys.markGone(id, KeyEvent::Origin::Here, at);
                  });
              });
        if (const auto stored = co_await storing; !stored)
            co_return stored;
    }
    co_return Done{};
}

} // namespace tollkeeper
