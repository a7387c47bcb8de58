// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer_vocabulary.h"

#include <QList>
#include <QString>

namespace tollkeeper {

//! One try at one provider. Empty and nullopt: not told; nothing is ever guessed.
struct Attempt {
    AttemptOrigin origin = AttemptOrigin::Gateway;
    QString provider;
    QString model;
    std::optional<int> status; //!< HTTP
    AttemptOutcome outcome = AttemptOutcome::Failed;
    QString reason; //!< server text, redacted; plain text always
    std::optional<qint64> latencyMs;
    friend bool operator==(const Attempt &, const Attempt &) = default;
};

//! Joins what two sources tell of the same request, both in the order of the tries: an attempt both know
//! appears once, with what either knows of it.
[[nodiscard]] QList<Attempt> joinedAttempts(QList<Attempt> known, const QList<Attempt> &more);

} // namespace tollkeeper
