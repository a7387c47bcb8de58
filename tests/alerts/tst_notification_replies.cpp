// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/notification_replies.h"
#include "alerts/stored_alert_service.h"
#include "storage/alert_repository.h"
#include "storage/delivery_repository.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_sink.h"
#include "support/temp_profile.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 OfOne = 41; //!< the notice of one alert
constexpr quint32 OfSeveral = 42;

} // namespace

class NotificationRepliesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_alert = *m_storage->write([](Database &database) { return raise(database); }).result();
        m_service = std::make_unique<StoredAlertService>(*m_storage, m_clock, nullptr);
        m_replies = std::make_unique<NotificationReplies>(m_sink, *m_storage, m_clock, *m_service);
    }
    void cleanup()
    {
        m_replies.reset();
        m_service.reset();
        m_storage.reset();
    }

    void opensItsAlertOrTheInbox_data()
    {
        QTest::addColumn<quint32>("notice");
        QTest::addColumn<bool>("isOfOne");
        QTest::newRow("of one alert") << OfOne << true;
        QTest::newRow("of several together") << OfSeveral << false;
    }
    void opensItsAlertOrTheInbox()
    {
        QFETCH(const quint32, notice);
        QFETCH(const bool, isOfOne);
        QSignalSpy opened(m_service.get(), &AlertService::openRequested);
        Q_EMIT m_sink.openRequested(notice);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().value<AlertId>(), isOfOne ? m_alert : AlertId());
    }

    void acknowledgesItsAlert()
    {
        QSignalSpy changed(m_service.get(), &AlertService::alertsChanged);
        Q_EMIT m_sink.acknowledgeRequested(OfSeveral); // of none in particular
        Q_EMIT m_sink.acknowledgeRequested(OfOne);
        QTRY_COMPARE(alert().state, AlertState::Acknowledged);
        QCOMPARE(alert().acknowledgedAt, std::optional(june(18, 9)));
        QTRY_COMPARE(changed.size(), 1); // and the service is done with it
    }

    void snoozesItsAlertForADay()
    {
        QSignalSpy changed(m_service.get(), &AlertService::alertsChanged);
        Q_EMIT m_sink.snoozeRequested(OfOne);
        QTRY_COMPARE(alert().state, AlertState::Snoozed);
        QCOMPARE(alert().snoozedUntil, std::optional(june(19, 9)));
        QTRY_COMPARE(changed.size(), 1);
    }

private:
    static Result<AlertId> raise(Database &database)
    {
        Alert alert;
        alert.raisedAt = alert.lastTrueAt = june(18);
        const auto id = AlertRepository(database).addOnce(alert);
        if (!id)
            return fail(id.error());
        DeliveryRepository deliveries(database);
        for (const auto round : {1, 2}) {
            Delivery delivery;
            delivery.alert = **id;
            delivery.channel = DesktopChannel;
            delivery.round = round;
            delivery.nextTryAt = june(18);
            (void)deliveries.queueOnce(delivery);
        }
        const auto queued = deliveries.of(**id);
        if (!queued)
            return fail(queued.error());
        for (auto delivery : *queued) {
            delivery.state = DeliveryState::Delivered;
            delivery.isBundled = delivery.round == 2;
            delivery.noticeId = delivery.isBundled ? OfSeveral : OfOne;
            if (auto updated = deliveries.update(delivery); !updated)
                return fail(updated.error());
        }
        return **id;
    }
    Alert alert()
    {
        return **m_storage
                     ->read([id = m_alert](Database &database) { return AlertRepository(database).byId(id); })
                     .result();
    }

    FakeClock m_clock{june(18, 9)};
    ScriptedSink m_sink;
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<StoredAlertService> m_service;
    std::unique_ptr<NotificationReplies> m_replies;
    AlertId m_alert;
};

QTEST_GUILESS_MAIN(NotificationRepliesTest)
#include "tst_notification_replies.moc"
