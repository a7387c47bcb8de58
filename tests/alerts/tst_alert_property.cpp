// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_alert_service.h"
#include "storage/alert_repository.h"
#include "storage/poll_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_sink.h"
#include "support/temp_profile.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(const BudgetAlert &alert)
{
    return alert.period.first.toString(Qt::ISODate) + u' ' + QString::number(alert.threshold);
}

NotificationText wording(const BudgetAlert &alert)
{
    NotificationText text;
    text.title = nameOf(alert);
    return text;
}

} // namespace

//! Whatever happens to polls, runs and the clock: one record for each threshold that a month really crossed,
//! and one notification for each record.
class AlertPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRecordAndOneNoticeForEachCrossing()
    {
        const TempProfile empty; // made once: copying it is faster than making 500
        (void)empty.open();
        for (quint32 seed = 0; seed < 500; ++seed) {
            const TempProfile profile;
            QVERIFY(QFile::copy(empty.profile().databasePath(), profile.profile().databasePath()));
            QSet<QString> crossed;
            QStringList recorded;
            ScriptedSink sink;
            sink.pause = std::chrono::milliseconds(0);
            play(seed, profile, sink, crossed, recorded);

            QStringList shown;
            for (const auto &one : std::as_const(sink.shown))
                shown.append(one.title);
            shown.sort();
            recorded.sort();
            auto expected = QStringList(crossed.cbegin(), crossed.cend());
            expected.sort();
            const auto context = u"seed %1"_s.arg(seed);
            QVERIFY2(recorded == expected,
                qPrintable(context + u": "_s + recorded.join(u',') + u" is not "_s + expected.join(u',')));
            QVERIFY2(shown == expected,
                qPrintable(context + u": "_s + shown.join(u',') + u" is not "_s + expected.join(u',')));
        }
    }

private:
    static void play(quint32 seed, const TempProfile &profile, ScriptedSink &sink, QSet<QString> &crossed,
        QStringList &recorded)
    {
        QRandomGenerator random(seed);
        FakeClock clock(june(20));
        Storage storage(profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        const auto account = *storage
                                  .write([](Database &database) -> Result<AccountId> {
                                      (void)database.execute(u"PRAGMA synchronous = OFF"_s);
                                      return addAccount(database, u"Main"_s);
                                  })
                                  .result();
        auto service = std::make_unique<StoredAlertService>(storage, clock, &sink, wording);
        QVERIFY(await(service->setMonthlyBudget(cents(10'000), false)).has_value());
        QMap<int, qint64> days; // what the gateway says of each day, by day of June
        const int steps = 5 + int(random.bounded(15));
        for (int step = 0; step < steps; ++step) {
            const auto jump = int(random.bounded(10)) == 0 ? -2 * 86400 : int(random.bounded(3 * 86400));
            clock.moveTo(clock.now().addSecs(jump));
            const auto event = random.bounded(10);
            if (event == 0) {
                service = std::make_unique<StoredAlertService>(storage, clock, &sink, wording);
            } else if (event == 1) {
                fail(storage, account, clock.now());
            } else {
                const auto today = int(june(1).daysTo(clock.now())) + 1;
                const auto day = today - int(random.bounded(4)); // late, and restated at times
                days[day] = qint64(random.bounded(3000));
                tell(storage, account, day, days.value(day), clock.now());
            }
            addCrossed(days, clock.now(), crossed);
            QVERIFY(await(service->evaluate()).has_value());
        }
        const auto alerts
            = storage.read([](Database &database) { return AlertRepository(database).latest(1000); })
                  .result();
        for (const auto &alert : *alerts)
            recorded.append(nameOf(alert));
    }

    static void tell(Storage &storage, AccountId account, int day, qint64 amount, const QDateTime &now)
    {
        PollFacts facts;
        facts.buckets = {bucket(day, u"alpha"_s, amount)};
        QVERIFY(storage
                    .write([facts, account, now](Database &database) {
                        return PollRepository(database).store(account, facts, now);
                    })
                    .result()
                    .has_value());
    }

    static void fail(Storage &storage, AccountId account, const QDateTime &now)
    {
        QVERIFY(storage
                    .write([account, now](Database &database) {
                        return AccountRepository(database).markFailed(account, now, {Error::Kind::Network});
                    })
                    .result()
                    .has_value());
    }

    //! The model: thresholds that the month of `now` has reached.
    static void addCrossed(const QMap<int, qint64> &days, const QDateTime &now, QSet<QString> &crossed)
    {
        const auto month = monthOf(now.date());
        qint64 spent = 0;
        for (auto day = days.cbegin(); day != days.cend(); ++day) {
            const auto date = june(day.key()).date();
            if (date >= month.first && date <= month.last)
                spent += day.value();
        }
        for (const int threshold : {50, 80, 100}) {
            if (spent >= 100 * threshold)
                crossed.insert(month.first.toString(Qt::ISODate) + u' ' + QString::number(threshold));
        }
    }
};

QTEST_GUILESS_MAIN(AlertPropertyTest)
#include "tst_alert_property.moc"
