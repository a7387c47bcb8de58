// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery_queue.h"

#include "alerts/back_off.h"
#include "base/crash_point.h"
#include "base/log.h"
#include "domain/alert_settings.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/channel_repository.h"
#include "storage/delivery_repository.h"
#include "storage/workspace_repository.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

DeliveryQueue::DeliveryQueue(
    Storage &storage, const Clock &clock, ChannelSender *sender, AlertWording wording, QObject *parent)
    : QObject(parent), m_storage(storage), m_clock(clock), m_sender(sender), m_wording(std::move(wording))
{
}

Async<Done> DeliveryQueue::sendDue()
{
    if (!m_sender)
        co_return Done{};
    m_isAskedAgain = true;
    if (m_isSending)
        co_return Done{};
    m_isSending = true;
    auto outcome = Outcome(Done{});
    while (m_isAskedAgain && outcome) {
        m_isAskedAgain = false;
        auto sending = sendOnce();
        outcome = co_await sending;
    }
    m_isSending = false;
    co_return outcome;
}

Async<Done> DeliveryQueue::sendOnce()
{
    auto reading
        = m_storage.write([this, now = m_clock.now()](Database &database) { return readDue(database, now); });
    const auto due = co_await reading;
    if (!due)
        co_return fail(due.error());
    QList<ChannelId> channels;
    for (const auto &parcel : due->parcels) {
        if (!channels.contains(parcel.channel.id))
            channels.append(parcel.channel.id);
    }
    std::vector<Async<Done>> sendings;
    for (const auto channel : std::as_const(channels)) {
        QList<Parcel> parcels;
        std::copy_if(due->parcels.begin(), due->parcels.end(), std::back_inserter(parcels),
            [&](const Parcel &parcel) { return parcel.channel.id == channel; });
        sendings.push_back(sendOver(std::move(parcels), due->zone));
    }
    auto outcome = Outcome(Done{});
    for (auto &each : sendings) {
        auto sending = std::move(each);
        const auto sent = co_await sending;
        if (!sent)
            outcome = sent;
    }
    co_return outcome;
}

//! Also puts off what must wait for the end of quiet hours, and drops what no channel is there for.
Result<DeliveryQueue::Due> DeliveryQueue::readDue(Database &database, const QDateTime &now) const
{
    DeliveryRepository deliveries(database);
    const auto zone = AccountRepository(database).zone();
    const auto settings = WorkspaceRepository(database).alertSettings();
    const auto channels = ChannelRepository(database).all();
    const auto waiting = deliveries.waiting(now);
    if (!zone || !settings || !channels || !waiting)
        return fail(!zone   ? zone.error()
                : !settings ? settings.error()
                : !channels ? channels.error()
                            : waiting.error());
    Due due{{}, *zone};
    for (auto delivery : *waiting) {
        const auto alert = AlertRepository(database).byId(delivery.alert);
        if (!alert)
            return fail(alert.error());
        const auto channel = std::find_if(channels->begin(), channels->end(),
            [&](const Channel &one) { return one.id == delivery.channel && one.isOn; });
        if (!*alert || channel == channels->end()) {
            delivery.state = DeliveryState::Dropped;
        } else {
            const auto mayGo
                = noticeMayGoAt(*settings, (*alert)->severity == AlertSeverity::Critical, now, *zone);
            const auto replaces = deliveries.lastNoticeId(delivery.alert, delivery.channel);
            if (!replaces)
                return fail(replaces.error());
            if (mayGo <= now) {
                due.parcels.append({delivery, **alert, *channel, *replaces});
                continue;
            }
            delivery.nextTryAt = mayGo;
        }
        if (auto updated = deliveries.update(delivery); !updated)
            return fail(updated.error());
    }
    return due;
}

//! What came true first, then what is over: one notice never tells of both.
Async<Done> DeliveryQueue::sendOver(QList<Parcel> parcels, QTimeZone zone)
{
    std::stable_sort(parcels.begin(), parcels.end(),
        [](const Parcel &a, const Parcel &b) { return a.alert.severity > b.alert.severity; });
    QList<Parcel> news;
    QList<Parcel> ends;
    for (const auto &parcel : std::as_const(parcels))
        (parcel.delivery.reason == NoticeReason::Resolved ? ends : news).append(parcel);
    auto sendingNews = sendGroup(std::move(news), zone);
    if (const auto sent = co_await sendingNews; !sent)
        co_return fail(sent.error());
    auto sendingEnds = sendGroup(std::move(ends), zone);
    const auto sent = co_await sendingEnds;
    co_return sent;
}

Async<Done> DeliveryQueue::sendGroup(QList<Parcel> parcels, QTimeZone zone)
{
    const bool isBundled
        = parcels.size() > MostSingleNotices + 1 && parcels.constFirst().channel.kind == ChannelKind::Desktop;
    const auto singles = isBundled ? qsizetype(MostSingleNotices) : parcels.size();
    for (qsizetype i = 0; i < singles; ++i) {
        const auto parcel = parcels.at(i);
        auto message = m_wording.message(parcel.alert, parcel.delivery.reason, zone);
        message.isRepeated = parcel.delivery.state == DeliveryState::Intended;
        QList<Parcel> one{parcel};
        auto sending = sendTogether(std::move(one), std::move(message));
        if (const auto sent = co_await sending; !sent)
            co_return fail(sent.error());
    }
    if (!isBundled)
        co_return Done{};
    auto rest = parcels.mid(singles);
    QList<Alert> alerts;
    bool isRepeated = false;
    for (auto &parcel : rest) {
        parcel.replaces = 0;
        parcel.delivery.isBundled = true;
        isRepeated = isRepeated || parcel.delivery.state == DeliveryState::Intended;
        alerts.append(parcel.alert);
    }
    auto message = m_wording.bundle(alerts, rest.constFirst().delivery.reason);
    message.isRepeated = isRepeated;
    auto sending = sendTogether(std::move(rest), std::move(message));
    const auto sent = co_await sending;
    co_return sent;
}

//! One message for all of the parcels, which go over one channel.
Async<Done> DeliveryQueue::sendTogether(QList<Parcel> parcels, AlertMessage message)
{
    for (auto &parcel : parcels) {
        parcel.delivery.isRepeated
            = parcel.delivery.isRepeated || parcel.delivery.state == DeliveryState::Intended;
        parcel.delivery.state = DeliveryState::Intended;
        ++parcel.delivery.attempts;
    }
    auto intending = intend(parcels);
    if (const auto intended = co_await intending; !intended)
        co_return fail(intended.error());
    crashPoint("after_intent_before_notify");

    const auto channel = parcels.constFirst().channel;
    auto sending = m_sender->send(channel, std::move(message), parcels.constFirst().replaces);
    const auto sent = co_await sending;
    crashPoint("after_notify_before_log");

    Receipt receipt;
    if (sent)
        receipt = *sent;
    else
        receipt = {DeliveryState::Failed, QString(toText(sent.error().kind)), false, {}, 0};
    auto recording = record(std::move(parcels), receipt);
    const auto recorded = co_await recording;
    crashPoint("after_log");
    Q_EMIT delivered();
    co_return recorded;
}

Async<Done> DeliveryQueue::intend(QList<Parcel> parcels)
{
    auto storing = m_storage.write([parcels](Database &database) {
        return database.inTransaction([&]() -> Outcome {
            for (const auto &parcel : parcels) {
                if (auto stored = DeliveryRepository(database).update(parcel.delivery); !stored)
                    return stored;
            }
            return Done{};
        });
    });
    const auto stored = co_await storing;
    co_return stored;
}

Async<Done> DeliveryQueue::record(QList<Parcel> parcels, Receipt receipt)
{
    const auto now = m_clock.now();
    for (auto &parcel : parcels) {
        auto &delivery = parcel.delivery;
        delivery.receipt = receipt.text;
        delivery.noticeId = receipt.noticeId;
        delivery.state = receipt.state;
        if (receipt.state == DeliveryState::Failed) {
            const auto again = nextTry(delivery.attempts, now, receipt.retryAt);
            const bool isOver = receipt.isFinal || !again;
            delivery.state = isOver ? DeliveryState::GivenUp : DeliveryState::Failed;
            delivery.nextTryAt = again.value_or(now);
        }
        if (delivery.state != DeliveryState::Failed)
            delivery.doneAt = now;
    }
    auto storing = intend(std::move(parcels));
    const auto stored = co_await storing;
    co_return stored;
}

} // namespace tollkeeper
