// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace tollkeeper {

//! The invented company's own log of requests, as JSON Lines, from what the simulator lists of them. The demo
//! imports it as a person would, so that its Usage page has single requests.
[[nodiscard]] QByteArray demoRequestLog(const QJsonObject &listed);

} // namespace tollkeeper
