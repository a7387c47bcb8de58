// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/alert_json.h"

#include "base/clock.h"
#include "ctl/output.h"
#include "words/alert_words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QJsonValue dayJson(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue channelName(ChannelId id, const QList<Channel> &channels)
{
    for (const auto &channel : channels) {
        if (channel.id == id)
            return channel.name;
    }
    return {};
}

//! The last one on the desktop, for scripts that ask for no other channel; null where there was none.
QJsonValue desktopNotice(const QList<Delivery> &deliveries)
{
    const auto found = std::find_if(deliveries.begin(), deliveries.end(),
        [](const Delivery &delivery) { return delivery.channel == DesktopChannel; });
    return found == deliveries.end() ? QJsonValue() : QJsonValue(QString(toText(found->state)));
}

QJsonArray noticesJson(const QList<Delivery> &deliveries, const QList<Channel> &channels)
{
    QJsonArray notices;
    for (const auto &delivery : deliveries)
        notices.append(QJsonObject{{u"channel"_s, channelName(delivery.channel, channels)},
            {u"reason"_s, toText(delivery.reason)}, {u"state"_s, toText(delivery.state)},
            {u"attempts"_s, delivery.attempts}, {u"done_at"_s, toJson(delivery.doneAt)},
            {u"receipt"_s, delivery.receipt}, {u"repeated"_s, delivery.isRepeated},
            {u"bundled"_s, delivery.isBundled}});
    return notices;
}

} // namespace

QJsonObject alertJson(const ListedAlert &listed, const QList<Channel> &channels, const QTimeZone &zone)
{
    const auto &alert = listed.alert;
    const auto words = wordsFor(alert, zone);
    return {{u"id"_s, alert.id.value()}, {u"kind"_s, toText(alert.kind)}, {u"about"_s, alert.facts.name},
        {u"budget"_s, isOfBudget(alert.kind) ? QJsonValue(alert.facts.name) : QJsonValue()},
        {u"threshold"_s, alert.step}, {u"severity"_s, toText(alert.severity)},
        {u"state"_s, toText(alert.state)}, {u"from"_s, dayJson(alert.facts.periodFirst)},
        {u"to"_s, dayJson(alert.facts.periodLast)}, {u"spent"_s, toJson(alert.facts.spent)},
        {u"limit"_s, toJson(alert.facts.limit)}, {u"at_least"_s, alert.facts.isAtLeast},
        {u"facts"_s, tollkeeper::toJson(alert.facts)}, {u"raised_at"_s, utcText(alert.raisedAt)},
        {u"last_true_at"_s, utcText(alert.lastTrueAt)}, {u"resolved_at"_s, toJson(alert.resolvedAt)},
        {u"acknowledged_at"_s, toJson(alert.acknowledgedAt)},
        {u"snoozed_until"_s, toJson(alert.snoozedUntil)}, {u"late"_s, alert.isLate},
        {u"repeated"_s, alert.isRepeated}, {u"owner"_s, alert.owner}, {u"note"_s, alert.note},
        {u"notice"_s, desktopNotice(listed.deliveries)},
        {u"notices"_s, noticesJson(listed.deliveries, channels)}, {u"title"_s, words.title},
        {u"text"_s, words.body}};
}

} // namespace tollkeeper::ctl
