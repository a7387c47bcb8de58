// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/alert_words.h"

#include "base/clock.h"
#include "base/translation_contexts.h"
#include "domain/zone_days.h"
#include "words/budget_alert_words.h"
#include "words/figures.h"
#include "words/rule_alert_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int NamesInBundle = 4;

QString whenText(const QDateTime &moment, const QTimeZone &zone)
{
    //: %1 is a day, %2 a time of day: "Mon 22 June, 08:00"
    return texts::AlertWords::tr("%1, %2").arg(dayText(localDay(moment, zone)), timeText(moment, zone));
}

} // namespace

AlertWords wordsFor(const Alert &alert, const QTimeZone &zone)
{
    auto words = isOfBudget(alert.kind) ? budgetAlertWords(alert, zone) : ruleAlertWords(alert, zone);
    if (alert.isLate)
        words.body += u' ' + texts::AlertWords::tr("It came about while Tollkeeper was not looking.");
    if (alert.isRepeated)
        words.body += u' '
            + texts::AlertWords::tr("Repeated: the last run ended before it could note that this was shown.");
    return words;
}

AlertWords wordsForResolved(const Alert &alert, const QTimeZone &zone)
{
    return isOfBudget(alert.kind) ? resolvedBudgetWords(alert, zone) : resolvedRuleWords(alert, zone);
}

AlertWords wordsForBundle(const QList<Alert> &alerts, NoticeReason reason)
{
    QStringList names;
    for (const auto &alert : alerts) {
        if (!names.contains(alert.facts.name))
            names.append(alert.facts.name);
    }
    const bool isCut = names.size() > NamesInBundle;
    AlertWords words;
    words.title = reason == NoticeReason::Resolved
        ? texts::AlertWords::tr("%n more alert(s) are over", nullptr, int(alerts.size()))
        : texts::AlertWords::tr("%n more alert(s)", nullptr, int(alerts.size()));
    words.line = names.mid(0, NamesInBundle).join(u", "_s) + (isCut ? u" …"_s : QString());
    words.body = words.line;
    return words;
}

AlertMessage messageFor(const Alert &alert, NoticeReason reason, const QTimeZone &zone)
{
    auto told = alert;
    told.isRepeated = false; // that is said of a notice by its channel
    const auto words = reason == NoticeReason::Resolved ? wordsForResolved(told, zone) : wordsFor(told, zone);
    AlertMessage message;
    message.alert = alert.id;
    message.kind = alert.kind;
    message.reason = reason;
    message.severity = reason == NoticeReason::Resolved ? AlertSeverity::Info : alert.severity;
    message.title = words.title;
    message.body = words.body;
    if (!words.steps.isEmpty())
        message.advice = words.steps.constFirst().title;
    message.raisedAt = alert.raisedAt;
    message.facts = alert.facts;
    message.isRepeated = alert.isRepeated;
    return message;
}

AlertMessage bundleMessageFor(const QList<Alert> &alerts, NoticeReason reason)
{
    const auto words = wordsForBundle(alerts, reason);
    AlertMessage message;
    message.reason = reason;
    message.severity = AlertSeverity::Info;
    for (const auto &alert : alerts)
        message.severity = std::max(message.severity, alert.severity);
    message.title = words.title;
    message.body = words.body;
    return message;
}

QString wordsFor(const AlertEvent &event, const QTimeZone &zone)
{
    switch (event.what) {
    case AlertEvent::What::Raised:
        return texts::AlertWords::tr("raised");
    case AlertEvent::What::Reopened:
        return texts::AlertWords::tr("true again after figures were restated");
    case AlertEvent::What::Acknowledged:
        return texts::AlertWords::tr("acknowledged");
    case AlertEvent::What::Snoozed:
        if (const auto until = parseUtc(event.text))
            return texts::AlertWords::tr("snoozed until %1").arg(whenText(*until, zone));
        return texts::AlertWords::tr("snoozed until it changes");
    case AlertEvent::What::SnoozeOver:
        return texts::AlertWords::tr("still true when the snooze ended");
    case AlertEvent::What::Assigned:
        //: %1 is a person
        return event.text.isEmpty() ? texts::AlertWords::tr("no longer assigned")
                                    : texts::AlertWords::tr("assigned to %1").arg(event.text);
    case AlertEvent::What::Noted:
        return event.text.isEmpty() ? texts::AlertWords::tr("note removed")
                                    : texts::AlertWords::tr("note: %1").arg(event.text);
    case AlertEvent::What::Resolved:
        return texts::AlertWords::tr("no longer true");
    case AlertEvent::What::PeriodOver:
        return texts::AlertWords::tr("its period is over");
    case AlertEvent::What::SourceGone:
        break;
    }
    return texts::AlertWords::tr("its budget or rule is off or gone");
}

QString wordsFor(const Delivery &delivery, const QTimeZone &zone)
{
    const auto because = delivery.receipt.isEmpty() ? QString() : u": "_s + delivery.receipt;
    switch (delivery.state) {
    case DeliveryState::Queued:
        return texts::AlertWords::tr("waiting to be sent");
    case DeliveryState::Intended:
        return texts::AlertWords::tr("being sent");
    case DeliveryState::Delivered:
        break;
    case DeliveryState::Failed:
        return texts::AlertWords::tr("tried %n time(s), next at %1", nullptr, delivery.attempts)
                   .arg(timeText(delivery.nextTryAt, zone))
            + because;
    case DeliveryState::GivenUp:
        return texts::AlertWords::tr("given up after %n time(s)", nullptr, delivery.attempts) + because;
    case DeliveryState::Unavailable:
        return texts::AlertWords::tr("not shown: this desktop has no notification service");
    case DeliveryState::Dropped:
        return texts::AlertWords::tr("not sent: it was no longer needed");
    }
    const auto sent = delivery.doneAt ? texts::AlertWords::tr("sent %1").arg(whenText(*delivery.doneAt, zone))
                                      : texts::AlertWords::tr("sent");
    return delivery.isRepeated ? texts::AlertWords::tr("%1, perhaps twice").arg(sent) : sent;
}

QString severityText(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Critical:
        return texts::AlertWords::tr("Critical");
    case AlertSeverity::Warning:
        return texts::AlertWords::tr("Warning");
    case AlertSeverity::Info:
        break;
    }
    return texts::AlertWords::tr("Info");
}

QString kindText(AlertKind kind)
{
    switch (kind) {
    case AlertKind::BudgetSpent:
        return texts::AlertWords::tr("Budget");
    case AlertKind::BudgetForecast:
        return texts::AlertWords::tr("Budget forecast");
    case AlertKind::Spike:
        return texts::AlertWords::tr("Spend spike");
    case AlertKind::LowBalance:
        return texts::AlertWords::tr("Low balance");
    case AlertKind::KeyCap:
        return texts::AlertWords::tr("Key cap reached");
    case AlertKind::KeyExpiry:
        return texts::AlertWords::tr("Key expiry");
    case AlertKind::RotationDue:
        return texts::AlertWords::tr("Rotation due");
    case AlertKind::GatewayHealth:
        return texts::AlertWords::tr("Gateway health");
    case AlertKind::FailureRate:
        return texts::AlertWords::tr("Error rate");
    case AlertKind::FallbackRate:
        return texts::AlertWords::tr("Fallback rate");
    case AlertKind::ServedModel:
        return texts::AlertWords::tr("Served model changed");
    case AlertKind::PriceChange:
        return texts::AlertWords::tr("List price change");
    case AlertKind::UnusualHour:
        return texts::AlertWords::tr("Unusual hour");
    case AlertKind::UncappedKey:
        return texts::AlertWords::tr("Unknown or uncapped key");
    case AlertKind::UnusedKey:
        return texts::AlertWords::tr("Unused key");
    case AlertKind::WeeklyDigest:
        break;
    }
    return texts::AlertWords::tr("Weekly digest");
}

QString channelKindText(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Desktop:
        return texts::AlertWords::tr("Desktop notification");
    case ChannelKind::Tray:
        return texts::AlertWords::tr("Tray icon");
    case ChannelKind::Webhook:
        return texts::AlertWords::tr("Webhook");
    case ChannelKind::Slack:
        return u"Slack"_s;
    case ChannelKind::Feishu:
        return u"Feishu / Lark"_s;
    case ChannelKind::DingTalk:
        return u"DingTalk"_s;
    case ChannelKind::WeCom:
        return u"WeCom"_s;
    case ChannelKind::Mail:
        break;
    }
    return texts::AlertWords::tr("E-mail");
}

QString openLabel()
{
    return texts::AlertWords::tr("Open");
}

QString acknowledgeLabel()
{
    return texts::AlertWords::tr("Acknowledge");
}

QString snoozeLabel()
{
    return texts::AlertWords::tr("Snooze 1 day");
}

} // namespace tollkeeper
