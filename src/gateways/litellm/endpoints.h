// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

#include <QJsonObject>

namespace tollkeeper::litellm {

//! A key with what it has spent. The proxy names keys by the SHA-256 of their text.
struct KeyAnswer {
    KeyFacts key;
    std::optional<CounterReading> counter; //!< none where only the name is listed
    std::optional<LimitFacts> budget; //!< the cap once more, where it says when it starts again
};

//! `GET /key/info` without a query: the key that asks.
[[nodiscard]] Result<KeyAnswer> parseOwnKey(const QJsonObject &body);

//! A page of `GET /key/list`.
struct KeyList {
    QList<KeyAnswer> keys;
    bool isLast = false;
};
[[nodiscard]] Result<KeyList> parseKeyList(const QJsonObject &body, int page);

//! A page of `GET /user/daily/activity`: UTC days by key and model. The proxy pages through single counts,
//! so one day may come in parts, and the parts add up.
struct Activity {
    QList<BucketFacts> buckets;
    bool isLast = false;
};
[[nodiscard]] Result<Activity> parseActivity(const QJsonObject &body, int page, const QDateTime &now);

[[nodiscard]] ErrorCatalogue errorCodes();
[[nodiscard]] AnswerPlaces answerPlaces();

} // namespace tollkeeper::litellm
