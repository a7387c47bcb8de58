// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

#include <QJsonObject>

namespace tollkeeper::simulator {

//! Micro-dollars as decimal text.
[[nodiscard]] QString amountText(qint64 micros);
//! "openrouter": what the ready line calls the place.
[[nodiscard]] QString gatewayName(Place place);
//! Adds amounts as decimal text, requests and tokens to a row.
[[nodiscard]] QJsonObject withFigures(QJsonObject row, const Figures &figures);
//! The name a key's gateway gives a model of the catalogue.
[[nodiscard]] QString modelName(const Key &key, std::size_t model);

} // namespace tollkeeper::simulator
