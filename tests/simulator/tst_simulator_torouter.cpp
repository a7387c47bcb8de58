// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString Apac = u"torouter_apac"_s;
const QString Support = u"torouter_support"_s;
const QString Team = u"torouter_team"_s;

} // namespace

class TestSimulatorToRouter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theQuotaKeyIsUsedUpInTheAfternoonOfTheSixteenth()
    {
        Asking asking(QDateTime(QDate(2026, 6, 16), QTime(12, 0), Qt::UTC));
        auto usage = asking.json("/torouter/v1/usage", Apac);
        QCOMPARE(usage[u"mode"_s].toString(), u"quota_limited"_s);
        QCOMPARE(usage[u"status"_s].toString(), u"active"_s);
        QCOMPARE(usage[u"rate_limits"_s].toArray().size(), 2);
        QCOMPARE(asking.get("/torouter/v1/models", Apac).status, 200);

        asking.setClock("2026-06-16T18:00:00Z");
        usage = asking.json("/torouter/v1/usage", Apac);
        QCOMPARE(usage[u"status"_s].toString(), u"quota_exhausted"_s);
        QCOMPARE(usage[u"quota"_s][u"used"_s].toDouble(), usage[u"quota"_s][u"limit"_s].toDouble());
        QCOMPARE(usage[u"quota"_s][u"remaining"_s].toDouble(-1), 0.0);
        QCOMPARE(usage[u"isValid"_s].toBool(), true);
    }

    void theSupportKeyStopsAnswering()
    {
        Asking asking(QDateTime(QDate(2026, 6, 18), QTime(11, 27, 50), Qt::UTC));
        const auto usage = asking.json("/torouter/v1/usage", Support);
        QCOMPARE(usage[u"mode"_s].toString(), u"unrestricted"_s);
        QVERIFY(usage[u"balance"_s].toDouble() > 0);
        asking.setClock("2026-06-18T11:28:00Z");
        for (const auto &target : {"/torouter/v1/usage"_ba, "/torouter/v1/models"_ba}) {
            const auto answer = asking.get(target, Support);
            QCOMPARE(answer.status, 503);
            QCOMPARE(answer.body, R"({"error":{"message":"upstream unavailable","type":"api_error"}})"_ba);
        }
        QCOMPARE(asking.get("/torouter/v1/usage", Apac).status, 200);
    }

    void aSubscriptionHasAPlanAndCountsForNoTruth()
    {
        Asking asking(Thursday);
        const auto usage = asking.json("/torouter/v1/usage", Team);
        QCOMPARE(usage[u"planName"_s].toString(), u"Team"_s);
        // Monday to Thursday: the running week.
        const auto days = asking.json("/torouter/v1/usage?days=4", Team)[u"daily_usage"_s].toArray();
        QCOMPARE(micros(usage[u"subscription"_s][u"weekly_usage_usd"_s]), sumOf(days, u"actual_cost"_s));
        QCOMPARE(keyTruth(asking.json("/_control/truth"), u"team-plan"_s), -1);
    }

    void dailyUsageIsChargedBelowListAndEndsWithToday()
    {
        Asking asking(Thursday);
        const auto rows = asking.json("/torouter/v1/usage?days=3", Support)[u"daily_usage"_s].toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.last()[u"date"_s].toString(), u"2026-06-18"_s);
        for (const auto &row : rows)
            QVERIFY(row[u"actual_cost"_s].toDouble() < row[u"cost"_s].toDouble());
        const auto truth = asking.json("/_control/truth?from=2026-06-16T00:00:00Z");
        QCOMPARE(sumOf(rows, u"actual_cost"_s), keyTruth(truth, u"support-overflow"_s));
    }

    void modelStatsCoverWholeDaysBothEndsIncluded()
    {
        Asking asking(Thursday);
        const auto target = "/torouter/v1/usage?start_date=2026-06-10&end_date=2026-06-11"_ba;
        const auto rows = asking.json(target, Support)[u"model_stats"_s].toArray();
        QCOMPARE(rows.size(), 2);
        const auto truth = asking.json("/_control/truth?from=2026-06-10T00:00:00Z&to=2026-06-12T00:00:00Z");
        QCOMPARE(sumOf(rows, u"actual_cost"_s), keyTruth(truth, u"support-overflow"_s));
    }

    void daysFollowTheZoneOfTheQuestion()
    {
        Asking asking(Thursday);
        const auto day = [&](const QByteArray &zone) {
            const auto rows
                = asking.json("/torouter/v1/usage?days=2&timezone=" + zone, Support)[u"daily_usage"_s];
            return micros(rows.toArray().first()[u"actual_cost"_s]);
        };
        const auto truth = asking.json("/_control/truth?from=2026-06-16T22:00:00Z&to=2026-06-17T22:00:00Z");
        QCOMPARE(day("Europe/Berlin"), keyTruth(truth, u"support-overflow"_s));
        QVERIFY(day("UTC") != day("Europe/Berlin"));
    }
};

QTEST_GUILESS_MAIN(TestSimulatorToRouter)
#include "tst_simulator_torouter.moc"
