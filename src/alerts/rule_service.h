// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/alert_rule.h"
#include "domain/zone_days.h"

#include <QObject>

namespace tollkeeper {

//! One time a rule would have raised an alert.
struct BackTestHit {
    QDateTime at; //!< UTC
    AlertSeverity severity = AlertSeverity::Warning;
    AlertFacts facts;
};

//! What a rule, as it would be saved, would have done.
struct BackTest {
    DayRange days; //!< of the reporting zone, that the ledger knows
    QList<BackTestHit> hits; //!< oldest first
    //! False where what the rule looks at is not kept over time: then nothing can be said of the past.
    bool canTell = true;
};

//! A rule and when it last raised something.
struct RuleLine {
    AlertRule rule;
    std::optional<QDateTime> lastRaisedAt; //!< UTC
    QString lastSubject; //!< name of what it was about
};

//! Reads, changes and tries out rules. UI thread; a back-test runs on a thread of its own.
class RuleService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Async<QList<RuleLine>> rules() = 0;
    //! Values out of bounds are InvalidInput. Switched off, its open alerts are resolved.
    [[nodiscard]] virtual Async<Done> save(AlertRule rule) = 0;
    //! The same looks as the live ones, over what the ledger knows of the last `days` days.
    [[nodiscard]] virtual Async<BackTest> backTest(AlertRule rule, int days) = 0;

Q_SIGNALS:
    void rulesChanged();
};

} // namespace tollkeeper
