// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/request_row.h"
#include "playground/run_record.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/send_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! What a run leaves in the ledger.
class RequestRowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesARowUnderTheIdThatTheGatewayWillUse_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QByteArray>("id"); // of the answer itself
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("isRecorded");
        QTest::addColumn<QStringList>("expected");

        const auto own = "X-Request-ID: r-1\r\n"_ba;
        const auto answers = "chatcmpl-1"_ba;
        const auto mark = "X-Client-Request-ID: u-1\r\n"_ba;
        // LiteLLM's spend log names its rows by the answer's id, and only without one by the call's.
        QTest::newRow("the answer's id")
            << u"litellm"_s << answers << own << true << QStringList{u"chatcmpl-1"_s};
        QTest::newRow("its request id") << u"litellm"_s << ""_ba << own << true << QStringList{u"r-1"_s};
        QTest::newRow("none was told") << u"litellm"_s << ""_ba
                                       << ""_ba << true << QStringList{};
        QTest::newRow("nothing is to be kept") << u"litellm"_s << answers << own << false << QStringList{};
        // Its log has another id than its answers; a row under theirs would count twice.
        QTest::newRow("the id of its log")
            << u"torouter"_s << answers << own + mark << true << QStringList{u"client:u-1"_s};
        QTest::newRow("the id of its log beside Anthropic's")
            << u"torouter"_s << "msg_01"_ba << own + mark << true << QStringList{u"client:u-1"_s};
        QTest::newRow("an older build without it")
            << u"torouter"_s << answers << own << true << QStringList{};
        QTest::newRow("an empty one") << u"torouter"_s << answers << own + "X-Client-Request-ID: \r\n"
                                      << true << QStringList{};
        QTest::newRow("a generation id") << u"openrouter"_s << answers << own + "X-Generation-Id: gen-7\r\n"
                                         << true << QStringList{u"gen-7"_s};
    }

    void leavesARowUnderTheIdThatTheGatewayWillUse()
    {
        QFETCH(QString, gateway);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, fields);
        QFETCH(bool, isRecorded);
        QFETCH(QStringList, expected);
        const auto told = id.isEmpty() ? QByteArray() : "\"id\":\"" + id + "\",";
        const auto rest
            = R"("object":"chat.completion","model":"acme/first","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}])"_ba;
        SendWorld world({SendWorld::json(200, "{" + told + rest + "}", fields)}, gateway);
        world.order.isRecorded = isRecorded;

        const auto run = world.send();

        QVERIFY(run);
        QVERIFY2(!run->recordProblem, run->recordProblem ? qPrintable(run->recordProblem->detail) : "");
        QCOMPARE(run->recordedIds, expected);
        const auto stored = world.storage
                                .read([](Database &database) {
                                    return database.value(u"SELECT group_concat(request_id) FROM request"_s);
                                })
                                .result();
        QVERIFY(stored);
        QCOMPARE(stored->toString(), expected.join(u','));
    }

    void whatAGatewayQuotesOfThePromptIsNotKept()
    {
        SentRequest sent;
        sent.request.body
            = R"({"messages":[{"role":"user","content":"Tell me all about the Globex merger"}]})"_ba;
        sent.answer.ids.request = {u"r-1"_s};
        sent.answer.isError = true;
        sent.answer.message = u"messages[0].content 'Tell me all about the Globex merger' is refused"_s;

        const auto row = requestRow(sent, {}, {});

        QVERIFY(row);
        QCOMPARE(row->detail.errorMessage, u"messages[0].content '\u2588' is refused"_s);
    }

    //! Some servers count the ids of their answers anew after a thousand.
    void twoRequestsUnderOneIdAreTwoRows()
    {
        SendWorld world({SendWorld::served()});
        const auto first = world.send();
        world.clock.moveTo(world.clock.now().addSecs(5));
        const auto second = world.send();
        QVERIFY(first && second);
        QVERIFY(first->recordedIds != second->recordedIds); // each finds its own again
        QVERIFY(second->recordedIds.constFirst().startsWith(first->recordedIds.constFirst() + u'#'));
        const auto rows
            = world.storage
                  .read([](Database &database) { return database.value(u"SELECT COUNT(*) FROM request"_s); })
                  .result();
        QVERIFY(rows);
        QCOMPARE(rows->toInt(), 2);
    }

    void aFailureThatIsNeverBilledCostNothing_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QStringList>("known"); // currencies of the account's figures so far
        QTest::addColumn<QString>("cost");
        QTest::newRow("in the account's currency") << u"torouter"_s << QStringList{u"CNY"_s} << u"0 CNY"_s;
        QTest::newRow("not known in which") << u"torouter"_s << QStringList{} << u"unknown XXX"_s;
        QTest::newRow("two of them") << u"torouter"_s << QStringList{u"CNY"_s, u"USD"_s} << u"unknown XXX"_s;
        QTest::newRow("a gateway that may bill it")
            << u"litellm"_s << QStringList{u"USD"_s} << u"unknown XXX"_s;
    }
    void aFailureThatIsNeverBilledCostNothing()
    {
        QFETCH(QString, gateway);
        QFETCH(QStringList, known);
        QFETCH(QString, cost);
        SendWorld world(
            {SendWorld::json(429, R"({"error":{"type":"rate_limit_error","message":"slow down"}})",
                "X-Request-ID: r-1\r\nX-Client-Request-ID: r-1\r\n")},
            gateway);
        for (const auto &code : known) {
            auto row = ledger::request(u"known-"_s + code, world.clock.now(), 1);
            row.cost = ledger::billed(1, ledger::currency(code));
            QVERIFY(storeRunRows(world.storage, world.order.account, {row}, u"here"_s, world.clock.now())
                        .result());
        }

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->answer.charged, Charged::No);
        QCOMPARE(run->recordedIds.size(), 1);
        const auto stored = world.storage
                                .read([id = run->recordedIds.constFirst()](Database &database) {
                                    return database.value(
                                        uR"(SELECT COALESCE(q.billed_nanos, 'unknown') || ' ' || s.currency
                                            FROM request q JOIN series s ON s.id = q.series_id
                                            WHERE q.request_id = :id)"_s,
                                        {{":id", id}});
                                })
                                .result();
        QVERIFY(stored);
        QCOMPARE(stored->toString(), cost);
    }
};

QTEST_GUILESS_MAIN(RequestRowTest)
#include "tst_request_row.moc"
