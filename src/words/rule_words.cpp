// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/rule_words.h"

#include "base/translation_contexts.h"
#include "words/key_figures.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTime>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int DaysOfWeek = 7;
constexpr double Hundred = 100;

QString counted(const char *one, const char *many, qint64 count)
{
    return count == 1 ? texts::RuleWords::tr(one)
                      : texts::RuleWords::tr(many, nullptr, static_cast<int>(count));
}

QString weekdayText(qint64 weekday)
{
    return QLocale().standaloneDayName(static_cast<int>(weekday));
}

//! The number in what a person typed, whatever unit or sign stands beside it.
std::optional<double> numberFrom(const QString &text)
{
    static const QRegularExpression number(u"^[^\\d.,-]*(-?\\d[\\d.,]*)[^\\d.,]*$"_s);
    const auto match = number.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto digits = match.captured(1);
    bool isNumber = false;
    auto value = QLocale().toDouble(digits, &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(digits, &isNumber);
    constexpr double Most = 1e13;
    return isNumber && std::abs(value) < Most ? std::optional(value) : std::nullopt;
}

std::optional<qint64> wholeFrom(const QString &text)
{
    const auto number = numberFrom(text);
    return number && *number == std::floor(*number) ? std::optional(static_cast<qint64>(*number))
                                                    : std::nullopt;
}

std::optional<qint64> hundredthsFrom(const QString &text)
{
    const auto number = numberFrom(text);
    return number ? std::optional(static_cast<qint64>(std::llround(*number * Hundred))) : std::nullopt;
}

std::optional<qint64> weekdayFrom(const QString &text)
{
    for (int day = 1; day <= DaysOfWeek; ++day) {
        for (const auto &locale : {QLocale(), QLocale::c()}) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                if (locale.standaloneDayName(day, format).compare(text.trimmed(), Qt::CaseInsensitive) == 0)
                    return day;
            }
        }
    }
    return wholeFrom(text);
}

std::optional<qint64> hourFrom(const QString &text)
{
    const auto time = QTime::fromString(text.trimmed(), u"H:mm"_s);
    if (time.isValid())
        return time.minute() == 0 ? std::optional<qint64>(time.hour()) : std::nullopt;
    return wholeFrom(text);
}

} // namespace

QString ruleSentence(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Spike:
        return texts::RuleWords::tr(
            "A day costs over %1 times the usual for that weekday, per key, and more than %2");
    case AlertKind::FallbackRate:
        return texts::RuleWords::tr("More than %1 of a key's requests change model for %2, of at least %3");
    case AlertKind::FailureRate:
        return texts::RuleWords::tr("More than %1 of a key's requests fail for %2, of at least %3");
    case AlertKind::LowBalance:
        return texts::RuleWords::tr("Less than %1 left at the 7-day pace, or under %2");
    case AlertKind::KeyCap:
        return texts::RuleWords::tr("A key uses %1 of the cap set at the gateway, warn first at %2");
    case AlertKind::KeyExpiry:
        return texts::RuleWords::tr("A key expires in %1, %2 or %3");
    case AlertKind::RotationDue:
        return texts::RuleWords::tr("A key is older than its policy allows; remind %1 before");
    case AlertKind::GatewayHealth:
        return texts::RuleWords::tr("No answer for %1, or figures older than %2");
    case AlertKind::ServedModel:
        return texts::RuleWords::tr(
            "%1 of a key are answered by a model that answered none in the %2 before");
    case AlertKind::PriceChange:
        return texts::RuleWords::tr("A model you use changes price by more than %1");
    case AlertKind::UnusualHour:
        return texts::RuleWords::tr(
            "A key that keeps to certain hours spends more than %1 at one when it spent nothing for %2");
    case AlertKind::UncappedKey:
        return texts::RuleWords::tr(
            "A key nobody added here appears, or an uncapped one passes %1 in a month");
    case AlertKind::UnusedKey:
        return texts::RuleWords::tr("No requests for %1");
    case AlertKind::WeeklyDigest:
        return texts::RuleWords::tr("Every %1 at %2");
    case AlertKind::BudgetSpent:
    case AlertKind::BudgetForecast:
        break;
    }
    return {};
}

QString parameterText(const RuleParameter &parameter, qint64 value)
{
    switch (parameter.unit) {
    case RuleParameter::Unit::Times:
        return QLocale().toString(double(value) / Hundred, 'g', QLocale::FloatingPointShortest);
    case RuleParameter::Unit::Percent:
        //: %1 is a whole number
        return texts::RuleWords::tr("%1%").arg(value);
    case RuleParameter::Unit::Minutes:
        //: %1 is a whole number
        return texts::RuleWords::tr("%1 min").arg(value);
    case RuleParameter::Unit::Days:
        return daysText(value);
    case RuleParameter::Unit::Polls:
        return counted(
            QT_TRANSLATE_NOOP("RuleWords", "1 poll"), QT_TRANSLATE_N_NOOP("RuleWords", "%n polls"), value);
    case RuleParameter::Unit::Requests:
        return counted(QT_TRANSLATE_NOOP("RuleWords", "1 request"),
            QT_TRANSLATE_N_NOOP("RuleWords", "%n requests"), value);
    case RuleParameter::Unit::Amount: // of whatever currency is looked at, so without a symbol
        return QLocale().toString(double(value) / Hundred, 'f', 2);
    case RuleParameter::Unit::Weekday:
        return weekdayText(value);
    case RuleParameter::Unit::Hour:
        return QTime(static_cast<int>(value), 0).toString(u"HH:mm"_s);
    }
    return {};
}

std::optional<qint64> parameterFromText(const RuleParameter &parameter, const QString &text)
{
    switch (parameter.unit) {
    case RuleParameter::Unit::Times:
    case RuleParameter::Unit::Amount:
        return hundredthsFrom(text);
    case RuleParameter::Unit::Weekday:
        return weekdayFrom(text);
    case RuleParameter::Unit::Hour:
        return hourFrom(text);
    default:
        return wholeFrom(text);
    }
}

QString ruleText(const AlertRule &rule)
{
    auto text = ruleSentence(rule.kind);
    for (const auto &parameter : parametersOf(rule.kind))
        text = text.arg(parameterText(parameter, rule.value(parameter.name)));
    return text;
}

} // namespace tollkeeper
