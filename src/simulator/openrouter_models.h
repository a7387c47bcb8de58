// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/catalogue.h"
#include "simulator/exchange.h"

#include <QJsonObject>
#include <QStringList>

namespace tollkeeper::simulator::openrouter {

//! Prices as decimal text in dollars per token or per search; "0" is free.
[[nodiscard]] QJsonObject pricingOf(const Model &model);
[[nodiscard]] QJsonObject architectureOf(const QString &tokenizer);
//! When a model was released, in seconds since 1970.
[[nodiscard]] qint64 createdAt(const Model &model);
//! Who serves a model in this world: everybody some key uses it at.
[[nodiscard]] QStringList providersOf(const Model &model);
//! Who serves a model. `measured`: with how fast they are.
[[nodiscard]] Answer endpointsOf(const Model &model, bool measured);

} // namespace tollkeeper::simulator::openrouter
