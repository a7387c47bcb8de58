// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_alerts.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper;

namespace {

QDateTime june(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 6, day), QTime(hour, minute), Qt::UTC);
}

Money dollars(qint64 cents)
{
    return Money::fromNanos(cents * 10'000'000);
}

Alert made(int id, AlertKind kind, const QString &subject, AlertSeverity severity, const QDateTime &at)
{
    Alert alert;
    alert.id = AlertId(id);
    alert.kind = kind;
    alert.source = 1;
    alert.subject = subject;
    alert.severity = severity;
    alert.raisedAt = at;
    alert.lastTrueAt = june(18, 14, 30);
    alert.notices = 1;
    return alert;
}

Alert capAlert()
{
    auto alert = made(scripted::CapAlert, AlertKind::KeyCap, subjectOf(KeyId(8)), AlertSeverity::Critical,
        june(18, 14, 20));
    const auto yuan = *Currency::fromCode(u"CNY");
    alert.facts.name = u"apac-sandbox-dev"_s;
    alert.facts.accountName = u"ToRouter · apac"_s;
    alert.facts.spent = Money::fromNanos(70'000'000'000, yuan);
    alert.facts.limit = Money::fromNanos(70'000'000'000, yuan);
    alert.facts.percent = 100;
    alert.facts.until = QDateTime(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC);
    alert.step = 100;
    return alert;
}

Alert healthAlert()
{
    auto alert = made(
        8, AlertKind::GatewayHealth, subjectOf(AccountId(3)), AlertSeverity::Warning, june(18, 11, 43));
    alert.facts.name = u"Chuizi.AI · lab"_s;
    alert.facts.count = 3;
    alert.facts.since = june(18, 11, 28);
    return alert;
}

Alert balanceAlert()
{
    auto alert
        = made(7, AlertKind::LowBalance, subjectOf(AccountId(1)), AlertSeverity::Critical, june(18, 9, 0));
    alert.facts.name = u"OpenRouter · main"_s;
    alert.facts.spent = dollars(118'462);
    alert.facts.limit = dollars(25'000);
    alert.facts.daysLeft = 3.9;
    alert.facts.until = june(22, 12, 0);
    return alert;
}

Alert forecastAlert()
{
    auto alert
        = made(6, AlertKind::BudgetForecast, subjectOf(BudgetId(1)), AlertSeverity::Warning, june(18, 6, 0));
    alert.step = 100;
    alert.facts.name = u"Everything"_s;
    alert.facts.spent = dollars(748'620);
    alert.facts.limit = dollars(1'200'000);
    alert.facts.expected = dollars(1'245'400);
    alert.facts.percent = 103.8;
    alert.facts.driver = u"support-chat-prod"_s;
    alert.facts.periodFirst = QDate(2026, 6, 1);
    alert.facts.periodLast = QDate(2026, 6, 30);
    return alert;
}

Alert expiryAlert()
{
    auto alert = made(5, AlertKind::KeyExpiry, subjectOf(KeyId(4)), AlertSeverity::Warning, june(18, 0, 5));
    alert.step = 2;
    alert.facts.name = u"invoice-extract-prod"_s;
    alert.facts.accountName = u"OpenRouter · main"_s;
    alert.facts.daysLeft = 2;
    alert.facts.until = june(20, 0, 0);
    return alert;
}

Alert uncappedAlert()
{
    auto alert = made(scripted::SnoozedAlert, AlertKind::UncappedKey, subjectOf(KeyId(11)),
        AlertSeverity::Info, june(17, 9, 12));
    alert.state = AlertState::Snoozed;
    alert.snoozedUntil = june(22, 0, 0);
    alert.facts.name = u"prompt-lab-dev"_s;
    alert.facts.accountName = u"Chuizi.AI · lab"_s;
    alert.facts.spent = dollars(9640);
    return alert;
}

Alert fallbackAlert()
{
    auto alert = made(scripted::FallbackAlert, AlertKind::FallbackRate, subjectOf(KeyId(1)),
        AlertSeverity::Warning, june(16, 2, 40));
    alert.facts.name = u"support-chat-prod"_s;
    alert.facts.accountName = u"OpenRouter · main"_s;
    alert.facts.percent = 38.4;
    alert.facts.count = 4378;
    alert.facts.of = 11401;
    alert.facts.since = june(16, 2, 5);
    alert.facts.before = u"claude-sonnet-4.5"_s;
    alert.facts.after = u"claude-opus-4.7"_s;
    return alert;
}

Alert thresholdAlert()
{
    auto alert = made(scripted::AcknowledgedAlert, AlertKind::BudgetSpent, subjectOf(BudgetId(2)),
        AlertSeverity::Info, june(14, 19, 20));
    alert.step = 50;
    alert.state = AlertState::Acknowledged;
    alert.acknowledgedAt = june(15, 8, 2);
    alert.owner = u"Support lead"_s;
    alert.facts.name = u"Support"_s;
    alert.facts.spent = dollars(240'000);
    alert.facts.limit = dollars(480'000);
    alert.facts.percent = 50;
    alert.facts.periodFirst = QDate(2026, 6, 1);
    alert.facts.periodLast = QDate(2026, 6, 30);
    return alert;
}

Alert digest()
{
    auto alert = made(1, AlertKind::WeeklyDigest, {}, AlertSeverity::Info, june(14, 8, 0));
    alert.state = AlertState::Resolved;
    alert.resolvedAt = june(15, 0, 0);
    alert.lastTrueAt = june(14, 8, 0);
    alert.facts.spent = dollars(280'125);
    alert.facts.count = 3;
    alert.facts.of = 0;
    alert.facts.periodFirst = QDate(2026, 6, 8);
    alert.facts.periodLast = QDate(2026, 6, 14);
    return alert;
}

AlertEvidence hours()
{
    AlertEvidence evidence;
    evidence.unit = AlertEvidence::Unit::Percent;
    evidence.line = 10;
    for (int hour = 0; hour < 72; ++hour) {
        const auto wave = 2.0 * std::sin(hour * 1.7);
        const auto share = hour < 12 ? 2.6 : std::min(38.0, 12.0 + 3.2 * (hour - 12));
        evidence.points.append({june(15, 14, 30).addSecs(qint64(hour) * 3600), share + wave / 2});
    }
    return evidence;
}

} // namespace

QList<Alert> scripted::alerts()
{
    return {capAlert(), healthAlert(), balanceAlert(), forecastAlert(), expiryAlert(), uncappedAlert(),
        fallbackAlert(), thresholdAlert(), digest()};
}

AlertDetails scripted::alertDetails(const Alert &alert)
{
    AlertDetails details;
    details.alert = alert;
    details.events = {{alert.raisedAt, AlertEvent::What::Raised, {}}};
    if (alert.acknowledgedAt)
        details.events.append({*alert.acknowledgedAt, AlertEvent::What::Acknowledged, {}});
    Delivery delivery;
    delivery.alert = alert.id;
    delivery.channel = DesktopChannel;
    delivery.state = DeliveryState::Delivered;
    delivery.nextTryAt = alert.raisedAt;
    delivery.doneAt = alert.raisedAt;
    details.deliveries = {{delivery, u"Desktop notifications"_s, ChannelKind::Desktop}};
    if (alert.id.value() == FallbackAlert)
        details.evidence = hours();
    return details;
}

QList<Channel> scripted::channels()
{
    Channel desktop;
    desktop.id = DesktopChannel;
    desktop.kind = ChannelKind::Desktop;
    desktop.name = u"Desktop notifications"_s;
    Channel tray;
    tray.id = TrayChannel;
    tray.kind = ChannelKind::Tray;
    tray.name = u"Tray icon"_s;
    Channel slack;
    slack.id = ChannelId(3);
    slack.kind = ChannelKind::Slack;
    slack.name = u"Platform room"_s;
    slack.hint = u"hooks.slack.com"_s;
    slack.addressSecretName = u"a1b2"_s;
    return {desktop, tray, slack};
}
