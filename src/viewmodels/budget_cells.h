// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_reports.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One row of the list of budgets as finished texts; names may hold what a person or a server wrote and are
//! shown as plain text only. Tones are "", "ok", "warn", "danger".
struct BudgetCells {
    Q_GADGET
    QML_VALUE_TYPE(budgetCells)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString scope MEMBER scope)
    Q_PROPERTY(QString period MEMBER period)
    Q_PROPERTY(QString periodNote MEMBER periodNote)
    Q_PROPERTY(QString spent MEMBER spent)
    Q_PROPERTY(QString limit MEMBER limit)
    Q_PROPERTY(double share MEMBER share)
    Q_PROPERTY(double forecastShare MEMBER forecastShare)
    Q_PROPERTY(QVariantList gaps MEMBER gaps)
    Q_PROPERTY(QString used MEMBER used)
    Q_PROPERTY(QString usedNote MEMBER usedNote)
    Q_PROPERTY(QString forecast MEMBER forecast)
    Q_PROPERTY(bool isForecastOver MEMBER isForecastOver)
    Q_PROPERTY(QString outlook MEMBER outlook)
    Q_PROPERTY(QString outlookTone MEMBER outlookTone)
    Q_PROPERTY(QString outlookIcon MEMBER outlookIcon)
    Q_PROPERTY(QString barText MEMBER barText)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString id;
    QString name;
    QString scope; //!< "Team, 4 keys"
    QString period; //!< "Monthly"
    QString periodNote; //!< "without BYOK"; empty: nothing to say
    QString spent; //!< "$7,486.20"
    QString limit; //!< "of $12,000"
    double share = 0; //!< of the limit
    double forecastShare = -1; //!< negative: no forecast
    QVariantList gaps; //!< of double: thresholds of actual spend below the limit, as shares of it
    QString used; //!< "62.4%"
    QString usedNote; //!< "at least"; empty: that is all
    QString forecast; //!< "103.8%"
    bool isForecastOver = false;
    QString outlook; //!< "over by $454"
    QString outlookTone;
    QString outlookIcon;
    QString barText; //!< what the bar reads: spent, limit, forecast
    QString spoken; //!< the whole row
};

[[nodiscard]] BudgetCells budgetCells(const BudgetLine &line, const BudgetTable &table);
[[nodiscard]] QString scopeKindText(BudgetScope::Kind kind); //!< "Team"
[[nodiscard]] QString scopeTagText(BudgetScope::Kind kind); //!< "team budget"
[[nodiscard]] QString periodText(const BudgetPeriod &period); //!< "Weekly", "1 Jun to 15 Jul"
//! "At 50, 80, 100%" where all budgets have the same thresholds, else "Thresholds".
[[nodiscard]] QString thresholdsTitle(const QList<BudgetLine> &lines);

} // namespace tollkeeper
