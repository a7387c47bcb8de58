// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"

#include <QByteArrayView>

namespace tollkeeper {

//! "true", "yes", "1", "stream" and their opposites; nullopt for any other word.
[[nodiscard]] std::optional<bool> truthOf(QByteArrayView word);
//! "success", "failed", "cancelled" and what else logs call an outcome; nullopt for any other word.
[[nodiscard]] std::optional<RequestOutcome> outcomeOf(QByteArrayView word);
//! Tries as our own export writes them; nullopt: not of that shape.
[[nodiscard]] std::optional<QList<AttemptFacts>> attemptsOf(QByteArrayView json);

} // namespace tollkeeper
