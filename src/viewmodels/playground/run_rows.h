// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_view_model.h"

namespace tollkeeper {

//! One try, as an answer or a history tells of it. `origin`: who made it.
[[nodiscard]] AttemptRow attemptRow(const Attempt &attempt, const QString &origin);
//! The same of one whose answer has no end: it has not served, whatever its status was. `isStopped`: the
//! person stopped it.
[[nodiscard]] AttemptRow endlessRow(Attempt attempt, const QString &origin, bool isStopped);
//! A POST that is under way.
[[nodiscard]] AttemptRow runningRow(const QString &model, const RunPlace &place);
//! With its full stop.
[[nodiscard]] QString fullSentence(const QString &words);
//! The id to quote to support; empty: there is none.
[[nodiscard]] QString quotedId(const AnswerIds &ids);
//! The route in order: the attempts the gateway tells of a POST, and a line of our own where it tells none or
//! where we sent several. Of AttemptRow.
[[nodiscard]] QVariantList attemptRows(const QList<SentRequest> &sent, const RunPlace &place);
[[nodiscard]] QVariantList timingRows(const SentRequest &sent); //!< of TimingRow
//! What the last POST cost in parts and, where one before it may have cost something, what all cost together.
//! Of CostRow.
[[nodiscard]] QVariantList costRows(const PlaygroundRun &run, const RunPlace &place);
//! What an answer cost by its tokens and list prices; nullopt: the answer tells it, or not all of them are
//! known.
[[nodiscard]] std::optional<Money> workedOutCost(const Answer &answer, const RunPlace &place);
[[nodiscard]] QString costNoteOf(const PlaygroundRun &run, const RunPlace &place);
[[nodiscard]] QVariantList idRows(const AnswerIds &ids, bool isError); //!< of IdLine
[[nodiscard]] QVariantList headerRows(const QList<SentRequest> &sent); //!< of HeaderRow
//! The body of an answer as it came, line by line, with what looks like a key masked.
[[nodiscard]] QString rawText(const SentRequest &sent);
//! Its beginning, with JSON indented where it is small enough to be read.
[[nodiscard]] QString bodyText(const SentRequest &sent);

} // namespace tollkeeper
