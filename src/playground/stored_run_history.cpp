// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/stored_run_history.h"

#include "playground/account_currency.h"
#include "playground/run_cost.h"
#include "playground/run_redaction.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/preset_repository.h"
#include "storage/run_repository.h"
#include "storage/storage.h"
#include "storage/workspace_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Account and key as they are called at this moment.
Outcome addNames(Database &database, KeptRun &run)
{
    const auto account = AccountRepository(database).byId(run.line.account);
    if (!account)
        return fail(account.error());
    run.line.accountName = account->name;
    if (!run.key)
        return Done{};
    const auto key = KeyRepository(database).byId(*run.key);
    if (!key)
        return fail(key.error());
    run.line.keyName = key->name;
    return Done{};
}

//! What cost nothing names no currency; to look for the account's takes a while, and few runs need it.
Result<Currency> currencyOfNothing(Database &database, AccountId account, const PlaygroundRun &run)
{
    const auto cost = runCost(run).sum;
    if (!cost || !cost->isZero())
        return Currency();
    const auto known = onlyCurrencyOf(database, account);
    if (!known)
        return fail(known.error());
    return known->value_or(Currency());
}

Result<RunId> addIn(Database &database, const SendOrder &order, const PlaygroundRun &run)
{
    return database.inTransaction([&]() -> Result<RunId> {
        const auto keeps = WorkspaceRepository(database).keepsBodies();
        if (!keeps)
            return fail(keeps.error());
        const auto currency = currencyOfNothing(database, order.account, run);
        if (!currency)
            return fail(currency.error());
        auto kept = redactedRun(order, run, *keeps, *currency);
        if (auto named = addNames(database, kept); !named)
            return fail(named.error());
        return RunRepository(database).add(kept);
    });
}

Outcome setKeepsIn(Database &database, bool keeps)
{
    auto done = database.inTransaction([&]() -> Outcome {
        if (auto set = WorkspaceRepository(database).setKeepsBodies(keeps); !set || keeps)
            return set;
        return RunRepository(database).removeBodies();
    });
    if (done && !keeps)
        RunRepository(database).wipe();
    return done;
}

//! Removes and leaves nothing of it behind.
template<typename Remove>
QFuture<Outcome> removeFrom(Storage &storage, Remove remove)
{
    return storage.write([remove](Database &database) -> Outcome {
        RunRepository runs(database);
        auto done = remove(runs);
        if (done)
            runs.wipe();
        return done;
    });
}

} // namespace

StoredRunHistory::StoredRunHistory(Storage &storage, QObject *parent) : RunHistory(parent), m_storage(storage)
{
}

Async<RunId> StoredRunHistory::add(SendOrder order, PlaygroundRun run)
{
    auto writing = m_storage.write([order, run](Database &database) { return addIn(database, order, run); });
    auto added = co_await writing;
    if (added)
        Q_EMIT changed();
    co_return added;
}

Async<QList<RunLine>> StoredRunHistory::lines(QString text, int most)
{
    auto reading = m_storage.read([text = text.trimmed(), most](Database &database) {
        return RunRepository(database).lines(text, most);
    });
    auto lines = co_await reading;
    co_return lines;
}

Async<KeptRun> StoredRunHistory::run(RunId id)
{
    auto reading = m_storage.read([id](Database &database) { return RunRepository(database).run(id); });
    auto run = co_await reading;
    co_return run;
}

Async<Done> StoredRunHistory::remove(RunId id)
{
    auto removing = removeFrom(m_storage, [id](RunRepository &runs) { return runs.remove(id); });
    auto removed = co_await removing;
    if (removed)
        Q_EMIT changed();
    co_return removed;
}

Async<Done> StoredRunHistory::removeAll()
{
    auto removing = removeFrom(m_storage, [](RunRepository &runs) { return runs.removeAll(); });
    auto removed = co_await removing;
    if (removed)
        Q_EMIT changed();
    co_return removed;
}

Async<bool> StoredRunHistory::keepsBodies()
{
    auto reading
        = m_storage.read([](Database &database) { return WorkspaceRepository(database).keepsBodies(); });
    auto keeps = co_await reading;
    co_return keeps;
}

Async<Done> StoredRunHistory::setKeepsBodies(bool keeps)
{
    auto writing = m_storage.write([keeps](Database &database) { return setKeepsIn(database, keeps); });
    auto done = co_await writing;
    if (done)
        Q_EMIT changed();
    co_return done;
}

Async<QList<Preset>> StoredRunHistory::presets()
{
    auto reading = m_storage.read([](Database &database) { return PresetRepository(database).all(); });
    auto presets = co_await reading;
    co_return presets;
}

Async<Done> StoredRunHistory::savePreset(Preset preset)
{
    const auto kept = redactedPreset(preset);
    if (kept.name.isEmpty())
        co_return fail(Error::Kind::InvalidInput, u"name"_s);
    auto writing
        = m_storage.write([kept](Database &database) { return PresetRepository(database).save(kept); });
    auto done = co_await writing;
    if (done)
        Q_EMIT presetsChanged();
    co_return done;
}

Async<Done> StoredRunHistory::removePreset(QString name)
{
    auto writing
        = m_storage.write([name](Database &database) { return PresetRepository(database).remove(name); });
    auto done = co_await writing;
    if (done)
        Q_EMIT presetsChanged();
    co_return done;
}

} // namespace tollkeeper
