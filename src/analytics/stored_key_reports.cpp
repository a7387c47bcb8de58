// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stored_key_reports.h"

#include "analytics/key_table_builder.h"
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "storage/workspace_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString textOf(const KeyLabels &labels)
{
    QStringList parts{labels.environment, labels.team, labels.owner};
    parts.append(labels.tags);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

KeyLabels changed(KeyLabels labels, const KeyReports::LabelChange &change)
{
    labels.environment = change.environment.value_or(labels.environment);
    labels.team = change.team.value_or(labels.team);
    labels.owner = change.owner.value_or(labels.owner);
    labels.tags = change.tags.value_or(labels.tags);
    return labels;
}

//! All or none, with an entry in the history of each.
Outcome labelAll(
    Database &database, const QList<KeyId> &keys, const KeyReports::LabelChange &change, const QDateTime &now)
{
    return database.inTransaction([&]() -> Outcome {
        KeyRepository repository(database);
        for (const auto id : keys) {
            const auto key = repository.byId(id);
            if (!key)
                return fail(key.error());
            const auto labels = changed(key->labels, change);
            if (labels == key->labels)
                continue;
            if (auto labelled = repository.label(id, labels, now); !labelled)
                return labelled;
            const KeyEvent event{
                KeyEvent::What::Labelled, KeyEvent::Origin::Here, now, textOf(key->labels), textOf(labels)};
            if (auto added = KeyEventRepository(database).add(id, event); !added)
                return added;
        }
        return Done{};
    });
}

} // namespace

StoredKeyReports::StoredKeyReports(
    Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent)
    : KeyReports(parent), m_storage(storage), m_clock(clock), m_traits(std::move(traits))
{
}

Async<KeyTable> StoredKeyReports::keys()
{
    auto reading = m_storage.read([traits = m_traits, now = m_clock.now()](Database &database) {
        return KeyTableBuilder(database, now, traits).build();
    });
    auto answer = co_await reading;
    co_return answer;
}

Async<KeyDetails> StoredKeyReports::details(KeyId key)
{
    auto reading = m_storage.read([key, traits = m_traits, now = m_clock.now()](Database &database) {
        return KeyTableBuilder(database, now, traits).details(key);
    });
    auto answer = co_await reading;
    co_return answer;
}

Async<RotationWatch> StoredKeyReports::watch(RotationId rotation)
{
    auto reading = m_storage.read(
        [rotation, now = m_clock.now()](Database &database) { return watchOf(database, rotation, now); });
    auto answer = co_await reading;
    co_return answer;
}

Async<Done> StoredKeyReports::label(QList<KeyId> keys, LabelChange change)
{
    auto writing = m_storage.write([keys, change, now = m_clock.now()](
                                       Database &database) { return labelAll(database, keys, change, now); });
    auto answer = co_await writing;
    if (answer)
        Q_EMIT changed();
    co_return answer;
}

Async<Done> StoredKeyReports::setRotationDays(KeyId key, std::optional<int> days)
{
    auto writing = m_storage.write(
        [key, days](Database &database) { return KeyRepository(database).setRotationDays(key, days); });
    auto answer = co_await writing;
    if (answer)
        Q_EMIT changed();
    co_return answer;
}

Async<int> StoredKeyReports::rotationDays()
{
    auto reading
        = m_storage.read([](Database &database) { return WorkspaceRepository(database).rotationDays(); });
    auto answer = co_await reading;
    co_return answer;
}

Async<Done> StoredKeyReports::setWorkspaceRotationDays(int days)
{
    auto writing = m_storage.write(
        [days](Database &database) { return WorkspaceRepository(database).setRotationDays(days); });
    auto answer = co_await writing;
    if (answer)
        Q_EMIT changed();
    co_return answer;
}

} // namespace tollkeeper
