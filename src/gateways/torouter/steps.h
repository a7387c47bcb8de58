// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"
#include "gateways/cursor.h"

#include <QJsonObject>

namespace tollkeeper::torouter {

// A poll with the key alone: usage, then one split for each day that was not over when it was last asked.
// With a panel login: keys, me, usage, rows. A history: days, then one split for each of them; with a panel
// login keys, then rows, month by month back. Words of the cursor beside the step:
// "history"; "days" to look back; "missed" (days whose split by model is to be asked, next first);
// "panel" (a login is there), "print" and "mask" (the account's own key, told apart without telling it),
// "own" (what the panel says of that key: "self" or "hidden") and "ownId" (how it names it).
inline constexpr QLatin1StringView UsageStep("usage");
inline constexpr QLatin1StringView SplitStep("split");
inline constexpr QLatin1StringView DaysStep("days");
inline constexpr QLatin1StringView KeysStep("keys");
inline constexpr QLatin1StringView MeStep("me");
inline constexpr QLatin1StringView RowsStep("rows");

[[nodiscard]] QByteArray firstStep(const PollContext &context);

//! Steps that are asked with the key: usage, split, days.
[[nodiscard]] HttpRequest keyRequest(const QUrl &root, const Cursor &at);
[[nodiscard]] Result<PollPage> readWithKey(const Cursor &at, const QJsonObject &body);

//! Steps that are asked with the panel's session: keys, me, rows.
[[nodiscard]] bool isPanelStep(const Cursor &at);
[[nodiscard]] HttpRequest panelRequest(const QUrl &root, const Cursor &at);
[[nodiscard]] Result<PollPage> readWithSession(const Cursor &at, const QJsonObject &body);

//! The rows' part of it: where to begin, and what follows a page.
[[nodiscard]] Cursor atFirstRows(Cursor at);
[[nodiscard]] Result<PollPage> readRows(Cursor at, const QJsonObject &body);

//! The address below which both the gateway and the panel lie: without the paths that clients want.
[[nodiscard]] QUrl rootOf(const QUrl &baseUrl);

} // namespace tollkeeper::torouter
