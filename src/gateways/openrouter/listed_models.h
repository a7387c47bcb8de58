// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/cursor.h"

#include <QHash>

namespace tollkeeper::openrouter {

//! What a conversation knows of the names of models, inside its cursor: analytics rows show another one than
//! requests and `/activity` do.
void rememberModels(Cursor &cursor, const QHash<QString, QString> &modelsByOtherName);
[[nodiscard]] QHash<QString, QString> rememberedModels(const Cursor &cursor);

} // namespace tollkeeper::openrouter
