// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_reader.h"

namespace tollkeeper {

//! Every id an answer came with (decoder rule 8).
[[nodiscard]] AnswerIds idsOf(
    const ReceivedAnswer &received, const AnswerPlaces &places, const QString &sentRequestId);

} // namespace tollkeeper
