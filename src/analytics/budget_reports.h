// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/api_key.h"
#include "domain/budget.h"
#include "domain/forecast.h"
#include "domain/poll_facts.h"

#include <QObject>
#include <QTimeZone>

namespace tollkeeper {

//! One threshold of a budget in its running period.
struct ThresholdLine {
    AlertKind kind = AlertKind::BudgetSpent; //!< or BudgetForecast
    int percent = 0;
    Money amount; //!< what it amounts to
    bool isReached = false;
    std::optional<QDate> day; //!< the day it was reached, or is expected to be; nullopt: not in this period
};

//! Where a budget stands in its running period.
struct BudgetLine {
    Budget budget;
    QString scopeName; //!< of the account, key, team …; empty: everything
    QString accountName; //!< of a key
    std::optional<DayRange> period; //!< nullopt: a custom one that is not now
    Money counted; //!< spent so far, with BYOK where the budget says so
    Money byok; //!< of the period, whether counted or not
    bool isAtLeast = false;
    std::optional<Forecast> forecast; //!< nullopt: too few days are known
    int daysKnown = 0; //!< whole days of history behind the forecast
    QString driver; //!< the key or model that moves the forecast most; empty: none stands out
    QList<ThresholdLine> thresholds; //!< of actual spend, then of the forecast
    QList<KeyId> keys; //!< that it counts and that are not gone; of a model or provider: not known by key
};

//! A key that a budget counts, and what the budget's period had of it.
struct BudgetKeyLine {
    KeyId key;
    QString name;
    QString accountName;
    QString environment;
    Money spent;
};

//! A limit at a gateway that can stop spend of a budget, in the gateway's own calendar.
struct BudgetCapLine {
    QString name; //!< of the key, or of the account with the gateway's word for the limit
    QString gatewayName; //!< "OpenRouter"
    Money limit;
    std::optional<Money> used; //!< as the gateway tells it
    QString reset; //!< "daily", "weekly", "monthly" of the gateway's calendar; empty: never
    std::optional<QDateTime> resetsAt; //!< UTC
    //! UTC; when it is used up at the pace of the last seven days, if that comes before it resets.
    std::optional<QDateTime> usedUpAt;
    bool isBalance = false; //!< the account's balance, which stops as well
};

struct BudgetTable {
    QDateTime asOf; //!< UTC, of the injected clock
    QTimeZone zone; //!< reporting zone
    QDate today; //!< of that zone
    QList<BudgetLine> rows; //!< everything first, then by how much of each is used
    int accounts = 0;
    int keys = 0;
};

struct BudgetDetails {
    BudgetLine line;
    QList<Money> cumulative; //!< running sum at the end of each day of the period up to today
    QList<Forecast> byDay; //!< the same expected for today and each day that is left
    QList<BudgetKeyLine> keyLines; //!< most expensive first
    QList<BudgetCapLine> caps; //!< the one that cuts off first comes first
};

//! What a scope can be chosen from.
struct BudgetChoices {
    QList<QPair<QString, QString>> accounts; //!< id as digits, name
    QList<QPair<QString, QString>> keys; //!< id as digits, name with its account
    QStringList teams;
    QStringList environments;
    QStringList models;
    QStringList providers;
    QStringList tags;
    QList<Currency> currencies; //!< that the ledger has
};

//! Questions about budgets. UI thread; answers come without blocking it.
class BudgetReports : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Async<BudgetTable> budgets() = 0;
    //! Of a stored budget, or of one that is being edited and has no id yet: the preview of an editor.
    [[nodiscard]] virtual Async<BudgetDetails> details(Budget budget) = 0;
    [[nodiscard]] virtual Async<BudgetChoices> choices() = 0;

Q_SIGNALS:
    void changed(); //!< figures or budgets changed: ask again
};

} // namespace tollkeeper
