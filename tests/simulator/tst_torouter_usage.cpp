// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString Web = u"sub2api_web"_s;
const QString Batch = u"sub2api_batch"_s;
const QString Agents = u"sub2api_agents"_s;

} // namespace

class TestToRouterUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyWithAQuotaTellsItsWindowsAndNoBalance()
    {
        Asking asking(Thursday);
        const auto usage = asking.json("/sub2api/v1/usage", Web);
        QCOMPARE(usage[u"mode"_s].toString(), u"quota_limited"_s);
        QVERIFY(usage[u"balance"_s].isUndefined());
        const auto windows = usage[u"rate_limits"_s].toArray();
        QCOMPARE(windows.size(), 3);
        for (const auto &window : windows) {
            QCOMPARE(micros(window[u"limit"_s]), micros(window[u"used"_s]) + micros(window[u"remaining"_s]));
            const auto start = QDateTime::fromString(window[u"window_start"_s].toString(), Qt::ISODate);
            const auto reset = QDateTime::fromString(window[u"reset_at"_s].toString(), Qt::ISODate);
            QVERIFY(start < Thursday && Thursday < reset);
        }
        QCOMPARE(windows[1][u"window"_s].toString(), u"1d"_s);
        QCOMPARE(micros(windows[1][u"used"_s]), micros(usage[u"usage"_s][u"today"_s][u"actual_cost"_s]));
        QCOMPARE(
            micros(usage[u"quota"_s][u"used"_s]), micros(usage[u"usage"_s][u"total"_s][u"actual_cost"_s]));
    }

    void anIdleWindowHasNoStart()
    {
        Asking asking(QDateTime(QDate(2026, 6, 18), QTime(0, 0), Qt::UTC));
        const auto day = asking.json("/sub2api/v1/usage", Web)[u"rate_limits"_s][1];
        QVERIFY(day[u"window_start"_s].isNull());
        QVERIFY(day[u"reset_at"_s].isUndefined());
        QCOMPARE(day[u"used"_s].toDouble(-1), 0.0);
    }

    void keysOnTheWalletTellTheAccountsBalance()
    {
        Asking asking(Thursday);
        const auto usage = asking.json("/sub2api/v1/usage", Batch);
        QCOMPARE(usage[u"mode"_s].toString(), u"unrestricted"_s);
        QVERIFY(usage[u"subscription"_s].isUndefined());
        QVERIFY(usage[u"balance"_s].toDouble() > 0);
        QCOMPARE(usage[u"remaining"_s], usage[u"balance"_s]);
    }

    void aSubscriptionTellsItsPeriods()
    {
        Asking asking(Thursday);
        const auto usage = asking.json("/sub2api/v1/usage", Agents);
        QCOMPARE(usage[u"planName"_s].toString(), u"Team"_s);
        QVERIFY(usage[u"balance"_s].isUndefined());
        QCOMPARE(
            usage[u"subscription"_s][u"daily_usage_usd"_s], usage[u"usage"_s][u"today"_s][u"actual_cost"_s]);
    }

    void daysReachBackNinetyAtMost_data()
    {
        QTest::addColumn<QByteArray>("days");
        QTest::addColumn<int>("rows");
        QTest::newRow("one") << "1"_ba << 1;
        QTest::newRow("most") << "90"_ba << 90;
        QTest::newRow("too many") << "91"_ba << 30;
        QTest::newRow("none") << "0"_ba << 30;
        QTest::newRow("no number") << "x"_ba << 30;
    }

    void daysReachBackNinetyAtMost()
    {
        QFETCH(QByteArray, days);
        Asking asking(Thursday);
        const auto rows = asking.json("/sub2api/v1/usage?days=" + days, Web)[u"daily_usage"_s].toArray();
        QTEST(int(rows.size()), "rows");
        QCOMPARE(rows.last()[u"date"_s].toString(), u"2026-06-18"_s);
    }

    void modelsOfARangeSumToItsDays_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("UTC") << "UTC"_ba;
        QTest::newRow("Berlin") << "Europe/Berlin"_ba;
        QTest::newRow("Auckland") << "Pacific/Auckland"_ba;
    }

    void modelsOfARangeSumToItsDays()
    {
        QFETCH(QByteArray, zone);
        Asking asking(Thursday);
        const auto usage = asking.json(
            "/sub2api/v1/usage?start_date=2026-05-20&end_date=2026-05-22&days=90&timezone=" + zone, Web);
        QJsonArray days;
        for (const auto &row : usage[u"daily_usage"_s].toArray()) {
            const auto date = row[u"date"_s].toString();
            if (date >= u"2026-05-20"_s && date <= u"2026-05-22"_s)
                days.append(row);
        }
        const auto models = usage[u"model_stats"_s].toArray();
        QCOMPARE(days.size(), 3);
        QCOMPARE(models.size(), 2);
        QCOMPARE(sumOf(models, u"actual_cost"_s), sumOf(days, u"actual_cost"_s));
        QCOMPARE(sumOf(models, u"cost"_s), sumOf(days, u"cost"_s));
        QCOMPARE(sumOf(models, u"cache_creation_tokens"_s), sumOf(days, u"cache_write_tokens"_s));
    }

    void anExpiredKeyTellsItsUsageAndOpensNothing()
    {
        Asking asking(QDateTime(QDate(2027, 3, 2), QTime(0, 0), Qt::UTC));
        const auto usage = asking.json("/sub2api/v1/usage", Web);
        QCOMPARE(usage[u"status"_s].toString(), u"expired"_s);
        QCOMPARE(usage[u"isValid"_s].toBool(), true);
        const auto models = asking.get("/sub2api/v1/models", Web);
        QCOMPARE(models.status, 403);
        QVERIFY(models.body.contains(R"("code":"API_KEY_EXPIRED")"));
    }

    void aKeyOpensOnlyItsOwnGateway()
    {
        Asking asking(Thursday);
        QCOMPARE(asking.get("/torouter/v1/usage", Web).status, 401);
        QCOMPARE(asking.get("/sub2api/v1/usage", u"torouter_support"_s).status, 401);
        QCOMPARE(asking.get("/sub2api/v1/models", Web).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestToRouterUsage)
#include "tst_torouter_usage.moc"
