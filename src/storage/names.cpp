// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/names.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Result<qint64> Names::idOf(const QString &table, const QString &name)
{
    if (name.isEmpty())
        return 0;
    const auto remembered = m_known.constFind(table + u'/' + name);
    if (remembered != m_known.constEnd())
        return *remembered;
    const auto known
        = m_database.value(u"SELECT id FROM %1 WHERE name = :name"_s.arg(table), {{":name", name}});
    if (!known)
        return fail(known.error());
    auto id = known->toLongLong();
    if (id == 0) {
        const auto added
            = m_database.insert(u"INSERT INTO %1 (name) VALUES (:name)"_s.arg(table), {{":name", name}});
        if (!added)
            return fail(added.error());
        id = *added;
    }
    m_known.insert(table + u'/' + name, id);
    return id;
}

} // namespace tollkeeper
