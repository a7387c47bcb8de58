// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

#include <QJsonObject>

namespace tollkeeper::chuizi {

//! `GET /v1/key/info` in each of its documented shapes and any mixture of them: the key with its daily cap,
//! the account's balance, the request rate, and what today has cost where an older build says so.
[[nodiscard]] Result<PollFacts> parseKeyInfo(const QJsonObject &body, const QDateTime &now);

//! `GET /v1/models`: what this key may call, with list prices that hold the gateway's markup.
[[nodiscard]] Result<PollFacts> parseModels(const QJsonObject &body);

//! `GET /v1/generation?id=…`: the bill of one request.
[[nodiscard]] Result<RequestFacts> parseGeneration(const QJsonObject &body);

//! USD unless "currency" names another one; Protocol where that is none.
[[nodiscard]] Result<Currency> currencyOf(const QJsonObject &object);

[[nodiscard]] ErrorCatalogue errorCodes();
[[nodiscard]] AnswerPlaces answerPlaces();

} // namespace tollkeeper::chuizi
