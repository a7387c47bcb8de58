// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/cost_estimate.h"
#include "playground/request_body.h"
#include "playground/send_choices.h"
#include "viewmodels/playground/playground_lines.h"

namespace tollkeeper {

//! "OpenAI chat".
[[nodiscard]] QString protocolText(ApiProtocol protocol);
//! "$3.00 / $15.00": for a million tokens in and out; empty where the catalogue tells none.
[[nodiscard]] QString pricesText(const ModelListing *listing);

[[nodiscard]] SendAccountRow accountRow(const SendAccount &account);
//! "support-chat-staging"; of the account's own, before a poll has told its row: "the account's own".
[[nodiscard]] QString keyName(const SendKey &key);
[[nodiscard]] SendKeyRow keyRow(const SendKey &key);
//! "The next key is apac-chat-prod: ¥5,625.65 left of ¥9,000, prod, APAC ops.": nobody has to look it up.
[[nodiscard]] QString nextKeyText(const SendKey &key);
//! `other`: the model it would answer for, to say whether it is dearer; nullptr: not known.
[[nodiscard]] ModelRow modelRow(
    const QString &model, const ModelListing *listing, const ModelListing *other = nullptr);
[[nodiscard]] bool areSame(const QList<ModelRow> &one, const QList<ModelRow> &other);

//! "≈ $0.0125 to $0.0209", "at most ≈ $0.0209"; empty where no price is known.
[[nodiscard]] QString estimateText(const CostEstimate &estimate);
[[nodiscard]] QString estimateNoteText(const CostEstimate &estimate, bool hasFallbacks);
//! "$60" rather than "$60.00": a cap is most often a round number.
[[nodiscard]] QString roundMoneyText(Money money);
//! Four figures are enough for an estimate.
[[nodiscard]] QString shortMoneyText(Money money);
//! Never less than nothing; nullopt: no cap, or not told what is used of it.
[[nodiscard]] std::optional<Money> leftOnCap(const SendKey &key);

//! "Line 3 is no JSON."
[[nodiscard]] QString jsonFaultText(const JsonFault &fault);
//! What is wrong with a JSON text beside the messages.
struct ExtrasFault {
    QString text; //!< empty: nothing
    int line = 0; //!< from 1
};
[[nodiscard]] ExtrasFault faultOfTools(const QString &json);
[[nodiscard]] ExtrasFault faultOfSchema(const QString &json);

} // namespace tollkeeper
