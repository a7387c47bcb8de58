// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/budget.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>
#include <QTimeZone>

//! Random histories of a profile: what gateways say and say again, looks, restarts, crashes, jumps of the
//! clock, another reporting zone; and a model that says what must come of them.
namespace alerts {

//! One step of a history; steps are played in runs of the app.
struct Step {
    enum class What {
        Tell, //!< the gateway says what an hour cost: for the first time, late, again, or otherwise than
              //!< before
        FailPoll,
        Look, //!< budgets are compared
        ChangeZone,
    };
    What what = What::Look;
    QDateTime now; //!< UTC; it may lie before that of the step before
    QDateTime hour; //!< UTC; of Tell: the hour around noon of a day
    qint64 cents = 0;
    QByteArray zone;
};

//! What lies between two starts of the app.
struct Run {
    QList<Step> steps;
    QByteArray crashAt; //!< a named point; empty: it ends as it should
};

struct History {
    QList<tollkeeper::Budget> budgets; //!< without ids
    QByteArray zone; //!< at first
    QDateTime begins; //!< UTC
    QList<Run> runs; //!< the last one ends as it should, with a look
};
[[nodiscard]] History randomHistory(quint32 seed);

//! What a crossing is called: "Monthly 80 2026-06-01".
[[nodiscard]] QString nameOf(const QString &budget, int threshold, const QString &occurrence);

//! Follows a history beside the app. It knows what gateways said, and nothing of how the app works.
class Model {
public:
    explicit Model(const History &history);

    void tell(const Step &step);
    void changeZone(const QByteArray &zone) { m_zone = QTimeZone(zone); }
    //! A look that was committed: what has been reached must have a record from now on.
    void look(const QDateTime &now);

    [[nodiscard]] QStringList crossings() const; //!< sorted

private:
    void lookAt(const tollkeeper::Budget &budget, const tollkeeper::DayRange &period);
    [[nodiscard]] qint64 spentIn(const tollkeeper::DayRange &period) const;

    QList<tollkeeper::Budget> m_budgets;
    QTimeZone m_zone;
    QDateTime m_begins;
    QDateTime m_lastLook;
    QHash<QDateTime, qint64> m_hours;
    QSet<QString> m_crossings;
};

} // namespace alerts
