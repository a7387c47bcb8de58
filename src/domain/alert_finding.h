// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"

#include <QStringList>

namespace tollkeeper {

//! Something that a budget or rule finds true at one moment. What is not found is not true.
struct AlertFinding {
    enum class Level : std::uint8_t {
        Fires, //!< raises an alert, or keeps one open
        Holds, //!< between the level that raises and the one that clears: keeps one open, raises none
    };

    AlertKind kind = AlertKind::BudgetSpent;
    qint64 source = 0;
    QString subject = {};
    int step = 0;
    //! See Alert::occurrence. Empty: an episode, which begins with the look that first finds it true and ends
    //! with the one that no longer does.
    QString occurrence = {};
    AlertSeverity severity = AlertSeverity::Warning;
    Level level = Level::Fires;
    AlertFacts facts = {};
};

//! What one look of one budget or rule came to.
struct AlertFindings {
    QList<AlertFinding> found;
    //! Of these nothing can be told now, because a poll failed or figures are missing: their alerts stay as
    //! they are, none is raised, none is resolved.
    QStringList undecidedSubjects = {};
    bool isUndecided = false; //!< the same for every subject
};

} // namespace tollkeeper
