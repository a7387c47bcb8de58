// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/rule_alert_words.h"

#include "base/translation_contexts.h"
#include "words/figures.h"
#include "words/key_figures.h"
#include "words/rule_alert_parts.h"

#include <QLocale>

#include <cmath>

namespace tollkeeper {
namespace alertwords {

QString counted(const char *one, const char *many, qint64 count)
{
    return count == 1 ? texts::RuleAlertWords::tr(one)
                      : texts::RuleAlertWords::tr(many, nullptr, static_cast<int>(count));
}

QString shareText(double percent)
{
    constexpr double WholeFrom = 10;
    return QLocale().toString(percent, 'f', percent < WholeFrom && percent != std::floor(percent) ? 1 : 0)
        + u'%';
}

QString daysLeftText(double days)
{
    constexpr double WholeFrom = 10;
    if (days < 1)
        return texts::RuleAlertWords::tr("less than a day");
    if (days >= WholeFrom || days == std::floor(days))
        return daysText(static_cast<qint64>(days));
    //: %1 is a number with one decimal: "3.9 days"
    return texts::RuleAlertWords::tr("%1 days").arg(QLocale().toString(days, 'f', 1));
}

QString timesText(double times)
{
    constexpr double WholeFrom = 10;
    return QLocale().toString(times, 'f', times >= WholeFrom || times == std::floor(times) ? 0 : 1);
}

QString whenText(const QDateTime &moment, const QTimeZone &zone)
{
    const auto local = moment.toTimeZone(zone);
    //: %1 a day, %2 a time, %3 a zone: "Thu 18 June 14:20 UTC"
    return texts::RuleAlertWords::tr("%1 %2 %3")
        .arg(dayText(local.date()), timeText(moment, zone), zoneText(zone));
}

QString lengthText(const QDateTime &from, const QDateTime &until)
{
    constexpr qint64 HourInMinutes = 60;
    constexpr qint64 DayInMinutes = 24 * HourInMinutes;
    const auto minutes = std::max<qint64>(0, from.secsTo(until) / 60);
    if (minutes < 2 * HourInMinutes)
        return counted(QT_TRANSLATE_NOOP("RuleAlertWords", "1 minute"),
            QT_TRANSLATE_N_NOOP("RuleAlertWords", "%n minutes"), minutes);
    if (minutes < 2 * DayInMinutes)
        return counted(QT_TRANSLATE_NOOP("RuleAlertWords", "1 hour"),
            QT_TRANSLATE_N_NOOP("RuleAlertWords", "%n hours"), minutes / HourInMinutes);
    return daysText(minutes / DayInMinutes);
}

QString amountText(const std::optional<Money> &money, bool isAtLeast)
{
    if (!money)
        return texts::RuleAlertWords::tr("unknown", "an amount");
    //: %1 is money
    return isAtLeast ? texts::RuleAlertWords::tr("at least %1").arg(moneyText(*money)) : moneyText(*money);
}

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString withDriver(const QString &text, const QString &driver)
{
    if (driver.isEmpty())
        return text;
    //: %1 is the name of a model or key
    return text + u' ' + texts::RuleAlertWords::tr("Most of it: %1.").arg(driver);
}

} // namespace alertwords

namespace {

using namespace alertwords;

AlertWords over(const QString &title, const QString &body)
{
    AlertWords words;
    words.title = title;
    words.line = words.body = words.whatHappened = body;
    return words;
}

AlertWords resolvedKeyWords(const Alert &alert)
{
    const auto &name = alert.facts.name;
    switch (alert.kind) {
    case AlertKind::KeyCap:
        //: %1 is the name of a key
        return over(texts::RuleAlertWords::tr("%1 is below its cap again").arg(name),
            texts::RuleAlertWords::tr("The cap was reset or raised, or the key is no longer in use."));
    case AlertKind::KeyExpiry:
        return over(texts::RuleAlertWords::tr("%1 no longer expires soon").arg(name),
            texts::RuleAlertWords::tr("Its expiry was moved, or the key was replaced."));
    case AlertKind::RotationDue:
        return over(texts::RuleAlertWords::tr("%1 is no longer due for rotation").arg(name),
            texts::RuleAlertWords::tr("The key was replaced or disabled, or its policy is another one now."));
    case AlertKind::UncappedKey:
        return over(texts::RuleAlertWords::tr("%1 is looked after").arg(name),
            texts::RuleAlertWords::tr(
                "It has a label or a cap now, a new month has begun, or the key is gone."));
    default:
        return over(texts::RuleAlertWords::tr("%1 is in use again, or gone").arg(name),
            texts::RuleAlertWords::tr("It has spent something, or it was disabled or deleted."));
    }
}

AlertWords resolvedSpendWords(const Alert &alert)
{
    const auto &name = alert.facts.name;
    switch (alert.kind) {
    case AlertKind::Spike:
        //: %1 is the name of a key
        return over(texts::RuleAlertWords::tr("The spend of %1 is no longer far above the usual").arg(name),
            texts::RuleAlertWords::tr("The day is over, or its figures were corrected."));
    case AlertKind::LowBalance:
        //: %1 is the name of an account
        return over(texts::RuleAlertWords::tr("%1 has enough credit again").arg(name),
            texts::RuleAlertWords::tr(
                "The last two polls agree that the balance is well above the level of the rule."));
    case AlertKind::PriceChange:
        //: %1 is the name of a model
        return over(texts::RuleAlertWords::tr("The new price of %1 is a week old").arg(name),
            texts::RuleAlertWords::tr("It is no longer news."));
    case AlertKind::UnusualHour:
        //: %1 is the name of a key
        return over(texts::RuleAlertWords::tr("%1 keeps to its usual hours again").arg(name),
            texts::RuleAlertWords::tr("It has spent nothing at an unusual hour for a day."));
    default:
        return over(texts::RuleAlertWords::tr("This weekly digest is over"),
            texts::RuleAlertWords::tr("The next one has taken its place."));
    }
}

AlertWords resolvedTrafficWords(const Alert &alert)
{
    const auto &facts = alert.facts;
    switch (alert.kind) {
    case AlertKind::GatewayHealth: {
        const auto until = alert.resolvedAt.value_or(alert.lastTrueAt);
        const auto length = lengthText(facts.since.value_or(alert.raisedAt), until);
        //: %1 is the name of an account
        return over(texts::RuleAlertWords::tr("%1 answers again").arg(facts.name),
            //: %1 is a duration: "3 hours"
            texts::RuleAlertWords::tr("No answer for %1. Totals are complete.").arg(length));
    }
    case AlertKind::FailureRate:
        //: %1 is the name of a key
        return over(texts::RuleAlertWords::tr("Requests of %1 succeed again").arg(facts.name),
            texts::RuleAlertWords::tr("Fewer than half as many fail as the rule allows."));
    case AlertKind::FallbackRate:
        return over(texts::RuleAlertWords::tr("Requests of %1 no longer fall back").arg(facts.name),
            texts::RuleAlertWords::tr("Fewer than half as many change their model as the rule allows."));
    default:
        //: %1 the name of a key, %2 of a model
        return over(
            texts::RuleAlertWords::tr("%1 answering %2 is no longer new").arg(facts.after, facts.name),
            texts::RuleAlertWords::tr("It has answered for more than a day, or no longer does."));
    }
}

} // namespace

AlertWords ruleAlertWords(const Alert &alert, const QTimeZone &zone)
{
    switch (alert.kind) {
    case AlertKind::Spike:
        return spike(alert, zone);
    case AlertKind::LowBalance:
        return lowBalance(alert, zone);
    case AlertKind::KeyCap:
        return keyCap(alert, zone);
    case AlertKind::KeyExpiry:
        return keyExpiry(alert, zone);
    case AlertKind::RotationDue:
        return alertwords::rotationDue(alert, zone);
    case AlertKind::GatewayHealth:
        return gatewayHealth(alert, zone);
    case AlertKind::FailureRate:
        return failureRate(alert, zone);
    case AlertKind::FallbackRate:
        return fallbackRate(alert, zone);
    case AlertKind::ServedModel:
        return servedModel(alert, zone);
    case AlertKind::PriceChange:
        return priceChange(alert, zone);
    case AlertKind::UnusualHour:
        return unusualHour(alert, zone);
    case AlertKind::UncappedKey:
        return uncappedKey(alert, zone);
    case AlertKind::UnusedKey:
        return unusedKey(alert, zone);
    case AlertKind::WeeklyDigest:
        return weeklyDigest(alert, zone);
    case AlertKind::BudgetSpent:
    case AlertKind::BudgetForecast:
        break;
    }
    return {};
}

AlertWords resolvedRuleWords(const Alert &alert, const QTimeZone & /*zone*/)
{
    switch (alert.kind) {
    case AlertKind::KeyCap:
    case AlertKind::KeyExpiry:
    case AlertKind::RotationDue:
    case AlertKind::UncappedKey:
    case AlertKind::UnusedKey:
        return resolvedKeyWords(alert);
    case AlertKind::GatewayHealth:
    case AlertKind::FailureRate:
    case AlertKind::FallbackRate:
    case AlertKind::ServedModel:
        return resolvedTrafficWords(alert);
    default:
        return resolvedSpendWords(alert);
    }
}

} // namespace tollkeeper
