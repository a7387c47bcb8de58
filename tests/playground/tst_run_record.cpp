// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/look_up_repository.h"
#include "support/send_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Generation = "X-Generation-Id: gen-7\r\n"_ba;

QByteArray chunk(const QByteArray &id)
{
    return R"({"id":")" + id
        + R"(","object":"chat.completion.chunk","model":"acme/first","choices":[{"index":0,"delta":{"content":"Hel"}}]})";
}

//! A stream that says a little and then goes on saying nothing.
HostileServer::Answer stalled(const QByteArray &fields, const QByteArray &id)
{
    return HostileServer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + fields
        + "Connection: close\r\n\r\ndata: " + chunk(id) + "\n\n");
}

HostileServer::Answer answered(const QByteArray &id, const QByteArray &usage = R"("prompt_tokens":3)")
{
    return SendWorld::json(200,
        R"({"id":")" + id
            + R"(","object":"chat.completion","model":"acme/first","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],"usage":{)"
            + usage + "}}",
        id.startsWith("gen-") ? QByteArray() : Generation);
}

//! Ids whose bills will be asked for.
QStringList wanted(SendWorld &world)
{
    const auto due = world.storage.read(
        [now = world.clock.now()](Database &database) { return LookUpRepository(database).due(now); });
    QStringList ids;
    const auto lookUps = due.result();
    for (const auto &lookUp : *lookUps)
        ids.append(lookUp.requestId);
    return ids;
}

} // namespace

//! The bills that a run's rows lack are wanted from the moment the rows are there.
class RunRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowWithoutItsCostWantsItsBill_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QByteArray>("id"); // of the answer
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<bool>("isRecorded");
        QTest::addColumn<QStringList>("expected");
        const auto tokens = R"("prompt_tokens":3,"completion_tokens":2)"_ba;
        const auto cost = tokens + R"(,"cost":0.01)";
        QTest::newRow("OpenRouter") << u"openrouter"_s << "chatcmpl-1"_ba << tokens << true
                                    << QStringList{u"gen-7"_s};
        QTest::newRow("Chuizi.AI") << u"chuizi"_s << "gen-8"_ba << tokens << true << QStringList{u"gen-8"_s};
        QTest::newRow("the answer tells it")
            << u"openrouter"_s << "chatcmpl-1"_ba << cost << true << QStringList{};
        QTest::newRow("nothing is looked up there")
            << u"litellm"_s << "chatcmpl-1"_ba << tokens << true << QStringList{};
        QTest::newRow("nothing is to be kept")
            << u"openrouter"_s << "chatcmpl-1"_ba << tokens << false << QStringList{};
    }
    void aRowWithoutItsCostWantsItsBill()
    {
        QFETCH(const QString, gateway);
        QFETCH(const QByteArray, id);
        QFETCH(const QByteArray, usage);
        QFETCH(const bool, isRecorded);
        QFETCH(const QStringList, expected);
        SendWorld world({answered(id, usage)}, gateway);
        world.order.isRecorded = isRecorded;

        const auto run = world.send();

        QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
        QCOMPARE(wanted(world), expected);
    }

    void soDoesOneThatIsStopped_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("OpenRouter") << u"openrouter"_s << Generation << "chatcmpl-1"_ba;
        QTest::newRow("Chuizi.AI") << u"chuizi"_s << ""_ba
                                   << "gen-7"_ba;
    }
    void soDoesOneThatIsStopped()
    {
        QFETCH(const QString, gateway);
        QFETCH(const QByteArray, fields);
        QFETCH(const QByteArray, id);
        SendWorld world({stalled(fields, id)}, gateway);
        world.order.request.streams = true;
        connect(&world.service, &PlaygroundService::textArrived, this,
            [&world](qint64, const QString &) { world.stop.request_stop(); });

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->end, RunEnd::Cancelled);
        QCOMPARE(run->recordedIds, QStringList{u"gen-7"_s});
        QCOMPARE(wanted(world), QStringList{u"gen-7"_s});
    }

    void eachPostWantsItsOwn()
    {
        SendWorld world({SendWorld::json(529, R"({"error":{"message":"Overloaded","code":529}})", Generation),
                            answered("gen-8")},
            u"openrouter"_s);
        world.order.policy.retries = 1;

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->sent.size(), 2);
        QCOMPARE(wanted(world), (QStringList{u"gen-7"_s, u"gen-8"_s}));
    }

    //! Or the bill of a row would be lost whenever the program ends between the two.
    void aRowIsNotThereWithoutItsWish()
    {
        SendWorld world({answered("chatcmpl-1")}, u"openrouter"_s);
        const auto full = world.storage.write([](Database &database) {
            return database.execute(u"CREATE TRIGGER refuse BEFORE INSERT ON generation_look_up "
                                    "BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
        });
        QVERIFY(full.result());

        const auto run = world.send();

        QVERIFY(run);
        QVERIFY(run->recordProblem);
        const auto rows = world.storage.read(
            [](Database &database) { return database.value(u"SELECT COUNT(*) FROM request"_s); });
        QCOMPARE(rows.result()->toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(RunRecordTest)
#include "tst_run_record.moc"
