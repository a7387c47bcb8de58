// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rotation_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QVariant keyColumn(const std::optional<KeyId> &key)
{
    return key ? QVariant(key->value()) : QVariant();
}

Rotation rotationFrom(const QSqlQuery &row)
{
    Rotation rotation;
    rotation.id = RotationId(row.value(0).toLongLong());
    rotation.account = AccountId(row.value(1).toLongLong());
    rotation.oldKey = KeyId(row.value(2).toLongLong());
    if (!row.value(3).isNull())
        rotation.newKey = KeyId(row.value(3).toLongLong());
    rotation.step = rotationStepFromText(row.value(4).toString()).value_or(RotationStep::Cancelled);
    rotation.isPasted = row.value(5).toBool();
    rotation.newName = row.value(6).toString();
    rotation.newSecretName = row.value(7).toString();
    rotation.startedAt = momentFrom(row.value(8));
    rotation.createdAt = optionalMomentFrom(row.value(9));
    rotation.savedAt = optionalMomentFrom(row.value(10));
    rotation.deployedAt = optionalMomentFrom(row.value(11));
    rotation.disabledAt = optionalMomentFrom(row.value(12));
    rotation.endedAt = optionalMomentFrom(row.value(13));
    rotation.waitUntil = optionalMomentFrom(row.value(14));
    return rotation;
}

} // namespace

Result<RotationId> RotationRepository::add(const Rotation &rotation)
{
    const auto open
        = m_database.value(u"SELECT id FROM rotation WHERE old_key_id = :key AND ended_at IS NULL"_s,
            {{":key", rotation.oldKey.value()}});
    if (!open)
        return fail(open.error());
    if (open->isValid())
        return fail(Error::Kind::Busy, u"rotation"_s);
    const auto id = m_database.insert(
        uR"(INSERT INTO rotation (account_id, old_key_id, new_key_id, step, is_pasted, new_name, new_secret_name,
                started_at, created_at, saved_at, deployed_at, disabled_at, ended_at, wait_until)
            VALUES (:account, :old, :new, :step, :pasted, :name, :secret, :started, :created, :saved, :deployed,
                :disabled, :ended, :wait))"_s,
        {{":account", rotation.account.value()}, {":old", rotation.oldKey.value()},
            {":new", keyColumn(rotation.newKey)}, {":step", QString(toText(rotation.step))},
            {":pasted", rotation.isPasted}, {":name", rotation.newName}, {":secret", rotation.newSecretName},
            {":started", toColumn(rotation.startedAt)}, {":created", toColumn(rotation.createdAt)},
            {":saved", toColumn(rotation.savedAt)}, {":deployed", toColumn(rotation.deployedAt)},
            {":disabled", toColumn(rotation.disabledAt)}, {":ended", toColumn(rotation.endedAt)},
            {":wait", toColumn(rotation.waitUntil)}});
    return id ? Result<RotationId>(RotationId(*id)) : fail(id.error());
}

Outcome RotationRepository::update(const Rotation &rotation)
{
    return m_database.execute(
        uR"(UPDATE rotation SET new_key_id = :new, step = :step, is_pasted = :pasted, new_name = :name,
                new_secret_name = :secret, created_at = :created, saved_at = :saved, deployed_at = :deployed,
                disabled_at = :disabled, ended_at = :ended, wait_until = :wait WHERE id = :id)"_s,
        {{":new", keyColumn(rotation.newKey)}, {":step", QString(toText(rotation.step))},
            {":pasted", rotation.isPasted}, {":name", rotation.newName}, {":secret", rotation.newSecretName},
            {":created", toColumn(rotation.createdAt)}, {":saved", toColumn(rotation.savedAt)},
            {":deployed", toColumn(rotation.deployedAt)}, {":disabled", toColumn(rotation.disabledAt)},
            {":ended", toColumn(rotation.endedAt)}, {":wait", toColumn(rotation.waitUntil)},
            {":id", rotation.id.value()}});
}

Result<Rotation> RotationRepository::byId(RotationId rotation)
{
    const auto found = where(u"id = :id"_s, {{":id", rotation.value()}});
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? Result<Rotation>(fail(Error::Kind::NotFound, u"rotation"_s))
                            : Result<Rotation>(found->constFirst());
}

Result<QList<Rotation>> RotationRepository::open()
{
    return where(u"ended_at IS NULL"_s, {});
}

Result<QList<Rotation>> RotationRepository::where(
    const QString &condition, std::initializer_list<Database::Binding> bindings)
{
    auto rows = m_database.run(
        uR"(SELECT id, account_id, old_key_id, new_key_id, step, is_pasted, new_name, new_secret_name, started_at,
                created_at, saved_at, deployed_at, disabled_at, ended_at, wait_until FROM rotation WHERE )"_s
            + condition + u" ORDER BY id"_s,
        bindings);
    if (!rows)
        return fail(rows.error());
    QList<Rotation> rotations;
    while (rows->next())
        rotations.append(rotationFrom(*rows));
    return rotations;
}

} // namespace tollkeeper
