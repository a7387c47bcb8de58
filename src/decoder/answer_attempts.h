// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_reader.h"

namespace tollkeeper {

//! The gateway's own attempts behind an answer, in order, from everything it tells (decoder rule 6): its
//! route, the errors before, provider_responses, streaming debug pieces, header fields. Empty where it tells
//! nothing: no attempt is ever made up. `configuration`: see Asked.
[[nodiscard]] QList<Attempt> gatewayAttempts(const ReceivedAnswer &received, const AnswerPlaces &places,
    const QJsonObject &configuration, bool isError);

//! Where a header names a target that is not the first of its level, such as "config.targets[1]": whether
//! those before were tried depends on the configuration. Empty: no such target.
struct LaterTarget {
    QString header;
    QString path;
};
[[nodiscard]] LaterTarget laterTarget(const ReceivedAnswer &received, const AnswerPlaces &places);

//! Who the error is about, as the gateway names it; empty: not told.
[[nodiscard]] QString providerInError(const QJsonObject &failure);

} // namespace tollkeeper
