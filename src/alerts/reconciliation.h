// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/alert_finding.h"
#include "domain/alert_settings.h"
#include "domain/channel.h"

#include <QTimeZone>

namespace tollkeeper {

class Database;

//! Of which budget side or rule findings are, and who is told of them.
struct FindingSource {
    AlertKind kind = AlertKind::BudgetSpent;
    qint64 id = 0;
    QList<ChannelId> channels;
    //! Only records of this occurrence are resolved; nullopt: of all.
    std::optional<QString> occurrence = {};
};

//! When a look is taken.
struct LookMoment {
    QDateTime now; //!< UTC
    QTimeZone zone; //!< reporting zone
    AlertSettings settings;
    bool isLate = false; //!< nobody looked for a while: what is raised now may have come true long ago
};

//! An episode that begins again this soon is the one before, and raises no second notice.
inline constexpr int SameEpisodeWithinSeconds = 3600;

//! Brings the records in line with what one look at one source found, and queues the notices, all within the
//! caller's transaction: what came true is raised, what is no longer true is resolved, what may be either
//! stays as it is. Running it again changes nothing. Answers with what was raised or reopened.
[[nodiscard]] Result<QList<Alert>> reconcile(
    Database &database, const FindingSource &source, const AlertFindings &findings, const LookMoment &moment);

//! The same for a period that is over: a crossing nobody saw is raised, marked late, and nothing is resolved.
[[nodiscard]] Result<QList<Alert>> raiseMissed(
    Database &database, const FindingSource &source, const AlertFindings &findings, LookMoment moment);

//! Closes an alert and says why in its history; one that people wait to see the end of is told once.
[[nodiscard]] Outcome resolve(Database &database, Alert alert, AlertEvent::What why,
    const FindingSource &source, const LookMoment &moment);

//! Alerts that are still true when their snooze ends speak again.
[[nodiscard]] Outcome endSnooze(
    Database &database, Alert alert, const FindingSource &source, const LookMoment &moment);

} // namespace tollkeeper
