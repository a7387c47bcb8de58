// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/model_price.h"
#include "domain/send_order.h"

namespace tollkeeper {

//! What a request may cost before it is sent. An estimate: its tokens are counted by rule of thumb.
struct CostEstimate {
    qint64 inputTokens = 0;
    std::optional<qint64> outputTokens; //!< the most it may say, all choices; nullopt: no limit is set
    std::optional<Money> least; //!< the cheapest of the models, saying all it may; nullopt: no price is known
    //! The dearest of them; the same where there is one model. Of a model without a price it is what the
    //! request allows its providers to ask; nullopt: neither is known of any.
    std::optional<Money> most;
    QString dearest; //!< the model of `most`
    QStringList unpriced; //!< models of which neither is known
    friend bool operator==(const CostEstimate &, const CostEstimate &) = default;
};

//! About how many tokens a text is: four characters of Latin script, one of Chinese, Japanese or Korean.
//! Pure.
[[nodiscard]] qint64 estimatedTokens(QStringView text);
//! The same of everything a request sends, its tools and its own JSON body included. Pure.
[[nodiscard]] qint64 estimatedTokens(const PlaygroundRequest &request);

//! `models`: the one asked for, then the fallbacks; those that a body of the person's names for the gateway
//! to go on with count as well. A fallback answers in place of the one before it; what a failed attempt may
//! cost is not counted. Amounts of one currency only: that of the first price known. Pure.
[[nodiscard]] CostEstimate estimatedCost(
    const PlaygroundRequest &request, const QStringList &models, const QList<ModelListing> &catalogue);

} // namespace tollkeeper
