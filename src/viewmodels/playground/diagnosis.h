// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_view_model.h"

namespace tollkeeper {

//! Six cells, one of them on, or two pale ones. Of WhoseCell.
[[nodiscard]] QVariantList whoseCells(const Answer &answer);

struct RetryWords {
    QString verdict; //!< "Do not retry."
    QString reason;
    QString tone; //!< "danger", "warn", "info"
};
[[nodiscard]] RetryWords retryWords(const PlaygroundRun &run);

//! How long it makes sense to wait after a run before it is sent again; nullopt: there is nothing to wait
//! for.
[[nodiscard]] std::optional<std::chrono::milliseconds> advisedWait(const PlaygroundRun &run);
[[nodiscard]] QString resetNote(const QDateTime &resetsAt); //!< "It opens again on …"
//! "20 s to go.", "The wait is over: send it now."
[[nodiscard]] QString timeLeftText(int seconds);

//! What to do, the most useful first. Of StepRow.
[[nodiscard]] QVariantList stepRows(const PlaygroundRun &run, const RunPlace &place);
//! The same where nothing was sent.
[[nodiscard]] QVariantList unsentSteps(const Error &error, const RunPlace &place);
[[nodiscard]] StepRow switchKeyStep(const RunPlace &place); //!< REQUIRES: place.otherKey
[[nodiscard]] QVariantList evidenceRows(const PlaygroundRun &run, const RunPlace &place); //!< of EvidenceRow
//! "message means: …", of a failure whose code is documented; else empty.
[[nodiscard]] QString messageMeaning(const Answer &answer);
//! "Certain: the code is documented.", "Likely: …", "Not sure: …".
[[nodiscard]] QString certaintyText(const Answer &answer);

} // namespace tollkeeper
