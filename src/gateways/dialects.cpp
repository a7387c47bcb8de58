// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"

namespace tollkeeper {

QStringList dialectNames()
{
    QStringList names;
    for (const auto &kind : gatewayKinds())
        names.append(QString::fromLatin1(kind.name));
    names.sort();
    return names;
}

std::optional<Dialect> dialectFor(QStringView kind)
{
    const auto connector = connectorFor(kind);
    if (!connector)
        return std::nullopt;
    return Dialect{connector->displayName(), connector->errorCatalogue(), connector->answerPlaces()};
}

} // namespace tollkeeper
