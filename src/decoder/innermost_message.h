// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tollkeeper {

//! What was said at the very inside of an error body: gateways put the provider's answer, as JSON in a
//! string, once or twice into their own (decoder rule 4). Not redacted. Empty when there is no message at
//! all.
[[nodiscard]] QString innermostMessage(const QJsonObject &body);

} // namespace tollkeeper
