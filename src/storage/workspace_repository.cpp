// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workspace_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int MsPerMinute = 60'000;

} // namespace

Result<int> WorkspaceRepository::rotationDays()
{
    const auto days = get(u"rotation_days"_s);
    return days ? Result<int>(days->isValid() ? days->toInt() : 90) : fail(days.error());
}

Outcome WorkspaceRepository::setRotationDays(int days)
{
    return set(u"rotation_days"_s, days);
}

Result<int> WorkspaceRepository::lockMinutes()
{
    const auto minutes = get(u"lock_minutes"_s);
    return minutes ? Result<int>(minutes->toInt()) : fail(minutes.error());
}

Outcome WorkspaceRepository::setLockMinutes(int minutes)
{
    return set(u"lock_minutes"_s, minutes);
}

Result<QString> WorkspaceRepository::keychainName()
{
    const auto name = get(u"keychain_name"_s);
    return name ? Result<QString>(name->toString()) : fail(name.error());
}

Outcome WorkspaceRepository::setKeychainName(const QString &name)
{
    return set(u"keychain_name"_s, name);
}

Result<AlertSettings> WorkspaceRepository::alertSettings()
{
    auto row = m_database.run(
        u"SELECT quiet_from, quiet_until, alerts_paused_until FROM workspace WHERE id = 1"_s);
    if (!row)
        return fail(row.error());
    AlertSettings settings;
    if (!row->next())
        return settings;
    settings.pausedUntil = optionalMomentFrom(row->value(2));
    settings.hasQuietHours = !row->value(0).isNull() && !row->value(1).isNull();
    if (settings.hasQuietHours) {
        settings.quietFrom = QTime::fromMSecsSinceStartOfDay(row->value(0).toInt() * MsPerMinute);
        settings.quietUntil = QTime::fromMSecsSinceStartOfDay(row->value(1).toInt() * MsPerMinute);
    }
    return settings;
}

Outcome WorkspaceRepository::setAlertSettings(const AlertSettings &settings)
{
    const auto minutes = [&](QTime time) {
        return settings.hasQuietHours ? QVariant(time.msecsSinceStartOfDay() / MsPerMinute) : QVariant();
    };
    if (auto done = set(u"quiet_from"_s, minutes(settings.quietFrom)); !done)
        return done;
    if (auto done = set(u"quiet_until"_s, minutes(settings.quietUntil)); !done)
        return done;
    return set(u"alerts_paused_until"_s, toColumn(settings.pausedUntil));
}

Result<std::optional<QDateTime>> WorkspaceRepository::evaluatedAt()
{
    const auto at = get(u"evaluated_at"_s);
    return at ? Result<std::optional<QDateTime>>(optionalMomentFrom(*at)) : fail(at.error());
}

Outcome WorkspaceRepository::setEvaluatedAt(const QDateTime &at)
{
    return set(u"evaluated_at"_s, toColumn(at));
}

Result<bool> WorkspaceRepository::keepsBodies()
{
    const auto keeps = get(u"keeps_bodies"_s);
    return keeps ? Result<bool>(keeps->toBool()) : fail(keeps.error());
}

Outcome WorkspaceRepository::setKeepsBodies(bool keeps)
{
    return set(u"keeps_bodies"_s, keeps ? 1 : 0);
}

Result<SendGuard> WorkspaceRepository::sendGuard()
{
    auto row = m_database.run(u"SELECT ask_above_nanos, ask_percent FROM workspace WHERE id = 1"_s);
    if (!row)
        return fail(row.error());
    SendGuard guard;
    if (!row->next())
        return guard;
    guard.askAboveNanos = optionalCountFrom(row->value(0));
    guard.percent = row->value(1).toInt();
    return guard;
}

Outcome WorkspaceRepository::setSendGuard(const SendGuard &guard)
{
    if (auto done = set(u"ask_above_nanos"_s, toColumn(guard.askAboveNanos)); !done)
        return done;
    return set(u"ask_percent"_s, guard.percent);
}

Result<QVariant> WorkspaceRepository::get(const QString &column)
{
    return m_database.value(u"SELECT %1 FROM workspace WHERE id = 1"_s.arg(column));
}

//! A workspace whose zone nobody has set has no row yet.
Outcome WorkspaceRepository::set(const QString &column, const QVariant &value)
{
    return m_database.execute(u"INSERT INTO workspace (id, zone, %1) VALUES (1, 'UTC', :value) "
                              "ON CONFLICT (id) DO UPDATE SET %1 = excluded.%1"_s.arg(column),
        {{":value", value}});
}

} // namespace tollkeeper
