// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_asking.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QByteArray Hour = range("2026-06-18T09:00:00Z", "2026-06-18T10:00:00Z");

Answer ask(Asking &asking, const QString &id, const QString &key = Team)
{
    return asking.get(Api + "/generation?id=" + id.toLatin1(), key);
}

QJsonObject record(Asking &asking, const QString &id)
{
    return QJsonDocument::fromJson(ask(asking, id).body)[u"data"_s].toObject();
}

QJsonArray requests(Asking &asking, const QByteArray &time)
{
    return rowsOf(asking,
        R"("metrics":["credits_usage","byok_usage","tokens_prompt","usage_web"],"dimensions":["generation_id","model"],"limit":10000,)"
            + time);
}

//! The id of the last request before a moment.
QString latestId(Asking &asking, const QByteArray &time)
{
    QString latest;
    for (const auto &row : requests(asking, time))
        latest = qMax(latest, row[u"generation_id"_s].toString());
    return latest;
}

} // namespace

class TestOpenrouterGeneration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsAddUpToTheSums()
    {
        Asking asking(Thursday);
        const auto single = requests(asking, Hour);
        QVERIFY(single.size() > 50);
        QSet<QString> ids;
        for (const auto &row : single)
            ids.insert(row[u"generation_id"_s].toString());
        QCOMPARE(ids.size(), single.size());
        const auto sums = rowsOf(asking, R"("metrics":["credits_usage","byok_usage","usage_web"],)" + Hour);
        for (const auto &metric : {u"credits_usage"_s, u"byok_usage"_s, u"usage_web"_s}) {
            QVERIFY(sumOf(sums, metric) > 0);
            QCOMPARE(sumOf(single, metric), sumOf(sums, metric));
        }
    }

    void aRecordHasTheFiguresOfItsRow()
    {
        Asking asking(Thursday);
        int byok = 0;
        int searched = 0;
        for (const auto &row : requests(asking, Hour)) {
            const auto told = record(asking, row[u"generation_id"_s].toString());
            QCOMPARE(micros(told[u"usage"_s]), micros(row[u"credits_usage"_s]));
            QCOMPARE(micros(told[u"total_cost"_s]), micros(row[u"credits_usage"_s]));
            QCOMPARE(told[u"model"_s], row[u"model"_s]);
            QCOMPARE(told[u"native_tokens_prompt"_s].toInt(), row[u"tokens_prompt"_s].toString().toInt());
            QCOMPARE(told[u"is_byok"_s].toBool(), micros(row[u"byok_usage"_s]) > 0);
            QCOMPARE(micros(told[u"upstream_inference_cost"_s]), micros(row[u"byok_usage"_s]));
            QCOMPARE(told[u"num_search_results"_s].toInt() > 0, !row[u"usage_web"_s].isNull());
            byok += told[u"is_byok"_s].toBool() ? 1 : 0;
            searched += told[u"num_search_results"_s].toInt() > 0 ? 1 : 0;
        }
        QVERIFY(byok > 0 && searched > 0);
    }

    void attemptsStandInTheirOrder()
    {
        Asking asking(Thursday);
        int retried = 0;
        for (const auto &row : requests(asking, Hour)) {
            const auto told = record(asking, row[u"generation_id"_s].toString());
            const auto attempts = told[u"provider_responses"_s].toArray();
            QCOMPARE(attempts.last()[u"status"_s].toInt(), 200);
            QCOMPARE(attempts.last()[u"provider_name"_s], told[u"provider_name"_s]);
            for (qsizetype at = 0; at + 1 < attempts.size(); ++at)
                QVERIFY(attempts[at][u"status"_s].toInt() >= 400);
            retried += attempts.size() > 1 ? 1 : 0;
        }
        QVERIFY(retried > 0);
    }

    void aYoungRecordIsRefusedOnceOrTwice()
    {
        QSet<int> refusals;
        Asking asking(QDateTime(QDate(2026, 6, 18), QTime(10, 0), Qt::UTC));
        for (const auto &row : requests(asking, range("2026-06-18T09:55:00Z", "2026-06-18T10:00:00Z"))) {
            const auto id = row[u"generation_id"_s].toString();
            int refused = 0;
            while (ask(asking, id).status == 404 && refused < 5)
                ++refused;
            refusals.insert(refused);
            QCOMPARE(ask(asking, id).status, 200);
        }
        QVERIFY(refusals.contains(1) && refusals.contains(2));
        QVERIFY(!refusals.contains(3));
    }

    void anOldRecordIsThereAtOnce()
    {
        Asking asking(QDateTime(QDate(2026, 6, 18), QTime(10, 0), Qt::UTC));
        const auto id = latestId(asking, Hour);
        asking.setClock("2026-06-18T10:20:00Z");
        QCOMPARE(ask(asking, id).status, 200);
    }

    void nothingIsKnownBeforeItsSlotHasEnded()
    {
        Asking asking(Thursday);
        const auto id = latestId(asking, Hour);
        asking.setClock("2026-06-18T09:59:50Z");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(ask(asking, id).status, 404);
    }

    void onlyTheAccountMaySeeIt()
    {
        Asking asking(Thursday);
        const auto id = latestId(asking, Hour);
        QCOMPARE(ask(asking, id, u"openrouter_team_research"_s).status, 200);
        QCOMPARE(ask(asking, id, u"openrouter_labs"_s).status, 403);
        QCOMPARE(ask(asking, id, {}).status, 401);
        QCOMPARE(ask(asking, id.chopped(1) + u'_').status, 404);
        QCOMPARE(ask(asking, u"gen-x"_s).status, 404);
        QCOMPARE(asking.get(Api + "/generation", Team).status, 400);
    }

    void oneRequestIsFoundByItsIdInAMonth()
    {
        Asking asking(Thursday);
        const auto id = latestId(asking, Hour).toLatin1();
        const auto found = rowsOf(asking,
            R"("metrics":["total_usage"],"dimensions":["generation_id"],)"
                + range("2026-05-20T00:00:00Z", "2026-06-18T11:00:00Z")
                + filter("generation_id", "eq", '"' + id + '"'));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()[u"generation_id"_s].toString().toLatin1(), id);
    }

    void tooManyRequestsTakeTooLong()
    {
        Asking asking(Thursday);
        const auto all = R"("metrics":["total_usage"],"dimensions":["generation_id"])"_ba;
        QCOMPARE(sendQuery(asking, all, u"openrouter_management"_s).status, 408);
    }
};

QTEST_GUILESS_MAIN(TestOpenrouterGeneration)
#include "tst_simulator_generation.moc"
