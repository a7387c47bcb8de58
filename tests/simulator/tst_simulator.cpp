// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString Management = u"openrouter_management"_s;
const QString Labs = u"openrouter_labs"_s;
const QString Apac = u"torouter_apac"_s;
const QString Support = u"torouter_support"_s;

QJsonArray allKeys(Asking &asking)
{
    QJsonArray keys;
    for (int offset = 0;; offset += 5) {
        const auto target
            = "/openrouter/api/v1/keys?include_disabled=true&offset=" + QByteArray::number(offset);
        const auto page = asking.json(target, Management)[u"data"_s].toArray();
        if (page.isEmpty())
            return keys;
        for (const auto &key : page)
            keys.append(key);
    }
}

} // namespace

class TestSimulator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void truthIsTheSumOfTheCounters()
    {
        Asking asking(Thursday);
        const auto truth = asking.json("/_control/truth");
        qint64 sum = 0;
        for (const auto &key : allKeys(asking)) {
            QCOMPARE(micros(key[u"usage"_s]), keyTruth(truth, key[u"name"_s].toString()));
            sum += micros(key[u"usage"_s]);
        }
        sum += micros(asking.json("/openrouter/api/v1/key", Labs)[u"data"_s][u"usage"_s]);
        for (const auto &key : {Apac, Support})
            sum += micros(asking.json("/torouter/v1/usage", key)[u"usage"_s][u"total"_s][u"actual_cost"_s]);
        QCOMPARE(sum, microsOfText(truth[u"total"_s]));
    }

    void periodsAgreeWithTheTruth_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("from");
        QTest::newRow("day") << u"usage_daily"_s << "2026-06-18T00:00:00Z"_ba;
        QTest::newRow("week from Monday") << u"usage_weekly"_s << "2026-06-15T00:00:00Z"_ba;
        QTest::newRow("month") << u"usage_monthly"_s << "2026-06-01T00:00:00Z"_ba;
    }

    void periodsAgreeWithTheTruth()
    {
        QFETCH(QString, field);
        QFETCH(QByteArray, from);
        Asking asking(Thursday);
        const auto truth = asking.json("/_control/truth?from=" + from);
        for (const auto &key : allKeys(asking))
            QCOMPARE(micros(key[field]), keyTruth(truth, key[u"name"_s].toString()));
    }

    void keysComeInPagesOfFive()
    {
        Asking asking(Thursday);
        const auto keys = allKeys(asking);
        QCOMPARE(keys.size(), 9);
        QSet<QString> hashes;
        for (const auto &key : keys)
            hashes.insert(key[u"hash"_s].toString());
        QCOMPARE(hashes.size(), 9);
        const auto page = [&](const QByteArray &query) {
            return asking.json("/openrouter/api/v1/keys" + query, Management)[u"data"_s].toArray().size();
        };
        QCOMPARE(page(""), 5);
        QCOMPARE(page("?offset=5"), 3); // the disabled one is left out
        QCOMPARE(page("?offset=5&include_disabled=true"), 4);
        QCOMPARE(page("?offset=10"), 0);
    }

    void capsLeaveWhatThePeriodHasNotUsed()
    {
        Asking asking(Thursday);
        int capped = 0;
        for (const auto &key : allKeys(asking)) {
            if (key[u"limit"_s].isNull()) {
                QVERIFY(key[u"limit_remaining"_s].isNull());
                continue;
            }
            const auto period = key[u"limit_reset"_s] == u"weekly"_s ? u"usage_weekly"_s : u"usage_monthly"_s;
            QCOMPARE(micros(key[u"limit_remaining"_s]), micros(key[u"limit"_s]) - micros(key[period]));
            ++capped;
        }
        QVERIFY(capped > 3);
    }

    void creditsLieToOrdinaryKeys()
    {
        Asking asking(Thursday);
        const auto ordinary = asking.get("/openrouter/api/v1/credits", Labs);
        QCOMPARE(ordinary.status, 200);
        QCOMPARE(ordinary.body, R"({"data":{"total_credits":0,"total_usage":0}})"_ba);

        const auto data = asking.json("/openrouter/api/v1/credits", Management)[u"data"_s];
        QCOMPARE(micros(data[u"total_usage"_s]), sumOf(allKeys(asking), u"usage"_s));
        QVERIFY(micros(data[u"total_credits"_s]) > micros(data[u"total_usage"_s]));
    }

    void theManagementKeySpendsNothing()
    {
        Asking asking(Thursday);
        const auto data = asking.json("/openrouter/api/v1/key", Management)[u"data"_s];
        QCOMPARE(data[u"is_management_key"_s].toBool(), true);
        QCOMPARE(data[u"usage"_s].toDouble(-1), 0.0);
        QVERIFY(data[u"limit"_s].isNull());
        const auto labs = asking.json("/openrouter/api/v1/key", Labs)[u"data"_s];
        QCOMPARE(labs[u"is_management_key"_s].toBool(true), false);
    }

    void activityOfADaySplitsByKeyAndAgreesWithTheTruth()
    {
        Asking asking(Thursday);
        const auto truth = asking.json("/_control/truth?from=2026-06-17T00:00:00Z&to=2026-06-18T00:00:00Z");
        qint64 sum = 0;
        for (const auto &key : allKeys(asking)) {
            const auto hash = key[u"hash"_s].toString().toLatin1();
            const auto target = "/openrouter/api/v1/activity?date=2026-06-17&api_key_hash=" + hash;
            const auto rows = asking.json(target, Management)[u"data"_s].toArray();
            const auto usage = sumOf(rows, u"usage"_s);
            QCOMPARE(usage, keyTruth(truth, key[u"name"_s].toString()));
            sum += usage;
        }
        const auto all
            = asking.json("/openrouter/api/v1/activity?date=2026-06-17", Management)[u"data"_s].toArray();
        QCOMPARE(sumOf(all, u"usage"_s), sum);
        QCOMPARE(sumOf(all, u"byok_usage_inference"_s), microsOfText(truth[u"byok"_s]));
    }

    void activityKeepsThirtyCompletedDays()
    {
        Asking asking(Thursday);
        QSet<QString> days;
        const auto rows = asking.json("/openrouter/api/v1/activity", Management)[u"data"_s].toArray();
        for (const auto &row : rows)
            days.insert(row[u"date"_s].toString());
        QCOMPARE(days.size(), 30);
        QVERIFY(days.contains(u"2026-06-17"_s) && days.contains(u"2026-05-19"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const auto row
            = [](const char *name, const QByteArray &target, const QString &key, int status,
                  const QByteArray &says) { QTest::newRow(name) << target << key << status << says; };
        const auto rubbish = u"sk-nobody"_s;
        row("OpenRouter, none", "/openrouter/api/v1/key", {}, 401, R"("code":401)");
        row("OpenRouter, unknown", "/openrouter/api/v1/key", rubbish, 401, R"("code":401)");
        row("OpenRouter, of another gateway", "/openrouter/api/v1/key", Apac, 401, R"("code":401)");
        row("activity, ordinary", "/openrouter/api/v1/activity", Labs, 403,
            "Only management keys can perform this operation");
        row("keys, ordinary", "/openrouter/api/v1/keys", Labs, 401, R"("code":401)");
        row("activity of today", "/openrouter/api/v1/activity?date=2026-06-18", Management, 400,
            R"("code":400)");
        row("activity too old", "/openrouter/api/v1/activity?date=2026-05-18", Management, 400,
            R"("code":400)");
        row("activity of nobody", "/openrouter/api/v1/activity?api_key_hash=00", Management, 404,
            R"("code":404)");
        row("bad offset", "/openrouter/api/v1/keys?offset=-1", Management, 400, R"("code":400)");
        row("ToRouter, none", "/torouter/v1/usage", {}, 401, R"("code":"API_KEY_REQUIRED")");
        row("ToRouter, unknown", "/torouter/v1/usage", rubbish, 401, R"("code":"INVALID_API_KEY")");
        row("ToRouter, in the query", "/torouter/v1/usage?key=x", Apac, 400, "api_key_in_query_deprecated");
        row("ToRouter, used up", "/torouter/v1/models", Apac, 429, R"("code":"API_KEY_QUOTA_EXHAUSTED")");
        row("ToRouter, bad date", "/torouter/v1/usage?start_date=x", Apac, 400, "invalid_request_error");
        row("OpenAI, unknown", "/openai/v1/models", rubbish, 401, "invalid_api_key");
        row("nowhere", "/elsewhere", Labs, 404, "not found");
    }

    void refuses()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, key);
        QFETCH(QByteArray, says);
        Asking asking(Thursday);
        const auto answer = asking.get(target, key);
        QTEST(answer.status, "status");
        QVERIFY2(answer.body.contains(says), answer.body.constData());
    }

    void openToEverybody_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("OpenRouter's catalogue") << "/openrouter/api/v1/models"_ba;
        QTest::newRow("ToRouter's settings") << "/torouter/api/v1/settings/public"_ba;
        QTest::newRow("ToRouter's health") << "/torouter/health"_ba;
    }

    void openToEverybody()
    {
        QFETCH(QByteArray, target);
        Asking asking(Thursday);
        QCOMPARE(asking.get(target).status, 200);
    }

    void pricesAreDecimalText()
    {
        Asking asking(Thursday);
        const auto list = asking.json("/openrouter/api/v1/models")[u"data"_s].toArray();
        QCOMPARE(list.size(), 11);
        QCOMPARE(list.first()[u"pricing"_s][u"prompt"_s].toString(), u"0.000003000"_s);
        QCOMPARE(list.last()[u"pricing"_s][u"prompt"_s].toString(), u"-1"_s);
    }

    void thePlainPlaceListsModels()
    {
        Asking asking(Thursday);
        QCOMPARE(asking.json("/openai/v1/models", u"openai"_s)[u"data"_s].toArray().size(), 9);
    }

    void nothingIsSpentBeforeTheFirstDay()
    {
        Asking asking(QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(asking.json("/_control/truth")[u"total"_s].toString(), u"0.000000000"_s);
        QCOMPARE(sumOf(allKeys(asking), u"usage"_s), 0);
        QCOMPARE(asking.get("/torouter/v1/usage", Apac).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
