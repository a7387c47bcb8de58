// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_asking.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QByteArray June17 = "start_date=2026-06-17&end_date=2026-06-17"_ba;

QSet<qint64> numbers(const QJsonArray &rows)
{
    QSet<qint64> all;
    for (const auto &row : rows)
        all.insert(row[u"id"_s].toInteger());
    return all;
}

} // namespace

class TestPanelUsage : public QObject {
    Q_OBJECT

private:
    PanelAsking m_asking{Thursday};
    QString m_token = m_asking.accessToken();

    QJsonValue usage(const QByteArray &query) { return m_asking.panel("/usage?" + query, m_token); }

    QJsonArray allRows(const QByteArray &query)
    {
        QJsonArray rows;
        for (int page = 1; page <= 100; ++page) {
            const auto items
                = usage(query + "&page_size=1000&page=" + QByteArray::number(page))[u"items"_s].toArray();
            for (const auto &row : items)
                rows.append(row);
            if (items.size() < 1000)
                return rows;
        }
        return {}; // no end in sight
    }

    //! The number the panel gives a key.
    QByteArray numberOf(const QString &name)
    {
        for (const auto &key : m_asking.panel("/keys", m_token)[u"items"_s].toArray()) {
            if (key[u"name"_s] == name)
                return QByteArray::number(key[u"id"_s].toInteger());
        }
        return {};
    }

private Q_SLOTS:
    void keysComeWithTheirSecretAndWhatTheySpent()
    {
        const auto list = m_asking.panel("/keys", m_token);
        QCOMPARE(list[u"total"_s].toInt(), 3);
        QCOMPARE(list[u"page_size"_s].toInt(), 20);
        for (const auto &key : list[u"items"_s].toArray()) {
            if (key[u"name"_s] != u"web-shop"_s)
                continue;
            QCOMPARE(key[u"key"_s].toString().toLatin1(), m_asking.text(u"sub2api_web"_s));
            const auto own = m_asking.json("/sub2api/v1/usage", u"sub2api_web"_s);
            QCOMPARE(key[u"quota_used"_s], own[u"quota"_s][u"used"_s]);
            QCOMPARE(key[u"usage_5h"_s], own[u"rate_limits"_s][0][u"used"_s]);
            QCOMPARE(key[u"rate_limit_7d"_s].toDouble(), 40.0);
            QVERIFY(QDateTime::fromString(key[u"last_used_at"_s].toString(), Qt::ISODate) <= Thursday);
            return;
        }
        QFAIL("no web-shop");
    }

    void keysAreSearchedAndPaged()
    {
        QCOMPARE(m_asking.panel("/keys?search=batch", m_token)[u"total"_s].toInt(), 1);
        QCOMPARE(m_asking.panel("/keys?status=expired", m_token)[u"total"_s].toInt(-1), 0);
        const auto second = m_asking.panel("/keys?page=2&page_size=2", m_token);
        QCOMPARE(second[u"items"_s].toArray().size(), 1);
        QCOMPARE(second[u"pages"_s].toInt(), 2);
        QCOMPARE(m_asking.panel("/keys?page=3&page_size=2", m_token)[u"items"_s].toArray().size(), 0);
    }

    void rowsOfADaySumToTheKeysOwnDay_data()
    {
        QTest::addColumn<QString>("ring");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("web, UTC") << u"sub2api_web"_s << u"web-shop"_s << "UTC"_ba;
        QTest::newRow("web, Berlin") << u"sub2api_web"_s << u"web-shop"_s << "Europe/Berlin"_ba;
        QTest::newRow("batch, half hours") << u"sub2api_batch"_s << u"night-batch"_s << "Asia/Kolkata"_ba;
        QTest::newRow("agents, Auckland") << u"sub2api_agents"_s << u"agents"_s << "Pacific/Auckland"_ba;
    }

    void rowsOfADaySumToTheKeysOwnDay()
    {
        QFETCH(QString, ring);
        QFETCH(QString, name);
        QFETCH(QByteArray, zone);
        const auto query = June17 + "&timezone=" + zone;
        const auto rows = allRows(query + "&api_key_id=" + numberOf(name));
        const auto models = m_asking.json("/sub2api/v1/usage?" + query, ring)[u"model_stats"_s].toArray();
        QCOMPARE(sumOf(rows, u"actual_cost"_s), sumOf(models, u"actual_cost"_s));
        QCOMPARE(sumOf(rows, u"total_cost"_s), sumOf(models, u"cost"_s));
        for (const auto &field :
            {u"input_tokens"_s, u"output_tokens"_s, u"cache_read_tokens"_s, u"cache_creation_tokens"_s})
            QCOMPARE(sumOf(rows, field), sumOf(models, field));
        qint64 requests = 0;
        for (const auto &model : models)
            requests += model[u"requests"_s].toInteger();
        QCOMPARE(rows.size(), requests);
        QVERIFY(requests > 100);
        for (const auto &row : rows) {
            const auto moment = QDateTime::fromString(row[u"created_at"_s].toString(), Qt::ISODateWithMs);
            QCOMPARE(moment.toTimeZone(QTimeZone(zone)).date(), QDate(2026, 6, 17));
        }
    }

    void statsAreTheSumsOfTheRows()
    {
        const auto rows = allRows(June17);
        const auto stats = m_asking.panel("/usage/stats?" + June17, m_token);
        QCOMPARE(stats[u"total_requests"_s].toInteger(), rows.size());
        QCOMPARE(micros(stats[u"total_actual_cost"_s]), sumOf(rows, u"actual_cost"_s));
        QCOMPARE(micros(stats[u"total_cost"_s]), sumOf(rows, u"total_cost"_s));
        const auto endpoints = stats[u"endpoints"_s].toArray();
        QCOMPARE(sumOf(endpoints, u"actual_cost"_s), sumOf(rows, u"actual_cost"_s));
    }

    void statsKnowPeriods()
    {
        const auto spent = [&](const QByteArray &query) {
            return micros(m_asking.panel("/usage/stats" + query, m_token)[u"total_actual_cost"_s]);
        };
        QCOMPARE(spent(""), spent("?start_date=2026-06-18"));
        QVERIFY(spent("?period=week") > spent("?period=today"));
        QVERIFY(spent("?period=month") > spent("?period=week"));
    }

    void aPageIsPartOfTheWholeAndTheTotalIsExact()
    {
        const auto all = allRows(June17);
        const auto third = usage(June17 + "&page=3&page_size=50");
        QCOMPARE(third[u"total"_s].toInteger(), all.size());
        QCOMPARE(third[u"pages"_s].toInteger(), (all.size() + 49) / 50);
        const auto items = third[u"items"_s].toArray();
        QCOMPARE(items.size(), 50);
        for (int at = 0; at < 50; ++at)
            QCOMPARE(items[at], all[100 + at]);
        QCOMPARE(numbers(all).size(), all.size());
    }

    void newestFirstUnlessAskedOtherwise()
    {
        const auto newest = allRows(June17);
        const auto oldest = allRows(June17 + "&sort_order=asc");
        QCOMPARE(oldest.size(), newest.size());
        for (qsizetype at = 0; at < newest.size(); ++at)
            QCOMPARE(oldest[at], newest[newest.size() - 1 - at]);
        for (qsizetype at = 1; at < newest.size(); ++at)
            QVERIFY(newest[at][u"created_at"_s].toString() <= newest[at - 1][u"created_at"_s].toString());
        QVERIFY(oldest.first()[u"created_at"_s].toString().startsWith(u"2026-06-17T"_s));
        QVERIFY(oldest.last()[u"created_at"_s].toString().startsWith(u"2026-06-17T"_s));
    }

    void aPageSizeOutOfRangeIsTwentySilently_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("size");
        QTest::newRow("none") << ""_ba << 20;
        QTest::newRow("zero") << "&page_size=0"_ba << 20;
        QTest::newRow("too large") << "&page_size=1001"_ba << 20;
        QTest::newRow("no number") << "&page_size=many"_ba << 20;
        QTest::newRow("largest") << "&page_size=1000"_ba << 1000;
        QTest::newRow("by its other name") << "&limit=7"_ba << 7;
    }

    void aPageSizeOutOfRangeIsTwentySilently()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, size);
        const auto page = usage("start_date=2026-06-10" + query);
        QCOMPARE(page[u"page_size"_s].toInt(), size);
        QCOMPARE(page[u"items"_s].toArray().size(), size);
    }

    void aFilterKeepsTheRowsThatFit()
    {
        const auto byModel = allRows(June17 + "&model=gpt-5-mini");
        QVERIFY(!byModel.isEmpty());
        for (const auto &row : byModel)
            QCOMPARE(row[u"model"_s].toString(), u"gpt-5-mini"_s);
        const auto agents = numberOf(u"agents"_s);
        const auto byKey = allRows(June17 + "&api_key_id=" + agents);
        for (const auto &row : byKey)
            QCOMPARE(row[u"api_key"_s][u"name"_s].toString(), u"agents"_s);
        // A row has the same number whatever was asked.
        QVERIFY(numbers(allRows(June17)).contains(numbers(byKey)));
        QCOMPARE(usage(June17 + "&model=nothing")[u"total"_s].toInt(-1), 0);
    }

    void aRowIsWhole()
    {
        const auto row = usage(June17 + "&page_size=1&model=claude-opus-4.7")[u"items"_s][0];
        const auto parts = micros(row[u"input_cost"_s]) + micros(row[u"output_cost"_s])
            + micros(row[u"cache_creation_cost"_s]) + micros(row[u"cache_read_cost"_s]);
        QCOMPARE(parts, micros(row[u"total_cost"_s]));
        QVERIFY(micros(row[u"cache_creation_cost"_s]) > 0 && micros(row[u"cache_read_cost"_s]) > 0);
        const auto charged = micros(row[u"total_cost"_s]) * 8 / 10;
        QVERIFY(qAbs(charged - micros(row[u"actual_cost"_s])) <= 2);
        QVERIFY(row[u"request_id"_s].toString().startsWith(u"client:"_s));
        QCOMPARE(row[u"billing_type"_s].toInt(), 1);
        QVERIFY(row[u"stream"_s].isBool());
        QVERIFY(row[u"first_token_ms"_s].isNull() || row[u"first_token_ms"_s].toInt() > 0);
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::newRow("day") << "start_date=June"_ba << 400;
        QTest::newRow("key") << "api_key_id=web"_ba << 400;
        QTest::newRow("somebody else's key") << "api_key_id=7"_ba << 404;
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, query);
        for (const auto &path : {"/sub2api/api/v1/usage?"_ba, "/sub2api/api/v1/usage/stats?"_ba}) {
            const auto answer = m_asking.get(path + query, m_token);
            QTEST(answer.status, "status");
            QCOMPARE(jsonOf(answer)[u"code"_s].toInt(), answer.status);
        }
    }

    void nothingIsShownBeforeItsSlotHasEnded()
    {
        PanelAsking asking(QDateTime(QDate(2026, 6, 18), QTime(10, 57), Qt::UTC));
        const auto token = asking.accessToken();
        const auto newest = asking.panel("/usage?page_size=1", token)[u"items"_s][0];
        QVERIFY(newest[u"created_at"_s].toString() < u"2026-06-18T10:55:00"_s);
    }

    void isSlowedDownByAFault()
    {
        PanelAsking asking(Thursday);
        const auto token = asking.accessToken();
        const QJsonObject fault{{u"match"_s, u"/sub2api/api/v1/usage"_s}, {u"status"_s, 429},
            {u"body"_s, uR"({"code":"RATE_LIMITED","message":"slow down"})"_s}, {u"retry_after"_s, u"12"_s},
            {u"times"_s, 1}};
        QCOMPARE(asking.post("/_control/fault", fault).status, 200);
        const auto answer = asking.get("/sub2api/api/v1/usage", token);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.headers.back(), std::make_pair("Retry-After"_ba, "12"_ba));
        QCOMPARE(jsonOf(answer)[u"code"_s].toString(), u"RATE_LIMITED"_s);
        QCOMPARE(asking.get("/sub2api/api/v1/usage", token).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestPanelUsage)
#include "tst_panel_usage.moc"
