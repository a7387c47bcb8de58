// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_asking.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

QJsonArray keysOf(Asking &asking, const QByteArray &query)
{
    return asking.json(Api + "/keys" + query, Team)[u"data"_s].toArray();
}

QJsonArray allKeys(Asking &asking)
{
    auto keys = keysOf(asking, "?include_disabled=true");
    for (const auto &key : keysOf(asking, "?workspace_id=00000000-0000-4000-8000-000000000004"))
        keys.append(key);
    return keys;
}

} // namespace

class TestOpenrouterAnalytics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metaNamesWhatCanBeAsked()
    {
        Asking asking(Thursday);
        const auto meta = asking.json(Api + "/analytics/meta", Team)[u"data"_s];
        QCOMPARE(meta[u"dimensions"_s].toArray().size(), 6);
        QCOMPARE(meta[u"granularities"_s].toArray().size(), 5);
        QCOMPARE(meta[u"operators"_s].toArray().size(), 8);
        for (const auto &metric : meta[u"metrics"_s].toArray()) {
            const auto name = metric[u"name"_s].toString().toLatin1();
            QCOMPARE(sendQuery(asking, R"("metrics":[")" + name + R"("])").status, 200);
        }
        QVERIFY(meta[u"metrics"_s].toArray().size() > 15);
    }

    void countsAreTextAndUnusedPartsOfTheCostAreNull()
    {
        Asking asking(Thursday);
        const auto row = rowsOf(asking,
            R"("metrics":["request_count","tokens_prompt","total_usage","usage_web","usage_data","cache_hit_rate"])")
                             .first()
                             .toObject();
        QVERIFY(row[u"request_count"_s].toString().toLongLong() > 0);
        QVERIFY(row[u"tokens_prompt"_s].toString().toLongLong() > 0);
        QVERIFY(row[u"total_usage"_s].toDouble() > 0);
        QVERIFY(row[u"usage_web"_s].toDouble() > 0);
        QVERIFY(row[u"usage_web"_s].toDouble() < row[u"total_usage"_s].toDouble());
        QVERIFY(row[u"usage_data"_s].isNull());
        QVERIFY(row[u"cache_hit_rate"_s].toDouble() > 0.2 && row[u"cache_hit_rate"_s].toDouble() < 0.4);
    }

    void theRunningDayIsThereByTheHour()
    {
        Asking asking(Thursday);
        const auto hours = rowsOf(asking,
            R"("metrics":["credits_usage","byok_usage","total_usage"],"granularity":"hour",)" + Today);
        QCOMPARE(hours.size(), 11);
        QCOMPARE(hours.first()[u"date__hour"_s].toString(), u"2026-06-18 10:00:00"_s);
        QCOMPARE(sumOf(hours, u"credits_usage"_s), sumOf(allKeys(asking), u"usage_daily"_s));
        QCOMPARE(sumOf(hours, u"byok_usage"_s), sumOf(allKeys(asking), u"byok_usage_daily"_s));
        QCOMPARE(
            sumOf(hours, u"total_usage"_s), sumOf(hours, u"credits_usage"_s) + sumOf(hours, u"byok_usage"_s));
    }

    void aCompletedDayAgreesWithActivity()
    {
        Asking asking(Thursday);
        const auto activity = asking.json(Api + "/activity?date=2026-06-16", Team)[u"data"_s].toArray();
        const auto byModel = rowsOf(asking,
            R"("metrics":["credits_usage","byok_usage","request_count"],"dimensions":["model","provider"],)"
                + Tuesday);
        QCOMPARE(sumOf(byModel, u"credits_usage"_s), sumOf(activity, u"usage"_s));
        QCOMPARE(sumOf(byModel, u"byok_usage"_s), sumOf(activity, u"byok_usage_inference"_s));
        qint64 requests = 0;
        for (const auto &row : byModel)
            requests += row[u"request_count"_s].toString().toLongLong();
        QCOMPARE(requests * 1'000'000, sumOf(activity, u"requests"_s));
        QVERIFY(requests > 0);
    }

    void keysOfOneNameStayTwoRows()
    {
        Asking asking(Thursday);
        const auto byKey = rowsOf(
            asking, R"("metrics":["credits_usage"],"dimensions":["api_key_id","workspace"],)" + Tuesday);
        QStringList evals;
        for (const auto &row : byKey) {
            if (row[u"api_key_id"_s] == u"nightly-eval"_s)
                evals.append(row[u"workspace"_s].toString());
        }
        evals.sort();
        QCOMPARE(evals, QStringList({u"Default"_s, u"Research"_s}));
        QCOMPARE(
            rowsOf(asking, R"("metrics":["credits_usage"],"dimensions":["api_key_id"],)" + Tuesday).size(),
            byKey.size());
    }

    void aKeyIsFilteredByHashAndNeverByName()
    {
        Asking asking(Thursday);
        const auto key = keysOf(asking, {}).first().toObject();
        const auto asked = R"("metrics":["credits_usage"],)" + Today;
        const auto hash = '"' + key[u"hash"_s].toString().toLatin1() + '"';
        const auto ofKey = told(asking, asked + filter("api_key_id", "in", '[' + hash + ']'));
        QCOMPARE(sumOf(ofKey[u"data"_s].toArray(), u"credits_usage"_s), micros(key[u"usage_daily"_s]));
        QVERIFY(!ofKey.contains(u"warnings"_s));
        QCOMPARE(rowsOf(asking, asked + filter("api_key_id", "eq", "\"dispatch-assistant\"")).size(), 0);

        const auto unknown
            = told(asking, asked + filter("api_key_id", "eq", '"' + QByteArray(64, 'a') + '"'));
        QCOMPARE(unknown[u"data"_s].toArray().size(), 0);
        QCOMPARE(unknown[u"warnings"_s].toArray().size(), 1);
    }

    void timeHasSeveralNamesAndShapes_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("latest");
        const QByteArray plain = R"("metrics":["total_usage"],)";
        const QByteArray fine = R"("metrics":["total_usage"],"dimensions":["model","provider"],)";
        const QByteArray hours = range("2026-06-18T08:00:00Z", "2026-06-18T10:00:00Z") + R"(,"granularity":)";
        const QByteArray days = range("2026-06-03T00:00:00Z", "2026-06-18T00:00:00Z") + R"(,"granularity":)";
        const auto row = [](const char *name, const QByteArray &asked, const QString &column,
                             const QString &latest) { QTest::newRow(name) << asked << column << latest; };
        row("minute", plain + hours + R"("minute")", u"created_at__minute"_s, u"2026-06-18 09:55:00"_s);
        row("hour", plain + hours + R"("hour")", u"date__hour"_s, u"2026-06-18 09:00:00"_s);
        row("day", plain + days + R"("day")", u"date__day"_s, u"2026-06-17"_s);
        row("week", plain + days + R"("week")", u"date__week"_s, u"2026-06-15"_s);
        row("month", plain + days + R"("month")", u"date__month"_s, u"2026-06-01"_s);
        row("hour of a provider", fine + hours + R"("hour")", u"created_at__hour"_s,
            u"2026-06-18 09:00:00"_s);
        row("day of a provider", fine + days + R"("day")", u"created_at__day"_s,
            u"2026-06-17T00:00:00.000Z"_s);
    }

    void timeHasSeveralNamesAndShapes()
    {
        QFETCH(QByteArray, asked);
        QFETCH(QString, column);
        Asking asking(Thursday);
        const auto all = rowsOf(asking, asked);
        QVERIFY(!all.isEmpty());
        QTEST(all.first()[column].toString(), "latest");
    }

    void onlyWhatIsOverIsCached()
    {
        Asking asking(Thursday);
        QVERIFY(told(asking, R"("metrics":["total_usage"],)" + Tuesday).contains(u"cachedAt"_s));
        QVERIFY(!told(asking, R"("metrics":["total_usage"],)" + Today).contains(u"cachedAt"_s));
    }
};

QTEST_GUILESS_MAIN(TestOpenrouterAnalytics)
#include "tst_openrouter_analytics.moc"
