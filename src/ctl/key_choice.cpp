// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/key_choice.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {

Result<KeyRow> keyNamed(Engine &engine, const QString &name)
{
    const auto table = wait(engine.keyReports().keys());
    if (!table)
        return fail(table.error());
    QList<KeyRow> found;
    for (const auto &row : table->rows) {
        if (row.key.name == name || row.accountName + u'/' + row.key.name == name)
            found.append(row);
    }
    if (found.isEmpty())
        return fail(Error::Kind::NotFound, u"key named “%1”"_s.arg(name));
    if (found.size() > 1)
        return fail(Error::Kind::InvalidInput, u"several keys are named “%1”; say ACCOUNT/%1"_s.arg(name));
    return found.constFirst();
}

Result<KeyRow> theKey(const Call &call)
{
    if (call.arguments.size() != 1)
        return fail(Error::Kind::InvalidInput, u"this command needs the name of one key"_s);
    return keyNamed(call.engine, call.arguments.constFirst());
}

} // namespace tollkeeper::ctl
