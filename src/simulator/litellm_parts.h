// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/routes.h"

namespace tollkeeper::simulator::litellm {

//! The proxy's refusal: OpenAI's shape, with the status as text.
[[nodiscard]] Answer refused(int status, const QString &type, const QString &message);
//! The refusal of a question the proxy's framework cannot read.
[[nodiscard]] Answer unreadable(const QString &parameter);

//! The keys whose spend this one may see: all of them with the admin's, else those of the same user.
[[nodiscard]] std::vector<const Key *> visibleTo(const Visit &visit, const Key &asker);
//! Since the running budget began, without a budget's period since ever. Micro-dollars.
[[nodiscard]] qint64 spendOf(const Key &key, const QDateTime &now);

//! GET /key/info, of the asker or of the key that ?key= names by text or hash.
[[nodiscard]] Answer keyInfo(const Visit &visit, const Key &asker);
//! GET /key/list, with an admin's key.
[[nodiscard]] Answer keyList(const Visit &visit, const Key &asker);
//! GET /user/daily/activity: sums by UTC day, paged by what they are made of.
[[nodiscard]] Answer dailyActivity(const Visit &visit, const Key &asker);
//! GET /spend/logs: single requests, or with days and without summarize=false their sums by day.
[[nodiscard]] Answer spendLogs(const Visit &visit, const Key &asker);

} // namespace tollkeeper::simulator::litellm
