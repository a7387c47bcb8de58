// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"
#include "simulator/world.h"

#include <QJsonObject>

namespace tollkeeper::simulator {

//! The one key meant by a name of the ready line, by what its gateway calls it, or by its own name; null
//! where there is none, or more than one of that name. Deleted ones only by what their gateway calls them.
[[nodiscard]] const Key *keyMeant(const World &world, const QString &word);

//! GET /_control/keys: how every key stands, never its text.
[[nodiscard]] Answer keysAnswer(const World &world, const QDateTime &now);

//! POST /_control/move-traffic: `from`, `to`, and `at` (a moment, now without it). From the first slot after
//! it the second key earns what the first one would have.
[[nodiscard]] Answer moveTrafficAnswer(World &world, const QDateTime &now, const QJsonObject &wish);

} // namespace tollkeeper::simulator
