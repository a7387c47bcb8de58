// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/run_view_model.h"

namespace tollkeeper {

//! `many` with the count in the place of %1, in the form that fits it; of a single one `one`. Both are keys
//! of the heading "Playground" that lupdate has been shown: QT_TRANSLATE_NOOP and QT_TRANSLATE_N_NOOP.
[[nodiscard]] QString countedText(const char *one, const char *many, qint64 count);

//! What kind of end a run came to: Complete, Failed, Incomplete or Cancelled.
[[nodiscard]] RunViewModel::State stateOf(const PlaygroundRun &run);
//! "ok", "warn" or "danger"; "off": cancelled.
[[nodiscard]] QString toneOf(const PlaygroundRun &run);

//! It began to answer and has no end.
[[nodiscard]] bool brokeOff(const Answer &answer);
//! The person stopped it on its way: nobody failed.
[[nodiscard]] bool isCancelled(const SentRequest &sent);

//! "Answered by a fallback model", "Incomplete: stream ended after 214 tokens", "This key has …".
[[nodiscard]] QString runTitle(const PlaygroundRun &run);
//! "after 2 failed attempts"; may be empty.
[[nodiscard]] QString runNote(const PlaygroundRun &run);
//! What happened and what it means, of anything but a success.
[[nodiscard]] QString runExplanation(const PlaygroundRun &run, const RunPlace &place);
//! "14:32:07 UTC, 90 ms, no charge".
[[nodiscard]] QString runMoment(const PlaygroundRun &run);
//! "Complete: finish reason stop, stream closed with [DONE]".
[[nodiscard]] QString runEnding(const PlaygroundRun &run);
//! "1,182 + 386"; "unknown" where the answer tells none.
[[nodiscard]] QString tokensText(const AnswerUsage &usage);
//! True where another model answered than was asked for, as far as can be told. "acme/alpha" and "alpha-2025"
//! that begins with it are one model: gateways name it with and without its maker and its date.
[[nodiscard]] bool isOtherModel(const QString &requested, const QString &served);
//! How many POSTs and attempts of gateways failed; what the person stopped has not.
[[nodiscard]] int failedAttempts(const PlaygroundRun &run);
//! False of an answer that was received elsewhere: nobody measured it.
[[nodiscard]] bool isTimed(const SentRequest &sent);
//! Of everything, waits included.
[[nodiscard]] std::chrono::milliseconds totalOf(const PlaygroundRun &run);

} // namespace tollkeeper
