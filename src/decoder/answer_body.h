// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace tollkeeper {

//! The body as an object; of a list its first, because Google wraps its errors into a list of one. Empty for
//! anything else.
[[nodiscard]] QJsonObject objectOf(const QByteArray &body);

} // namespace tollkeeper
