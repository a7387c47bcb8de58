// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"
#include "support/send_world.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto Overloaded = R"({"error":{"message":"Overloaded","type":"overloaded_error","code":529}})"_ba;

QStringList modelsAsked(const SendWorld &world)
{
    QStringList models;
    for (const auto &request : world.server.seen())
        models.append(QJsonDocument::fromJson(request.body)["model"_L1].toString());
    return models;
}

QStringList traceOf(const PlaygroundRun &run)
{
    QStringList lines;
    for (const auto &attempt : run.answer.attempts)
        lines.append(u"%1 %2 %3 %4"_s.arg(toText(attempt.origin), attempt.model,
            attempt.status ? QString::number(*attempt.status) : u"-"_s, toText(attempt.outcome)));
    return lines;
}

} // namespace

class NetworkPlaygroundServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsARequestAndReadsItsAnswer()
    {
        SendWorld world({SendWorld::served()});

        const auto run = world.send();

        QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
        QCOMPARE(run->end, RunEnd::Served);
        QVERIFY(!run->answer.isError);
        QCOMPARE(run->answer.text, u"Hello"_s);
        QCOMPARE(run->answer.usage.outputTokens, 2);
        QCOMPARE(traceOf(*run), QStringList{u"client acme/first 200 served"_s});
        QVERIFY(!run->answer.isTracePublished);
        const auto &seen = world.server.seen().constFirst();
        QCOMPARE(seen.line(), "POST /v1/chat/completions HTTP/1.1"_ba);
        QVERIFY(seen.has("authorization: bearer "_ba + SendWorld::Key));
        QVERIFY(!run->sent.constFirst().request.credential);
        QVERIFY(!run->sent.constFirst().request.url.toString().contains(QString::fromLatin1(SendWorld::Key)));
    }

    void tellsTheTextWhileItStreams()
    {
        SendWorld world(
            {SendWorld::stream({SendWorld::said("Hel"), SendWorld::said("lo"), SendWorld::finished()})});
        world.order.request.streams = true;
        QString told;
        QList<int> numbers;
        connect(&world.service, &PlaygroundService::textArrived, this,
            [&told](qint64 run, const QString &text) { told += QString::number(run) + text; });
        connect(&world.service, &PlaygroundService::attemptStarted, this,
            [&numbers](qint64, int number, const QString &) { numbers.append(number); });

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(told.remove(u'7'), u"Hello"_s);
        QCOMPARE(run->answer.text, u"Hello"_s);
        QVERIFY(run->answer.stream.isComplete);
        QVERIFY(run->sent.constFirst().firstToken);
        QCOMPARE(numbers, QList<int>{1});
        QVERIFY(world.server.seen().constFirst().has("accept: text/event-stream"_ba));
    }

    void sendsNothingWithToolsThatAreNone()
    {
        SendWorld world({SendWorld::served()});
        world.order.request.tools = "{}"_ba;

        const auto run = world.send();

        QVERIFY(!run);
        QCOMPARE(run.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(run.error().detail, u"tools"_s);
        QVERIFY(world.server.seen().isEmpty());
    }

    void keepsTheTextOfAStreamThatBroke()
    {
        SendWorld world({SendWorld::stream({SendWorld::said("Hel")}, false)});
        world.order.request.streams = true;

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->answer.text, u"Hel"_s);
        QVERIFY(!run->answer.stream.isComplete);
        QCOMPARE(run->answer.category, Category::StreamInterrupted);
        QCOMPARE(world.server.seen().size(), 1);
    }

    void goesOnToTheNextModel()
    {
        SendWorld world({SendWorld::json(529, Overloaded), SendWorld::json(529, Overloaded),
            SendWorld::served("acme/third"_ba)});
        world.order.policy.fallbacks = {u"acme/second"_s, u"acme/third"_s};

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(modelsAsked(world), (QStringList{u"acme/first"_s, u"acme/second"_s, u"acme/third"_s}));
        QCOMPARE(run->end, RunEnd::Served);
        QCOMPARE(run->answer.requestedModel, u"acme/first"_s);
        QCOMPARE(run->answer.servedModel, u"acme/third"_s);
        QCOMPARE(traceOf(*run),
            (QStringList{u"client acme/first 529 failed"_s, u"client acme/second 529 failed"_s,
                u"client acme/third 200 served"_s}));
    }

    void asksAgainWhereThePolicySaysSo()
    {
        SendWorld world({SendWorld::json(529, Overloaded), SendWorld::served()});
        world.order.policy.retries = 1;

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->end, RunEnd::Served);
        QCOMPARE(run->sent.size(), 2);
        QVERIFY(run->sent.constLast().waited > 0ms);
    }

    //! The next model would be asked with the same key.
    void doesNotTryASpentKeyAgain()
    {
        SendWorld world({SendWorld::json(429, R"({"code":"API_KEY_QUOTA_EXHAUSTED","message":"used up"})")},
            u"torouter"_s);
        world.order.policy.retries = 3;
        world.order.policy.fallbacks = {u"acme/second"_s};
        world.order.policy.movesOn.append(Category::KeyBudget);

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->answer.category, Category::KeyBudget);
        QCOMPARE(run->end, RunEnd::Final);
        QCOMPARE(world.server.seen().size(), 1);
    }

    void sendsAnIdOfItsOwnWhereItReachesTheLog()
    {
        SendWorld world({SendWorld::served()}, u"torouter"_s);

        const auto run = world.send();

        QVERIFY(run);
        const auto id = run->answer.ids.sentRequest;
        QCOMPARE(id.size(), 36);
        QVERIFY(world.server.seen().constFirst().has("x-request-id: "_ba + id.toLatin1()));
    }

    void putsWhatTheGatewayTellsBehindTheOwnAttempt()
    {
        const auto body
            = R"({"id":"gen-1","model":"acme/first","provider":"Beta","choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],
                 "openrouter_metadata":{"attempts":[{"provider":"Alpha","model":"acme/first","status":503},
                                                    {"provider":"Beta","model":"acme/first","status":200}]}})"_ba;
        SendWorld world({SendWorld::json(529, Overloaded), SendWorld::json(200, body)}, u"openrouter"_s);
        world.order.policy.retries = 1;

        const auto run = world.send();

        QVERIFY(run);
        QVERIFY(run->answer.isTracePublished);
        QCOMPARE(traceOf(*run),
            (QStringList{u"client acme/first 529 failed"_s, u"client acme/first 200 served"_s,
                u"gateway acme/first 503 failed"_s, u"gateway acme/first 200 served"_s}));
        QVERIFY(world.server.seen().constFirst().has("x-openrouter-metadata: enabled"_ba));
        QCOMPARE(world.server.seen().constFirst().line(), "POST /api/v1/chat/completions HTTP/1.1"_ba);
    }

    void tellsATimeoutFromAServerThatIsNotThere()
    {
        SendWorld silent({[](QTcpSocket *, const HostileServer::Request &) {}});
        silent.order.policy.timeout = 1s;

        const auto run = silent.send();

        QVERIFY(run);
        QCOMPARE(run->answer.category, Category::Timeout);
        QCOMPARE(run->answer.charged, Charged::Unknown);
        QCOMPARE(run->end, RunEnd::Exhausted);
        QVERIFY(run->sent.constFirst().problem);
        QCOMPARE(traceOf(*run), QStringList{u"client acme/first - failed"_s});
    }

    void whatWasNeverSentCostsNothing()
    {
        SendWorld world({SendWorld::served()});
        world.server.close(); // nobody listens there any more

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->answer.category, Category::Gateway);
        QCOMPARE(run->answer.charged, Charged::No);
    }

    void sendsNothingWithoutAKey()
    {
        SendWorld world({SendWorld::served()});
        world.secrets.readFails = Error::Kind::KeychainLocked;

        const auto run = world.send();

        QVERIFY(!run);
        QCOMPARE(run.error().kind, Error::Kind::KeychainLocked);
        QVERIFY(world.server.seen().isEmpty());
    }

    void sendsNothingWhileItIsLocked()
    {
        SendWorld world({SendWorld::served()});
        world.service.setLocked(true);
        const auto run = world.send();
        QVERIFY(!run);
        QCOMPARE(run.error().kind, Error::Kind::AppLocked);
        QCOMPARE(world.server.seen().size(), 0);
        world.service.setLocked(false);
        QVERIFY(world.send());
    }

    void tellsWhenTheLedgerHasItsRows()
    {
        SendWorld world({SendWorld::served()});
        QSignalSpy recorded(&world.service, &NetworkPlaygroundService::recorded);
        const auto run = world.send();
        QVERIFY(run);
        QVERIFY(!run->recordedIds.isEmpty());
        QCOMPARE(recorded.size(), 1);
        world.order.isRecorded = false;
        QVERIFY(world.send());
        QCOMPARE(recorded.size(), 1);
    }

    void sendsNothingThatIsNotOffered()
    {
        SendWorld world({SendWorld::served()}, u"chuizi"_s);
        world.order.request.protocol = ApiProtocol::OpenAiResponses;

        const auto run = world.send();

        QVERIFY(!run);
        QCOMPARE(run.error().kind, Error::Kind::NotOffered);
        QCOMPARE(run.error().detail, u"openai-responses"_s);
        QVERIFY(world.server.seen().isEmpty());
    }

    void endsAtTheDeadlineOfTheWhole()
    {
        SendWorld world(
            {SendWorld::json(429, R"({"error":{"message":"slow down"}})", "Retry-After: 60\r\n")});
        world.order.policy.retries = 3;
        world.order.policy.deadline = 5s;

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->end, RunEnd::Deadline);
        QCOMPARE(run->sent.size(), 1);
    }
};

QTEST_GUILESS_MAIN(NetworkPlaygroundServiceTest)
#include "tst_network_playground_service.moc"
