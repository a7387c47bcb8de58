// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alert.h"

#include "domain/word_table.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array SeverityWords{"info"_L1, "warning"_L1, "critical"_L1};
constexpr std::array KindWords{"budget_spent"_L1, "budget_forecast"_L1, "spike"_L1, "low_balance"_L1,
    "key_cap"_L1, "key_expiry"_L1, "rotation_due"_L1, "gateway_health"_L1, "failure_rate"_L1,
    "fallback_rate"_L1, "served_model"_L1, "price_change"_L1, "unusual_hour"_L1, "uncapped_key"_L1,
    "unused_key"_L1, "weekly_digest"_L1};
constexpr std::array StateWords{"firing"_L1, "acknowledged"_L1, "snoozed"_L1, "resolved"_L1};
constexpr std::array EventWords{"raised"_L1, "reopened"_L1, "acknowledged"_L1, "snoozed"_L1, "snooze_over"_L1,
    "assigned"_L1, "noted"_L1, "resolved"_L1, "period_over"_L1, "source_gone"_L1};

qint64 idIn(const QString &subject, QLatin1StringView prefix)
{
    return subject.startsWith(prefix) ? QStringView(subject).mid(prefix.size()).toLongLong() : 0;
}

} // namespace

QLatin1StringView toText(AlertSeverity severity)
{
    return wordOf(SeverityWords, severity);
}

AlertSeverity alertSeverityFromText(QStringView text)
{
    return fromWord<AlertSeverity>(SeverityWords, text).value_or(AlertSeverity::Warning);
}

QLatin1StringView toText(AlertKind kind)
{
    return wordOf(KindWords, kind);
}

std::optional<AlertKind> alertKindFromText(QStringView text)
{
    return fromWord<AlertKind>(KindWords, text);
}

QLatin1StringView toText(AlertState state)
{
    return wordOf(StateWords, state);
}

AlertState alertStateFromText(QStringView text)
{
    return fromWord<AlertState>(StateWords, text).value_or(AlertState::Resolved);
}

QLatin1StringView toText(AlertEvent::What what)
{
    return wordOf(EventWords, what);
}

AlertEvent::What alertEventFromText(QStringView text)
{
    return fromWord<AlertEvent::What>(EventWords, text).value_or(AlertEvent::What::Noted);
}

QString subjectOf(KeyId key)
{
    return u"key:"_s + QString::number(key.value());
}

QString subjectOf(AccountId account)
{
    return u"account:"_s + QString::number(account.value());
}

QString subjectOf(BudgetId budget)
{
    return u"budget:"_s + QString::number(budget.value());
}

QString subjectOfModel(const QString &model)
{
    return u"model:"_s + model;
}

KeyId keyOf(const QString &subject)
{
    return KeyId(idIn(subject, "key:"_L1));
}

AccountId accountOf(const QString &subject)
{
    return AccountId(idIn(subject, "account:"_L1));
}

BudgetId budgetOf(const QString &subject)
{
    return BudgetId(idIn(subject, "budget:"_L1));
}

QString modelOf(const QString &subject)
{
    return subject.startsWith("model:"_L1) ? subject.mid(6) : QString();
}

} // namespace tollkeeper
