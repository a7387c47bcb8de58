// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"
#include "domain/account.h"
#include "domain/zone_days.h"

#include <QList>

namespace tollkeeper {

//! A limit here that warns; only a cap at the gateway stops. Scope: everything; period: the calendar month of
//! the reporting zone.
struct Budget {
    BudgetId id;
    QString name;
    Money limit; //!< counts spend of its own currency only (ledger rule 2)
    bool includesByok = false;
    QList<int> thresholds{50, 80, 100}; //!< percent of the limit, of actual spend
    friend bool operator==(const Budget &, const Budget &) = default;
};

//! Thresholds that `spent` has reached, ascending. Reached means spent * 100 >= limit * percent.
[[nodiscard]] QList<int> reachedThresholds(const Budget &budget, Money spent);

enum class AlertSeverity : std::uint8_t { Info, Warning, Critical };
//! 100 % and more is critical, what lies below is a warning.
[[nodiscard]] AlertSeverity severityOf(int threshold);
[[nodiscard]] QLatin1StringView toText(AlertSeverity severity);

//! What became of the one notification of an alert.
enum class Notice : std::uint8_t {
    NotWanted, //!< recorded by a run that does not notify
    Intended, //!< committed before it was shown; seen again at start, it is shown again and marked repeated
    Shown,
    Unavailable, //!< no notification service: the inbox is the record
};
[[nodiscard]] QLatin1StringView toText(Notice notice);
[[nodiscard]] Notice noticeFromText(QStringView text);

//! One crossing of one threshold in one period: exactly one record, whatever happens.
struct BudgetAlert {
    AlertId id;
    BudgetId budget;
    QString budgetName;
    int threshold = 0; //!< percent
    DayRange period;
    Money limit;
    Money spent; //!< when it was raised
    QDateTime raisedAt; //!< UTC
    bool isAtLeast = false; //!< some account could not tell all of its spend
    Notice notice = Notice::NotWanted;
    quint32 noticeId = 0; //!< of the notification service, for replacing
    bool isRepeated = false; //!< shown twice because of a crash between showing and recording
    std::optional<QDateTime> acknowledgedAt; //!< UTC
};

} // namespace tollkeeper
