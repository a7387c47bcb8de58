// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

#include <QJsonObject>

namespace tollkeeper::simulator {

//! What the company truly spent in a stretch, by account, key, model, provider and UTC day: what a ledger
//! must agree with. Models have the name their gateway gives them; a provider the gateway hides is "".
[[nodiscard]] QJsonObject truth(const World &world, Stretch stretch);

} // namespace tollkeeper::simulator
