// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/routes.h"

#include <QJsonObject>

namespace tollkeeper::simulator::openrouter {

//! What GET /key and the rows of GET /keys have in common.
[[nodiscard]] QJsonObject usageAndLimits(const Key &key, const QDateTime &now);

[[nodiscard]] Answer currentKey(const Key &key, const QDateTime &now);
[[nodiscard]] Answer listKeys(const Visit &visit);
[[nodiscard]] Answer activity(const Visit &visit);
//! The envelope of every refusal.
[[nodiscard]] Answer refused(int status, const QString &message);

} // namespace tollkeeper::simulator::openrouter
