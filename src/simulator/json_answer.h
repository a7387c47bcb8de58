// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"

#include <QJsonObject>

namespace tollkeeper::simulator {

[[nodiscard]] Answer jsonAnswer(const QJsonObject &object, int status = 200);
//! The body as an object; nullopt for anything else. An empty body is an empty object.
[[nodiscard]] std::optional<QJsonObject> objectIn(const QByteArray &body);

//! Micro-dollars as the JSON number the gateways send. Whole micro-dollars below 2^53 survive it.
[[nodiscard]] inline double dollars(qint64 micros)
{
    return static_cast<double>(micros) / 1e6;
}

} // namespace tollkeeper::simulator
