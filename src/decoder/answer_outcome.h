// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_reader.h"

namespace tollkeeper {

//! What an answer that has ended means. Pure and total; readAnswer() and AnswerReader are the way in.
[[nodiscard]] Answer concluded(
    const ReceivedAnswer &received, const Dialect &dialect, const Asked &asked, const QDateTime &now);

} // namespace tollkeeper
