// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workspace_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

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
