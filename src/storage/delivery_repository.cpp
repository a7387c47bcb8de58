// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/delivery_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int LongestWaitDays = 1; // between two tries
constexpr auto Waiting = "state IN ('queued', 'intended', 'failed')"_L1;

Delivery deliveryFrom(const QSqlQuery &row)
{
    Delivery delivery;
    delivery.id = DeliveryId(row.value(0).toLongLong());
    delivery.alert = AlertId(row.value(1).toLongLong());
    delivery.channel = ChannelId(row.value(2).toLongLong());
    delivery.round = row.value(3).toInt();
    delivery.reason = noticeReasonFromText(row.value(4).toString());
    delivery.state = deliveryStateFromText(row.value(5).toString());
    delivery.attempts = row.value(6).toInt();
    delivery.nextTryAt = momentFrom(row.value(7));
    delivery.doneAt = optionalMomentFrom(row.value(8));
    delivery.receipt = row.value(9).toString();
    delivery.noticeId = row.value(10).toUInt();
    delivery.isRepeated = row.value(11).toBool();
    delivery.isBundled = row.value(12).toBool();
    return delivery;
}

} // namespace

Outcome DeliveryRepository::queueOnce(const Delivery &delivery)
{
    return m_database.execute(
        uR"(INSERT INTO delivery (alert_id, channel_id, round, reason, state, attempts, next_try_at, receipt, notice_id,
                is_repeated, is_bundled)
            VALUES (:alert, :channel, :round, :reason, 'queued', 0, :at, '', 0, 0, 0)
            ON CONFLICT (alert_id, channel_id, round, reason) DO NOTHING)"_s,
        {{":alert", delivery.alert.value()}, {":channel", delivery.channel.value()},
            {":round", delivery.round}, {":reason", QString(toText(delivery.reason))},
            {":at", toColumn(delivery.nextTryAt)}});
}

Outcome DeliveryRepository::update(const Delivery &delivery)
{
    return m_database.execute(
        uR"(UPDATE delivery SET state = :state, attempts = :attempts, next_try_at = :at, done_at = :done,
                receipt = :receipt, notice_id = :notice, is_repeated = :repeated, is_bundled = :bundled WHERE id = :id)"_s,
        {{":id", delivery.id.value()}, {":state", QString(toText(delivery.state))},
            {":attempts", delivery.attempts}, {":at", toColumn(delivery.nextTryAt)},
            {":done", toColumn(delivery.doneAt)}, {":receipt", delivery.receipt},
            {":notice", delivery.noticeId}, {":repeated", delivery.isRepeated},
            {":bundled", delivery.isBundled}});
}

Result<QList<Delivery>> DeliveryRepository::waiting(const QDateTime &now)
{
    return select(uR"(WHERE state IN ('queued', 'intended')
            OR (state = 'failed' AND (next_try_at <= :now OR next_try_at > :far)) ORDER BY id)"_s,
        {{":now", toColumn(now)}, {":far", toColumn(now.addDays(LongestWaitDays))}});
}

Outcome DeliveryRepository::dropWaiting(AlertId alert, ChannelId channel)
{
    return m_database.execute(
        u"UPDATE delivery SET state = 'dropped' WHERE alert_id = :alert AND channel_id = :channel AND %1"_s
            .arg(Waiting),
        {{":alert", alert.value()}, {":channel", channel.value()}});
}

Result<QList<Delivery>> DeliveryRepository::of(AlertId alert)
{
    return select(u"WHERE alert_id = :alert ORDER BY id DESC"_s, {{":alert", alert.value()}});
}

Result<quint32> DeliveryRepository::lastNoticeId(AlertId alert, ChannelId channel)
{
    const auto id = m_database.value(
        uR"(SELECT notice_id FROM delivery WHERE alert_id = :alert AND channel_id = :channel AND notice_id <> 0
            AND NOT is_bundled ORDER BY id DESC LIMIT 1)"_s,
        {{":alert", alert.value()}, {":channel", channel.value()}});
    return id ? Result<quint32>(id->toUInt()) : fail(id.error());
}

Result<AlertId> DeliveryRepository::alertOfNotice(ChannelId channel, quint32 noticeId)
{
    const auto id = m_database.value(
        uR"(SELECT alert_id FROM delivery WHERE channel_id = :channel AND notice_id = :notice AND NOT is_bundled
            ORDER BY id DESC LIMIT 1)"_s,
        {{":channel", channel.value()}, {":notice", noticeId}});
    return id ? Result<AlertId>(AlertId(id->toLongLong())) : fail(id.error());
}

Result<QList<Delivery>> DeliveryRepository::select(
    const QString &tail, std::initializer_list<Database::Binding> bindings)
{
    auto rows = m_database.run(
        uR"(SELECT id, alert_id, channel_id, round, reason, state, attempts, next_try_at, done_at, receipt, notice_id,
                is_repeated, is_bundled FROM delivery )"_s
            + tail,
        bindings);
    if (!rows)
        return fail(rows.error());
    QList<Delivery> deliveries;
    while (rows->next())
        deliveries.append(deliveryFrom(*rows));
    return deliveries;
}

} // namespace tollkeeper
