// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/key_table_builder.h"
#include "storage/key_use_repository.h"
#include "storage/rotation_repository.h"
#include "storage/spend_repository.h"

#include <chrono>

namespace tollkeeper {
namespace {

constexpr std::chrono::minutes Before(15); // of the rotation, to show what was usual

void addPoint(QList<RotationPoint> &points, const KeyUse &use, bool isNew)
{
    const auto zero = Money::fromNanos(0, use.billed.currency());
    if (points.isEmpty() || points.constLast().start != use.start)
        points.append({use.start, zero, zero});
    auto &side = isNew ? points.last().newKey : points.last().oldKey;
    side += use.billed;
    side += use.byok;
}

//! Quiet is only what was looked at: the last poll has to lie behind the minutes of silence.
bool isQuiet(const RotationWatch &watch, const QDateTime &now)
{
    const auto &deployed = watch.rotation.deployedAt;
    if (!deployed || !watch.newLastSpentAt || *watch.newLastSpentAt <= *deployed)
        return false;
    const auto since = watch.oldLastSpentAt ? std::max(*watch.oldLastSpentAt, *deployed) : *deployed;
    return since.secsTo(now) >= qint64(QuietMinutes) * 60;
}

} // namespace

Result<RotationWatch> watchOf(Database &database, RotationId id, const QDateTime &now)
{
    const auto rotation = RotationRepository(database).byId(id);
    const auto currency = SpendRepository(database).mainCurrency();
    if (!rotation)
        return fail(rotation.error());
    if (!currency)
        return fail(currency.error());
    RotationWatch watch;
    watch.asOf = now;
    watch.rotation = *rotation;
    QList<KeyId> keys{rotation->oldKey};
    if (rotation->newKey)
        keys.append(*rotation->newKey);
    const auto uses
        = KeyUseRepository(database).uses(keys, rotation->startedAt.addSecs(-qint64(Before.count()) * 60));
    if (!uses)
        return fail(uses.error());
    const auto unit = uses->isEmpty() ? *currency : uses->constFirst().billed.currency();
    watch.oldSinceDeployed = watch.newSinceDeployed = Money::fromNanos(0, unit);
    for (const auto &use : *uses) {
        if (use.billed.currency() != unit)
            continue;
        const bool isNew = use.key != rotation->oldKey;
        addPoint(watch.points, use, isNew);
        (isNew ? watch.newLastSpentAt : watch.oldLastSpentAt) = std::min(use.end, now);
        if (rotation->deployedAt && use.start >= *rotation->deployedAt) {
            auto &sum = isNew ? watch.newSinceDeployed : watch.oldSinceDeployed;
            sum += use.billed;
            sum += use.byok;
        }
    }
    watch.isQuiet = isQuiet(watch, now);
    return watch;
}

} // namespace tollkeeper
