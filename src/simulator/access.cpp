// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/access.h"

namespace tollkeeper::simulator {

QByteArray credentialOf(const Asked &asked)
{
    const auto authorization = asked.header("Authorization");
    constexpr qsizetype SchemeSize = 7;
    if (authorization.left(SchemeSize).compare("Bearer ", Qt::CaseInsensitive) == 0)
        return authorization.mid(SchemeSize).trimmed();
    const auto plain = asked.header("x-api-key");
    return plain.isEmpty() ? asked.header("x-goog-api-key") : plain;
}

const Key *keyOf(const World &world, Place place, const Asked &asked)
{
    return world.keyWithText(place, credentialOf(asked));
}

} // namespace tollkeeper::simulator
