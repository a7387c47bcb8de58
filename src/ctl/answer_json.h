// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"

#include <QJsonObject>

namespace tollkeeper::ctl {

//! The document of `decode` and `send` (design: decoder). Unknown is null, never 0.
[[nodiscard]] QJsonObject toJson(const Answer &answer);

} // namespace tollkeeper::ctl
