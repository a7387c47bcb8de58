// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString Account = u"LiteLLM · proxy"_s;
const QString Admin = u"litellm_admin"_s;
const QString Web = u"litellm_web"_s;
const QString Batch = u"litellm_batch"_s;

} // namespace

class TestLiteLlm : public QObject {
    Q_OBJECT

private:
    Asking m_asking{Thursday};

    QString hashOf(const QString &key) const
    {
        const auto hash = QCryptographicHash::hash(m_asking.text(key), QCryptographicHash::Sha256);
        return QString::fromLatin1(hash.toHex());
    }

    //! All pages of a range, merged by day: spend in micro-dollars.
    QMap<QString, qint64> activity(const QByteArray &query, const QString &key)
    {
        QMap<QString, qint64> days;
        for (int page = 1; page <= 100; ++page) {
            const auto body = m_asking.json(
                "/litellm/user/daily/activity?" + query + "&page=" + QByteArray::number(page), key);
            for (const auto &day : body[u"results"_s].toArray())
                days[day[u"date"_s].toString()] += micros(day[u"metrics"_s][u"spend"_s]);
            if (!body[u"metadata"_s][u"has_more"_s].toBool())
                return days;
        }
        return {}; // no end in sight
    }

    QJsonArray logs(const QByteArray &query, const QString &key)
    {
        const auto answer = m_asking.get("/litellm/spend/logs?" + query, key);
        return QJsonDocument::fromJson(answer.body).array();
    }

private Q_SLOTS:
    void aKeyTellsItsRunningBudget()
    {
        const auto body = m_asking.json("/litellm/key/info", Web);
        QCOMPARE(body[u"key"_s].toString(), hashOf(Web));
        const auto info = body[u"info"_s];
        const auto month
            = requestTruth(m_asking, Account, u"web"_s, "2026-06-01T00:00:00Z", "2026-06-18T11:00:00Z");
        QCOMPARE(micros(info[u"spend"_s]), sumOfRequests(month));
        QCOMPARE(info[u"key_alias"_s].toString(), u"web"_s);
        QCOMPARE(info[u"max_budget"_s].toDouble(), 200.0);
        QCOMPARE(info[u"budget_duration"_s].toString(), u"30d"_s);
        QCOMPARE(info[u"budget_reset_at"_s].toString(), u"2026-07-01T00:00:00Z"_s);
    }

    void theSpendOfABudgetStartsAgain()
    {
        Asking asking(QDateTime(QDate(2026, 6, 30), QTime(23, 50), Qt::UTC));
        const auto spend = [&](const QString &key) {
            return micros(asking.json("/litellm/key/info", key)[u"info"_s][u"spend"_s]);
        };
        const auto web = spend(Web);
        const auto batch = spend(Batch);
        asking.setClock("2026-07-01T06:00:00Z");
        QVERIFY(spend(Web) < web / 10);
        QVERIFY(spend(Batch) > batch);
        QVERIFY(asking.json("/litellm/key/info", Batch)[u"info"_s][u"max_budget"_s].isNull());
    }

    void theAdminListsKeysByHash()
    {
        const auto list = m_asking.json("/litellm/key/list", Admin);
        QCOMPARE(list[u"total_count"_s].toInt(), 3);
        QVERIFY(list[u"keys"_s].toArray().contains(hashOf(Web)));
        const auto second = m_asking.json("/litellm/key/list?return_full_object=true&size=2&page=2", Admin);
        QCOMPARE(second[u"keys"_s].toArray().size(), 1);
        QCOMPARE(second[u"total_pages"_s].toInt(), 2);
        QVERIFY(second[u"keys"_s][0][u"spend"_s].toDouble() > 0);
        QCOMPARE(second[u"keys"_s][0][u"token"_s].toString().size(), 64);
    }

    void nobodysTextIsInAList()
    {
        const auto answer = m_asking.get("/litellm/key/list?return_full_object=true", Admin);
        QVERIFY(!answer.body.contains(m_asking.text(Web)));
    }

    void ordinaryKeysSeeTheirUserOnly()
    {
        QCOMPARE(m_asking.get("/litellm/key/list", Web).status, 401);
        const auto info = "/litellm/key/info?key="_ba + hashOf(Batch).toLatin1();
        QCOMPARE(m_asking.get(info, Web).status, 403);
        QCOMPARE(m_asking.get(info, Admin).status, 200);
        QCOMPARE(m_asking.get("/litellm/key/info?key=nothing", Admin).status, 404);
        const auto all = activity("start_date=2026-06-17&end_date=2026-06-17", Admin);
        const auto web = activity("start_date=2026-06-17&end_date=2026-06-17", Web);
        const auto data = activity("start_date=2026-06-17&end_date=2026-06-17", Batch);
        QVERIFY(web[u"2026-06-17"_s] > 0 && data[u"2026-06-17"_s] > 0);
        QCOMPARE(all[u"2026-06-17"_s], web[u"2026-06-17"_s] + data[u"2026-06-17"_s]);
    }

    void dailyActivityIsPagedThroughTheMiddleOfDays_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::newRow("whole") << "1000"_ba;
        QTest::newRow("usual") << "50"_ba;
        QTest::newRow("splits days") << "3"_ba;
    }

    void dailyActivityIsPagedThroughTheMiddleOfDays()
    {
        QFETCH(QByteArray, size);
        const auto days = activity("start_date=2026-06-01&end_date=2026-06-18&page_size=" + size, Admin);
        QCOMPARE(days.size(), 18);
        const auto web = activity("start_date=2026-06-01&end_date=2026-06-18&page_size=" + size, Web);
        for (int day = 1; day <= 18; ++day) {
            const auto date = QDate(2026, 6, day);
            const auto text = date.toString(Qt::ISODate);
            const auto requests = requestTruth(m_asking, Account, u"web"_s, text.toLatin1() + "T00:00:00Z",
                date.addDays(1).toString(Qt::ISODate).toLatin1() + "T00:00:00Z");
            QCOMPARE(web[text], sumOfRequests(requests));
            QVERIFY(days[text] > web[text]);
        }
    }

    void aDayIsBrokenDownByModelProviderAndKey()
    {
        const auto day = m_asking.json(
            "/litellm/user/daily/activity?start_date=2026-06-17&end_date=2026-06-17", Admin)[u"results"_s][0];
        const auto total = micros(day[u"metrics"_s][u"spend"_s]);
        for (const auto &what : {u"models"_s, u"providers"_s, u"api_keys"_s, u"model_groups"_s}) {
            qint64 sum = 0;
            for (const auto &part : day[u"breakdown"_s][what].toObject())
                sum += micros(part.toObject()[u"metrics"_s][u"spend"_s]);
            QCOMPARE(sum, total);
        }
        const auto web = day[u"breakdown"_s][u"api_keys"_s][hashOf(Web)];
        QCOMPARE(web[u"metadata"_s][u"key_alias"_s].toString(), u"web"_s);
    }

    void theNewestDayComesFirst()
    {
        const auto days = m_asking.json(
            "/litellm/user/daily/activity?start_date=2026-06-01&end_date=2026-06-18", Admin)[u"results"_s];
        QCOMPARE(days[0][u"date"_s].toString(), u"2026-06-18"_s);
        QCOMPARE(days[1][u"date"_s].toString(), u"2026-06-17"_s);
    }

    void failuresAreCountedAsTheLogsHaveThem()
    {
        const auto day = m_asking.json(
            "/litellm/user/daily/activity?start_date=2026-06-17&end_date=2026-06-17", Admin)[u"results"_s][0];
        qint64 failures = 0;
        qint64 successes = 0;
        for (const auto &row : logs("start_date=2026-06-17&end_date=2026-06-18&summarize=false", Admin))
            (row[u"status"_s] == u"failure"_s ? failures : successes) += 1;
        QCOMPARE(day[u"metrics"_s][u"failed_requests"_s].toInteger(), failures);
        QCOMPARE(day[u"metrics"_s][u"successful_requests"_s].toInteger(), successes);
        QVERIFY(failures > 0);
    }

    void logsAreSingleRequestsOfWholeDaysWithoutTheLast()
    {
        const auto rows = logs("start_date=2026-06-16&end_date=2026-06-18&summarize=false", Web);
        const auto truth
            = requestTruth(m_asking, Account, u"web"_s, "2026-06-16T00:00:00Z", "2026-06-18T00:00:00Z");
        QCOMPARE(rows.size(), truth.size());
        QCOMPARE(sumOf(rows, u"spend"_s), sumOfRequests(truth));
        QSet<QString> ids;
        for (const auto &row : rows) {
            ids.insert(row[u"request_id"_s].toString());
            QCOMPARE(row[u"api_key"_s].toString(), hashOf(Web));
            QVERIFY(row[u"startTime"_s].toString() < row[u"endTime"_s].toString());
        }
        QCOMPARE(ids.size(), rows.size());
        QCOMPARE(logs("start_date=2026-06-18&end_date=2026-06-18&summarize=false", Web).size(), 0);
    }

    void logsWithDaysAreSummedUnlessAskedOtherwise()
    {
        const auto days = logs("start_date=2026-06-16&end_date=2026-06-18", Admin);
        QCOMPARE(days.size(), 2);
        QCOMPARE(days.first()[u"startTime"_s].toString(), u"2026-06-16"_s);
        const auto spent = activity("start_date=2026-06-16&end_date=2026-06-16", Admin);
        QCOMPARE(micros(days.first()[u"spend"_s]), spent[u"2026-06-16"_s]);
        qint64 byUser = 0;
        for (const auto &user : days.first()[u"users"_s].toObject())
            byUser += micros(user);
        QCOMPARE(byUser, micros(days.first()[u"spend"_s]));
    }

    void oneRequestIsLookedUpByItsId()
    {
        const auto row = logs("start_date=2026-06-17&end_date=2026-06-18&summarize=false", Web).first();
        const auto query = "request_id=" + row[u"request_id"_s].toString().toLatin1();
        QCOMPARE(logs(query, Web), QJsonArray{row});
        QCOMPARE(logs(query, Admin), QJsonArray{row});
        QCOMPARE(logs(query, Batch), QJsonArray());
        QCOMPARE(logs("request_id=nothing", Admin), QJsonArray());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << "key/info"_ba << QString() << 401;
        QTest::newRow("unknown") << "key/info"_ba << u"sk-nobody"_s << 401;
        QTest::newRow("no days") << "user/daily/activity"_ba << Admin << 400;
        QTest::newRow("bad page") << "user/daily/activity?start_date=2026-06-01&end_date=2026-06-02&page=0"_ba
                                  << Admin << 422;
        QTest::newRow("bad day") << "spend/logs?start_date=June&end_date=2026-06-02"_ba << Admin << 422;
        QTest::newRow("bad size") << "key/list?size=101"_ba << Admin << 422;
        QTest::newRow("nowhere") << "elsewhere"_ba << Admin << 404;
        QTest::newRow("models") << "v1/models"_ba << Web << 200;
    }

    void refuses()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, key);
        QTEST(m_asking.get("/litellm/" + target, key).status, "status");
    }
};

QTEST_GUILESS_MAIN(TestLiteLlm)
#include "tst_litellm.moc"
