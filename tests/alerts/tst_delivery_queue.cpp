// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/back_off.h"
#include "alerts/delivery_queue.h"
#include "storage/alert_repository.h"
#include "storage/channel_repository.h"
#include "storage/delivery_repository.h"
#include "storage/workspace_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_sender.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

AlertMessage messageFor(const Alert &alert, NoticeReason reason, const QTimeZone &)
{
    AlertMessage message;
    message.title = QString::number(alert.step);
    message.reason = reason;
    return message;
}

AlertMessage bundleFor(const QList<Alert> &alerts, NoticeReason)
{
    AlertMessage message;
    message.title = u"%1 more"_s.arg(alerts.size());
    return message;
}

Receipt failed(const QString &text, bool isFinal = false, std::optional<QDateTime> retryAt = {})
{
    return {DeliveryState::Failed, text, isFinal, retryAt, 0};
}

} // namespace

class DeliveryQueueTest : public QObject {
    Q_OBJECT

public:
    template<typename Job>
    auto in(Job job) //!< what a job on the writer thread answers
    {
        return *m_storage->write(job).result();
    }

private Q_SLOTS:
    void init()
    {
        m_queue.reset();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_sender = std::make_unique<ScriptedSender>();
        m_clock.moveTo(june(18, 9));
        m_hook = in([](Database &database) {
            Channel channel;
            channel.name = u"Ops room"_s;
            return ChannelRepository(database).save(channel);
        });
        start();
    }

    void sendsEachNoticeOnceOverEachChannel()
    {
        queue(1, {DesktopChannel, m_hook});
        queue(2, {m_hook});
        for (int i = 0; i < 3; ++i)
            QVERIFY(await(m_queue->sendDue()).has_value());
        start(); // the next run
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel), QStringList{u"1"_s});
        QCOMPARE(m_sender->titles(m_hook), (QStringList{u"1"_s, u"2"_s}));
        const auto receipt = deliveryOf(1, m_hook);
        QCOMPARE(receipt.state, DeliveryState::Delivered);
        QCOMPARE(receipt.doneAt, std::optional(june(18, 9)));
        QCOMPARE(receipt.attempts, 1);
        QVERIFY(!receipt.isRepeated);
    }

    void whatFailedIsTriedAgainLaterAndLater()
    {
        queue(1, {m_hook});
        m_sender->receipts[m_hook] = failed(u"the server answered 503"_s);
        for (const int seconds : {0, 14, 1, 59, 1, 299, 1}) {
            m_clock.moveTo(m_clock.now().addSecs(seconds));
            QVERIFY(await(m_queue->sendDue()).has_value());
        }
        QCOMPARE(m_sender->sent.size(), 4); // at once, after 15 s, 1 min, 5 min
        QCOMPARE(deliveryOf(1, m_hook).state, DeliveryState::Failed);
        QCOMPARE(deliveryOf(1, m_hook).receipt, u"the server answered 503"_s);
        m_sender->receipts.clear(); // it recovers, and so does the app, anew
        start();
        m_clock.moveTo(m_clock.now().addSecs(900));
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(deliveryOf(1, m_hook).state, DeliveryState::Delivered);
        QCOMPARE(deliveryOf(1, m_hook).attempts, 5);
    }

    void afterADayOrAFinalAnswerItIsGivenUp()
    {
        queue(1, {m_hook});
        m_sender->receipts[m_hook] = failed(u"no such room"_s, true);
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(deliveryOf(1, m_hook).state, DeliveryState::GivenUp);
        queue(2, {m_hook});
        m_sender->receipts[m_hook] = failed(u"silence"_s);
        for (int hour = 0; hour < 40; ++hour) {
            QVERIFY(await(m_queue->sendDue()).has_value());
            m_clock.moveTo(m_clock.now().addSecs(3601));
        }
        QCOMPARE(deliveryOf(2, m_hook).state, DeliveryState::GivenUp);
        QCOMPARE(deliveryOf(2, m_hook).attempts, 28);
    }

    void theOtherSideMayNameATime_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<int>("asked"); // seconds from now; -1: not at all
        QTest::addColumn<int>("wait");
        QTest::newRow("ours, first") << 1 << -1 << 15;
        QTest::newRow("ours, fourth") << 4 << -1 << 900;
        QTest::newRow("ours, much later") << 20 << -1 << 3600;
        QTest::newRow("theirs is later") << 1 << 120 << 120;
        QTest::newRow("theirs is earlier") << 4 << 5 << 900;
        QTest::newRow("theirs is absurd") << 1 << 900'000 << 86'400;
    }
    void theOtherSideMayNameATime()
    {
        QFETCH(const int, attempts);
        QFETCH(const int, asked);
        QFETCH(const int, wait);
        const auto now = june(18);
        const auto at = asked < 0 ? std::nullopt : std::optional(now.addSecs(asked));
        QCOMPARE(nextTry(attempts, now, at), std::optional(now.addSecs(wait)));
    }

    void aChannelThatHangsHoldsUpNoOther()
    {
        m_sender->pauses[m_hook] = std::chrono::hours(1);
        queue(1, {m_hook, DesktopChannel});
        auto sending = m_queue->sendDue();
        QTRY_COMPARE(stateOf(1, DesktopChannel), DeliveryState::Delivered);
        QCOMPARE(stateOf(1, m_hook), DeliveryState::Intended);
    }

    void anErrorOfTheKeychainIsTriedAgain()
    {
        queue(1, {m_hook});
        m_sender->receipts[m_hook] = failed(u"locked"_s);
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(stateOf(1, m_hook), DeliveryState::Failed);
    }

    void whatTheLastRunMeantToSendIsSentAgainAndSaysSo()
    {
        queue(1, {DesktopChannel});
        auto delivery = deliveryOf(1, DesktopChannel);
        delivery.state = DeliveryState::Intended;
        delivery.attempts = 1;
        delivery.noticeId = 77;
        change([delivery](Database &database) { return DeliveryRepository(database).update(delivery); });
        QVERIFY(await(m_queue->sendDue()).has_value());
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->sent.size(), 1);
        QVERIFY(m_sender->sent.constFirst().isRepeated);
        QCOMPARE(m_sender->sent.constFirst().replaces, 77U);
        QVERIFY(deliveryOf(1, DesktopChannel).isRepeated);
        QVERIFY(alertOf(1).isRepeated);
    }

    void aLaterNoticeOfAnAlertReplacesItsEarlierOne()
    {
        queue(1, {DesktopChannel});
        QVERIFY(await(m_queue->sendDue()).has_value());
        queue(1, {DesktopChannel}, AlertSeverity::Warning, 2, NoticeReason::SnoozeOver);
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->sent.size(), 2);
        QCOMPARE(m_sender->sent.constLast().replaces, 101U);
        QCOMPARE(m_sender->sent.constLast().reason, NoticeReason::SnoozeOver);
    }

    void manyAtOnceAreToldTogetherOnTheDesktopOnly()
    {
        for (int step = 1; step <= 7; ++step)
            queue(step, {DesktopChannel, m_hook}, step == 6 ? AlertSeverity::Critical : AlertSeverity::Info);
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel), (QStringList{u"6"_s, u"1"_s, u"2"_s, u"4 more"_s}));
        QCOMPARE(m_sender->titles(m_hook).size(), 7);
        QVERIFY(deliveryOf(7, DesktopChannel).isBundled);
        QCOMPARE(stateOf(7, DesktopChannel), DeliveryState::Delivered);
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel).size(), 4);
    }

    void quietHoursHoldBackAllButCriticalOnes()
    {
        AlertSettings settings;
        settings.hasQuietHours = true;
        set(settings); // 20:00 to 07:00
        m_clock.moveTo(june(18, 23));
        queue(1, {DesktopChannel});
        queue(2, {DesktopChannel}, AlertSeverity::Critical);
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel), QStringList{u"2"_s});
        QCOMPARE(deliveryOf(1, DesktopChannel).nextTryAt, june(19, 7));
        m_clock.moveTo(june(19, 6, 59));
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->sent.size(), 1);
        m_clock.moveTo(june(19, 7));
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel), (QStringList{u"2"_s, u"1"_s}));
    }

    void aPauseHoldsBackEverythingUntilItIsLifted()
    {
        AlertSettings settings;
        settings.pausedUntil = june(19);
        set(settings);
        queue(1, {DesktopChannel}, AlertSeverity::Critical);
        QVERIFY(await(m_queue->sendDue()).has_value());
        QVERIFY(m_sender->sent.isEmpty());
        set({});
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->sent.size(), 1);
    }

    void aClockSetBackDelaysNothing()
    {
        queue(1, {DesktopChannel});
        m_clock.moveTo(june(10));
        QVERIFY(await(m_queue->sendDue()).has_value());
        QCOMPARE(m_sender->sent.size(), 1);
    }

    void overAChannelThatIsOffOrGoneNothingIsSent()
    {
        queue(1, {m_hook, ChannelId(99)});
        change([hook = m_hook](Database &database) -> Outcome {
            ChannelRepository channels(database);
            auto channel = channels.all()->constLast();
            channel.isOn = false;
            const auto saved = channels.save(channel);
            return saved && *saved == hook ? Outcome(Done{}) : fail(Error::Kind::NotFound);
        });
        QVERIFY(await(m_queue->sendDue()).has_value());
        QVERIFY(m_sender->sent.isEmpty());
        QCOMPARE(stateOf(1, m_hook), DeliveryState::Dropped);
        QCOMPARE(stateOf(1, ChannelId(99)), DeliveryState::Dropped);
    }

private:
    void start()
    {
        m_queue = std::make_unique<DeliveryQueue>(
            *m_storage, m_clock, m_sender.get(), AlertWording{messageFor, bundleFor});
    }
    template<typename Job>
    void change(Job job)
    {
        QVERIFY(m_storage->write(job).result().has_value());
    }
    void set(const AlertSettings &settings)
    {
        change([settings](
                   Database &database) { return WorkspaceRepository(database).setAlertSettings(settings); });
    }
    //! An alert of that step, made on its first round, and its notices.
    void queue(int step, const QList<ChannelId> &channels, AlertSeverity severity = AlertSeverity::Warning,
        int round = 1, NoticeReason reason = NoticeReason::Raised)
    {
        change([=, now = m_clock.now()](Database &database) -> Outcome {
            Alert alert;
            alert.step = step;
            alert.occurrence = u"2026-06-01"_s;
            alert.severity = severity;
            alert.raisedAt = alert.lastTrueAt = now;
            (void)AlertRepository(database).addOnce(alert);
            for (const auto channel : channels) {
                Delivery delivery;
                delivery.alert = AlertId(alertIn(database, step).id);
                delivery.channel = channel;
                delivery.round = round;
                delivery.reason = reason;
                delivery.nextTryAt = now;
                if (auto queued = DeliveryRepository(database).queueOnce(delivery); !queued)
                    return queued;
            }
            return Done{};
        });
    }
    static Alert alertIn(Database &database, int step)
    {
        const auto every = *AlertRepository(database).latest(50);
        for (const auto &alert : every) {
            if (alert.step == step)
                return alert;
        }
        return {};
    }
    Alert alertOf(int step)
    {
        return in([step](Database &database) -> Result<Alert> { return alertIn(database, step); });
    }
    Delivery deliveryOf(int step, ChannelId channel)
    {
        return in([step, channel](Database &database) -> Result<Delivery> {
            const auto every = *DeliveryRepository(database).of(alertIn(database, step).id);
            for (const auto &delivery : every) {
                if (delivery.channel == channel)
                    return delivery;
            }
            return fail(Error::Kind::NotFound);
        });
    }
    DeliveryState stateOf(int step, ChannelId channel) { return deliveryOf(step, channel).state; }

    FakeClock m_clock{june(18, 9)};
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ScriptedSender> m_sender;
    std::unique_ptr<DeliveryQueue> m_queue;
    ChannelId m_hook;
};

QTEST_GUILESS_MAIN(DeliveryQueueTest)
#include "tst_delivery_queue.moc"
