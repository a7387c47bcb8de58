// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_reader.h"

namespace tollkeeper {

//! The gateway's own attempts behind an answer, in order, from everything it tells (decoder rule 6): its
//! route, the errors before, provider_responses, streaming debug pieces, header fields. Empty where it tells
//! nothing: no attempt is ever made up.
[[nodiscard]] QList<Attempt> gatewayAttempts(
    const ReceivedAnswer &received, const AnswerPlaces &places, bool isError);

//! Who the error is about, as the gateway names it; empty: not told.
[[nodiscard]] QString providerInError(const QJsonObject &failure);

} // namespace tollkeeper
