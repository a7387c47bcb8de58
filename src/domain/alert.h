// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"

#include <QDateTime>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace tollkeeper {

enum class AlertSeverity : std::uint8_t { Info, Warning, Critical };
[[nodiscard]] QLatin1StringView toText(AlertSeverity severity);
[[nodiscard]] AlertSeverity alertSeverityFromText(QStringView text);

//! What an alert is about: one of the two sides of a budget, or one rule. The words of toText() stand in the
//! database and in JSON.
enum class AlertKind : std::uint8_t {
    BudgetSpent, //!< "budget_spent": actual spend reached a threshold
    BudgetForecast, //!< "budget_forecast": the forecast reached one
    Spike, //!< "spike"
    LowBalance, //!< "low_balance"
    KeyCap, //!< "key_cap"
    KeyExpiry, //!< "key_expiry"
    RotationDue, //!< "rotation_due"
    GatewayHealth, //!< "gateway_health"
    FailureRate, //!< "failure_rate"
    FallbackRate, //!< "fallback_rate"
    ServedModel, //!< "served_model": another model answers than before
    PriceChange, //!< "price_change"
    UnusualHour, //!< "unusual_hour"
    UncappedKey, //!< "uncapped_key": unknown or uncapped
    UnusedKey, //!< "unused_key"
    WeeklyDigest, //!< "weekly_digest"
};
[[nodiscard]] QLatin1StringView toText(AlertKind kind);
[[nodiscard]] std::optional<AlertKind> alertKindFromText(QStringView text);
[[nodiscard]] inline bool isOfBudget(AlertKind kind)
{
    return kind == AlertKind::BudgetSpent || kind == AlertKind::BudgetForecast;
}

//! The figures an alert speaks of, as they were when it was last seen true. Which of them are set depends on
//! the kind; words/ makes sentences of them. Kept as JSON in the profile, so that old alerts stay readable.
struct AlertFacts {
    QString name = {}; //!< of what it is about: the budget, key, account or model
    QString accountName = {}; //!< of a key
    std::optional<Money> spent = {}; //!< also: the balance that is left, the cap's use
    std::optional<Money> limit = {}; //!< of the budget or cap
    std::optional<Money> expected = {}; //!< a forecast
    std::optional<Money> usual = {}; //!< what is usual for such a day or hour
    std::optional<double> percent = {}; //!< a share or a change, 0 to 100 and more
    std::optional<double> times = {}; //!< how many times the usual
    std::optional<double> daysLeft = {}; //!< at this pace; or until it expires; negative: overdue
    std::optional<qint64> count = {}; //!< requests or polls that are meant …
    std::optional<qint64> of = {}; //!< … of so many
    std::optional<QDateTime> since = {}; //!< UTC; when it began, or the last answer
    std::optional<QDateTime> until = {}; //!< UTC; when it resets, expires or runs out
    QString before = {}; //!< the model asked for, the price or model of before
    QString after = {}; //!< the model that answered, the price or model now
    QString cause = {}; //!< the most frequent cause; server text: plain
    QString driver = {}; //!< the key or model that moves it most
    QDate periodFirst = {}; //!< of the reporting zone
    QDate periodLast = {};
    bool isAtLeast = false; //!< some account could not tell all of its spend
    friend bool operator==(const AlertFacts &, const AlertFacts &) = default;
};
[[nodiscard]] QJsonObject toJson(const AlertFacts &facts);
[[nodiscard]] AlertFacts alertFactsFrom(const QJsonObject &json);

//! What an alert is about, as a word that stays the same as long as the thing lives: "key:12", "account:3",
//! "model:openai/gpt-5", "budget:4".
[[nodiscard]] QString subjectOf(KeyId key);
[[nodiscard]] QString subjectOf(AccountId account);
[[nodiscard]] QString subjectOf(BudgetId budget);
[[nodiscard]] QString subjectOfModel(const QString &model);
//! The id in such a word; 0 where it is of another kind.
[[nodiscard]] KeyId keyOf(const QString &subject);
[[nodiscard]] AccountId accountOf(const QString &subject);
[[nodiscard]] BudgetId budgetOf(const QString &subject);
[[nodiscard]] QString modelOf(const QString &subject);

//! Where an alert stands. "Armed" is the absence of a record.
enum class AlertState : std::uint8_t {
    Firing, //!< true, and nobody has taken note
    Acknowledged, //!< true, and somebody has
    Snoozed, //!< true, and silent until a moment or until it changes
    Resolved, //!< no longer true, or its period is over
};
[[nodiscard]] QLatin1StringView toText(AlertState state);
[[nodiscard]] AlertState alertStateFromText(QStringView text);

//! One crossing: exactly one record for each kind, source, subject, step and occurrence, whatever happens.
struct Alert {
    AlertId id = {};
    AlertKind kind = AlertKind::BudgetSpent;
    qint64 source = 0; //!< id of the budget or rule that raised it
    QString subject = {};
    int step = 0; //!< which threshold: percent, days; 0 where there is only one
    //! Which time: the first day of a budget's period, the day of a spike, the moment an episode began.
    QString occurrence = {};
    AlertSeverity severity = AlertSeverity::Warning;
    AlertState state = AlertState::Firing;
    AlertFacts facts = {};
    QDateTime raisedAt = {}; //!< UTC
    QDateTime lastTrueAt = {}; //!< UTC; of the last look that found it true
    std::optional<QDateTime> acknowledgedAt = {}; //!< UTC
    std::optional<QDateTime> snoozedUntil = {}; //!< UTC; Snoozed without it: until it changes
    std::optional<QDateTime> resolvedAt = {}; //!< UTC
    bool isLate = false; //!< it came true while nobody looked
    bool isRepeated = false; //!< a notice may have been shown twice, because of a crash in between
    QString owner = {}; //!< who looks after it; empty: nobody
    QString note = {};
    int notices = 0; //!< how many rounds of notices it had

    [[nodiscard]] bool isOpen() const { return state == AlertState::Firing || state == AlertState::Snoozed; }
    [[nodiscard]] bool isTrue() const { return state != AlertState::Resolved; }
};

//! One line of an alert's history.
struct AlertEvent {
    enum class What : std::uint8_t {
        Raised,
        Reopened,
        Acknowledged,
        Snoozed,
        SnoozeOver,
        Assigned,
        Noted,
        Resolved,
        PeriodOver,
        SourceGone,
    };
    QDateTime at = {}; //!< UTC
    What what = What::Raised;
    QString text = {}; //!< the owner, the note, until when; plain
    friend bool operator==(const AlertEvent &, const AlertEvent &) = default;
};
[[nodiscard]] QLatin1StringView toText(AlertEvent::What what);
[[nodiscard]] AlertEvent::What alertEventFromText(QStringView text);

} // namespace tollkeeper
