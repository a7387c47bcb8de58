// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_asking.h"
#include "simulator/panel_asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 1), Qt::UTC};
constexpr auto AfterTheSlot = "2026-06-18T11:06:00Z";
const QByteArray Hour = "&from=2026-06-18T11:00:00Z&to=2026-06-18T11:05:00Z";

//! What truly was asked in the slot of Thursday with a key, by id.
QHash<QString, QJsonValue> truthOf(Asking &asking, const QString &account, const QString &key)
{
    QHash<QString, QJsonValue> all;
    const auto told = requestTruth(asking, account, key, "2026-06-18T11:00:00Z", "2026-06-18T11:05:00Z");
    for (const auto &row : told)
        all[row[u"id"_s].toString()] = QJsonValue(row);
    return all;
}

qint64 spent(Asking &asking, const QString &account)
{
    const auto truth = asking.json("/_control/truth?account=" + account.toUtf8().toPercentEncoding() + Hour);
    return microsOfText(truth[u"total"_s]);
}

Answer generation(Asking &asking, const QByteArray &base, const QByteArray &id, const QString &key)
{
    return asking.get(base + "/generation?id=" + id, key);
}

} // namespace

class TestChatWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGenerationIsFoundAfterARefusalOrTwo_data()
    {
        QTest::addColumn<QByteArray>("where");
        for (const auto *name : {"OpenRouter chat", "OpenRouter responses", "OpenRouter messages"})
            QTest::newRow(name) << QByteArray(name);
    }

    void aGenerationIsFoundAfterARefusalOrTwo()
    {
        QFETCH(QByteArray, where);
        Asking asking(Thursday);
        const auto &place = chatPlace(where);
        const auto answer = askModel(asking, place, place.model, true);
        const auto id = headersOf(answer, "X-Generation-Id").value(0);
        int refusals = 0;
        auto told = generation(asking, "/openrouter/api/v1", id, place.key);
        for (; told.status == 404 && refusals < 5; ++refusals)
            told = generation(asking, "/openrouter/api/v1", id, place.key);
        QVERIFY(refusals >= 1 && refusals <= 2);
        QCOMPARE(told.status, 200);
        const auto data = jsonOf(told)[u"data"_s];
        QCOMPARE(data[u"id"_s].toString().toLatin1(), id);
        QCOMPARE(data[u"model"_s].toString(), u"openai/gpt-5-20250807"_s);
        QCOMPARE(data[u"provider_name"_s].toString(), u"OpenAI"_s);
        QCOMPARE(data[u"streamed"_s], QJsonValue(true));
        QVERIFY(micros(data[u"total_cost"_s]) > 0);
        QCOMPARE(generation(asking, "/openrouter/api/v1", id, u"openrouter_labs"_s).status, 403);
    }

    void aGenerationTellsTheTriesInOrder()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto answer = askModel(asking, place, u"sim/falls-back"_s);
        const auto id = headersOf(answer, "X-Generation-Id").value(0);
        asking.setClock("2026-06-18T11:04:30Z"); // old enough to be known at once
        const auto data = jsonOf(generation(asking, "/openrouter/api/v1", id, place.key))[u"data"_s];
        const auto tries = data[u"provider_responses"_s].toArray();
        QCOMPARE(tries.size(), 3);
        QCOMPARE(tries[0][u"status"_s].toInt(), 429);
        QCOMPARE(tries[1][u"status"_s].toInt(), 503);
        QCOMPARE(tries[2][u"status"_s].toInt(), 200);
        QCOMPARE(tries[2][u"provider_name"_s], data[u"provider_name"_s]);
        QCOMPARE(data[u"model"_s].toString(), u"sim/falls-back"_s);
        QCOMPARE(micros(data[u"usage"_s]), micros(jsonOf(answer)[u"usage"_s][u"cost"_s]));
    }

    void truthCountsWhatTheAnswerCost_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QString>("account");
        QTest::newRow("OpenRouter") << "OpenRouter chat"_ba << u"OpenRouter · team"_s;
        QTest::newRow("sub2api") << "sub2api chat"_ba << u"sub2api · panel"_s;
        QTest::newRow("ToRouter") << "ToRouter messages"_ba << u"ToRouter · team"_s;
        QTest::newRow("Chuizi") << "Chuizi chat"_ba << u"Chuizi · new"_s;
        QTest::newRow("LiteLLM") << "LiteLLM"_ba << u"LiteLLM · proxy"_s;
        QTest::newRow("new-api") << "new-api"_ba << u"new-api · team"_s;
    }

    void truthCountsWhatTheAnswerCost()
    {
        QFETCH(QByteArray, where);
        QFETCH(QString, account);
        Asking untouched(Thursday);
        Asking asking(Thursday);
        const auto &place = chatPlace(where);
        QCOMPARE(askModel(asking, place, place.model).status, 200);
        QCOMPARE(askModel(asking, place, place.model, true).status, 200);
        QCOMPARE(spent(asking, account), 0); // the slot has not ended
        for (auto *one : {&untouched, &asking})
            one->setClock(AfterTheSlot);
        const auto more = spent(asking, account) - spent(untouched, account);
        QVERIFY(more > 0);
        qint64 told = 0;
        qint64 toldBefore = 0;
        for (const auto &row : asking
                                   .json("/_control/requests?account=" + account.toUtf8().toPercentEncoding()
                                       + Hour)[u"requests"_s]
                                   .toArray())
            told += microsOfText(row[u"amount"_s]);
        for (const auto &row : untouched
                                   .json("/_control/requests?account=" + account.toUtf8().toPercentEncoding()
                                       + Hour)[u"requests"_s]
                                   .toArray())
            toldBefore += microsOfText(row[u"amount"_s]);
        QCOMPARE(told - toldBefore, more);
    }

    void whatTheAnswerSaysIsWhatTheKeyPays()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto answer = askModel(asking, place, place.model);
        const auto cost = micros(jsonOf(answer)[u"usage"_s][u"cost"_s]);
        Asking untouched(Thursday);
        for (auto *one : {&untouched, &asking})
            one->setClock(AfterTheSlot);
        const auto usage = [&place](Asking &one) {
            return micros(one.json("/openrouter/api/v1/key", place.key)[u"data"_s][u"usage"_s]);
        };
        QCOMPARE(usage(asking) - usage(untouched), cost);
        const auto id = jsonOf(answer)[u"id"_s].toString();
        const auto truth = truthOf(asking, u"OpenRouter · team"_s, u"dispatch-assistant"_s);
        QVERIFY(truth.contains(id));
        QCOMPARE(microsOfText(truth[id][u"amount"_s]), cost);
        QCOMPARE(truth[id][u"model"_s].toString(), u"openai/gpt-5"_s);
        QCOMPARE(truth[id][u"completion_tokens"_s].toInt(),
            jsonOf(answer)[u"usage"_s][u"completion_tokens"_s].toInt());
    }

    void whatFailedOrBrokeWithAnErrorCostsNothing()
    {
        Asking untouched(Thursday);
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        for (const auto *name :
            {"sim/fails", "sim/fails-in-body", "sim/error-mid-stream", "sim/fails-in-stream", "sim/drops",
                "sim/resets", "sim/hangs", "sim/empty", "sim/finish-error"})
            Q_UNUSED(askModel(asking, place, QString::fromLatin1(name), true));
        for (auto *one : {&untouched, &asking})
            one->setClock(AfterTheSlot);
        QCOMPARE(spent(asking, u"OpenRouter · team"_s), spent(untouched, u"OpenRouter · team"_s));
    }

    void whatWasCutIsPaidByHalf()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto whole = micros(jsonOf(askModel(asking, place, u"sim/answers"_s))[u"usage"_s][u"cost"_s]);
        const auto cut = askModel(asking, place, u"sim/cuts-mid-stream"_s, true);
        const auto id = headersOf(cut, "X-Generation-Id").value(0);
        asking.setClock(AfterTheSlot);
        const auto row
            = truthOf(asking, u"OpenRouter · team"_s, u"dispatch-assistant"_s).value(QString::fromLatin1(id));
        QVERIFY(microsOfText(row[u"amount"_s]) > 0 && microsOfText(row[u"amount"_s]) < whole);
        const auto data = jsonOf(generation(asking, "/openrouter/api/v1", id, place.key))[u"data"_s];
        QCOMPARE(data[u"cancelled"_s], QJsonValue(true));
    }

    void chuiziSettlesWithTheSecondAsk()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("Chuizi chat");
        const auto body = jsonOf(askModel(asking, place, place.model));
        const auto id = body[u"id"_s].toString().toLatin1();
        QCOMPARE(generation(asking, "/chuizi/v1", id, place.key).status, 404);
        const auto told = generation(asking, "/chuizi/v1", id, place.key);
        QCOMPARE(told.status, 200);
        const auto data = jsonOf(told)[u"data"_s];
        QCOMPARE(data[u"cost"_s], body[u"x_chuizi"_s][u"cost"_s]);
        QCOMPARE(data[u"input_tokens"_s], body[u"usage"_s][u"prompt_tokens"_s]);
        QCOMPARE(data[u"model"_s].toString(), place.model);
        QCOMPARE(generation(asking, "/chuizi/v1", id, u"chuizi_old_a"_s).status, 404);
    }

    void chuizisModelListDoesNotGrow()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("Chuizi chat");
        const auto before = asking.get("/chuizi/v1/models", place.key).body;
        QCOMPARE(askModel(asking, place, u"sim/answers"_s).status, 200);
        QCOMPARE(asking.get("/chuizi/v1/models", place.key).body, before);
        QCOMPARE(askModel(asking, place, u"openai/gpt-5-mini"_s).status, 403);
    }

    void sub2apisRowsAreJoinedByTheClientsId()
    {
        PanelAsking asking(Thursday);
        const auto &place = chatPlace("sub2api responses");
        const auto answer = askModel(asking, place, place.model, true, {}, {{"X-Request-ID", "mine-17"}});
        const auto id = headersOf(answer, "X-Client-Request-ID").value(0);
        asking.setClock(AfterTheSlot);
        const auto token = asking.accessToken();
        const auto rows = asking.panel("/usage?start_date=2026-06-18&end_date=2026-06-18", token);
        QJsonValue found;
        for (const auto &row : rows[u"items"_s].toArray()) {
            if (row[u"request_id"_s].toString().toLatin1() == "client:" + id)
                found = QJsonValue(row);
        }
        QVERIFY(found.isObject());
        QCOMPARE(found[u"model"_s].toString(), place.model);
        QCOMPARE(found[u"inbound_endpoint"_s].toString(), u"/v1/responses"_s);
        QCOMPARE(found[u"stream"_s], QJsonValue(true));
        QVERIFY(micros(found[u"actual_cost"_s]) > 0);
        QVERIFY(micros(found[u"actual_cost"_s]) <= micros(found[u"total_cost"_s]));
    }

    void sub2apisPagesStayConsistent()
    {
        PanelAsking asking(Thursday);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(askModel(asking, chatPlace("sub2api chat"), u"gpt-5"_s).status, 200);
        QCOMPARE(askModel(asking, chatPlace("sub2api chat"), u"sim/error-mid-stream"_s, true).status, 200);
        asking.setClock(AfterTheSlot);
        const auto token = asking.accessToken();
        const auto page
            = asking.panel("/usage?start_date=2026-06-18&end_date=2026-06-18&page_size=1000", token);
        QCOMPARE(page[u"items"_s].toArray().size(), page[u"total"_s].toInt());
    }

    void liteLlmLogsIt()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("LiteLLM");
        const auto answer = askModel(asking, place, place.model);
        const auto id = jsonOf(answer)[u"id"_s].toString().toLatin1();
        asking.setClock(AfterTheSlot);
        const auto logs
            = QJsonDocument::fromJson(asking.get("/litellm/spend/logs?request_id=" + id, place.key).body)
                  .array();
        QCOMPARE(logs.size(), 1);
        const auto cost = QString::fromLatin1(headersOf(answer, "x-litellm-response-cost").value(0));
        QCOMPARE(micros(logs[0][u"spend"_s]), microsOfText(cost));
    }

    void nobodysMomentIsNotBooked()
    {
        Asking asking(QDateTime(QDate(2030, 1, 2), QTime(0, 0), Qt::UTC));
        const auto &place = chatPlace("OpenAI");
        QCOMPARE(askModel(asking, place, place.model).status, 200);
        QCOMPARE(asking.get("/_control/truth").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestChatWorld)
#include "tst_chat_world.moc"
