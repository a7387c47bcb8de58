// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/cursor.h"
#include "gateways/openrouter/endpoints.h"

#include <QHash>

namespace tollkeeper::openrouter {

//! What a conversation remembers of the keys it has listed, inside its cursor.

//! False where the key is known already.
[[nodiscard]] bool remember(Cursor &cursor, const KeyAnswer &key);
//! Hashes by name, of names that only one key bears: analytics rows show nothing but the name.
[[nodiscard]] QHash<QString, QString> keysByName(const Cursor &cursor);
//! Names are of no use any more.
void forgetNames(Cursor &cursor);

//! Marks a key to be asked about by itself; heavier ones are asked first.
void askAbout(Cursor &cursor, const QString &hash, qint64 weight);
//! Whose turn it is; empty: all are asked.
[[nodiscard]] QString keyToAsk(const Cursor &cursor);
void markAsked(Cursor &cursor);
[[nodiscard]] HistoryProgress progressOf(const Cursor &cursor);

} // namespace tollkeeper::openrouter
