// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_asking.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

//! The number of the key dispatch-assistant, which no list of keys tells.
QByteArray numberOfAKey()
{
    const World world(7);
    return QByteArray::number(world.keyOnRing(u"openrouter_team_dispatch"_s)->number);
}

} // namespace

class TestAnalyticsQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filtersSplitWithoutRemainder_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a key's number") << "api_key_id"_ba << numberOfAKey();
        QTest::newRow("workspace") << "workspace"_ba
                                   << "\"00000000-0000-4000-8000-000000000004\""_ba;
        QTest::newRow("permaslug") << "model"_ba
                                   << "\"openai/gpt-5-20250807\""_ba;
        QTest::newRow("provider") << "provider"_ba
                                  << "\"Anthropic\""_ba;
    }

    void filtersSplitWithoutRemainder()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        Asking asking(Thursday);
        const auto asked = R"("metrics":["total_usage"],)" + Tuesday;
        const auto spent = [&](const QByteArray &filters) {
            return sumOf(rowsOf(asking, asked + filters), u"total_usage"_s);
        };
        const auto with = spent(filter(field, "eq", value));
        const auto without = spent(filter(field, "neq", value));
        QVERIFY(with > 0 && without > 0);
        QCOMPARE(with + without, spent({}));
        QCOMPARE(spent(filter(field, "not_in", '[' + value + ']')), without);
    }

    void rangesThatMeetAddUp()
    {
        Asking asking(Thursday);
        const auto spent = [&](const QByteArray &from, const QByteArray &to) {
            return sumOf(rowsOf(asking, R"("metrics":["total_usage"],)" + range(from, to)), u"total_usage"_s);
        };
        const auto whole = spent("2026-06-16T00:00:00Z", "2026-06-17T00:00:00Z");
        QVERIFY(whole > 0);
        QCOMPARE(spent("2026-06-16T00:00:00Z", "2026-06-16T13:37:21.500Z")
                + spent("2026-06-16T13:37:21.500Z", "2026-06-17T00:00:00Z"),
            whole);
    }

    void theLimitCutsAndSaysSo()
    {
        Asking asking(Thursday);
        const auto asked
            = R"("metrics":["total_usage"],"dimensions":["model"],"granularity":"hour",)" + Tuesday;
        const auto whole = told(asking, asked);
        QCOMPARE(whole[u"metadata"_s][u"truncated"_s].toBool(true), false);
        const auto count = whole[u"metadata"_s][u"row_count"_s].toInt();
        QCOMPARE(count, whole[u"data"_s].toArray().size());
        const auto cut = told(asking, asked + R"(,"limit":)" + QByteArray::number(count - 1));
        QCOMPARE(cut[u"metadata"_s][u"truncated"_s].toBool(), true);
        QCOMPARE(cut[u"data"_s].toArray().size(), count - 1);
        QCOMPARE(
            told(asking, asked + R"(,"limit":)" + QByteArray::number(count))[u"metadata"_s][u"truncated"_s]
                .toBool(true),
            false);
    }

    void rowsComeInTheOrderAskedFor()
    {
        Asking asking(Thursday);
        const auto asked = R"("metrics":["total_usage"],"dimensions":["model"],"granularity":"day",)"
                           R"("order_by":{"field":"%1","direction":"asc"})"_ba;
        const auto column = [&](const QByteArray &field, const QString &name) {
            QStringList values;
            for (const auto &row : rowsOf(asking, QByteArray(asked).replace("%1", field)))
                values.append(row[name].toString());
            return values;
        };
        for (const auto &values : {column("date", u"date__day"_s), column("model", u"model"_s)}) {
            QVERIFY(values.size() > 8);
            QVERIFY(std::ranges::is_sorted(values));
        }
    }

    void aGroupLimitKeepsTheLatestOfEachGroup()
    {
        Asking asking(Thursday);
        const auto asked = R"("metrics":["total_usage"],"dimensions":["model"],"granularity":"day")"_ba;
        QSet<QString> models;
        const auto kept = rowsOf(asking, asked + R"(,"group_limit":1)");
        for (const auto &row : kept)
            models.insert(row[u"model"_s].toString());
        QVERIFY(models.size() > 4);
        QCOMPARE(kept.size(), models.size());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("asked");
        const auto metric = R"("metrics":["total_usage"],)"_ba;
        QTest::newRow("no metric") << R"("metrics":[])"_ba;
        QTest::newRow("an unknown metric") << R"("metrics":["spend"])"_ba;
        QTest::newRow("an unknown dimension") << metric + R"("dimensions":["team"])";
        QTest::newRow("three dimensions") << metric + R"("dimensions":["model","api_key_id","workspace"])";
        QTest::newRow("an unknown granularity") << metric + R"("granularity":"quarter")";
        QTest::newRow("an unknown operator")
            << metric + R"("filters":[{"field":"model","operator":"like","value":"x"}])";
        QTest::newRow("a list for eq")
            << metric + R"("filters":[{"field":"model","operator":"eq","value":["x"]}])";
        QTest::newRow("a range that ends before it starts")
            << metric + range("2026-06-17T00:00:00Z", "2026-06-16T00:00:00Z");
        QTest::newRow("minutes of four hours")
            << metric + R"("granularity":"minute",)" + range("2026-06-17T00:00:00Z", "2026-06-17T04:00:00Z");
        QTest::newRow("providers of six weeks") << metric + R"("dimensions":["provider"],)"
                + range("2026-05-01T00:00:00Z", "2026-06-12T00:00:00Z");
        QTest::newRow("an order by what was not asked for")
            << metric + R"("order_by":{"field":"byok_usage","direction":"asc"})";
        QTest::newRow("no limit") << metric + R"("limit":0)";
        QTest::newRow("too high a limit") << metric + R"("limit":10001)";
    }

    void refuses()
    {
        QFETCH(QByteArray, asked);
        Asking asking(Thursday);
        QCOMPARE(sendQuery(asking, asked).status, 400);
    }

    void ordinaryKeysAreForbidden()
    {
        Asking asking(Thursday);
        const auto ordinary = u"openrouter_team_dispatch"_s;
        QCOMPARE(asking.get(Api + "/analytics/meta", ordinary).status, 403);
        QCOMPARE(sendQuery(asking, R"("metrics":["total_usage"])", ordinary).status, 403);
        QCOMPARE(sendQuery(asking, R"("metrics":["total_usage"])", {}).status, 401);
        QCOMPARE(asking.get(Api + "/analytics/query", Team).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestAnalyticsQuery)
#include "tst_analytics_query.moc"
