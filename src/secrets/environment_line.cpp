// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/environment_line.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Result<Secret> environmentLine(const QString &name, const Secret &secret)
{
    static const QRegularExpression variable(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (!variable.match(name).hasMatch())
        return fail(Error::Kind::InvalidInput, u"name of a variable"_s);
    return Secret::fromInput(name.toLatin1() + '=' + secret.reveal());
}

} // namespace tollkeeper
