// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/send_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Request = HostileServer::Request;

const QByteArray Fields
    = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"_ba;
const QByteArray Begun = Fields + "{\"id\":";

void drop(QTcpSocket *socket, const Request &)
{
    socket->disconnectFromHost();
}

void reset(QTcpSocket *socket, const Request &)
{
    HostileServer::reset(socket);
}

HostileServer::Answer resetAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket, const Request &) {
        socket->write(bytes);
        socket->flush();
        HostileServer::reset(socket);
    };
}

void staySilent(QTcpSocket *, const Request &) { }

} // namespace

//! A paid request that is sent twice is paid twice (trust.md 0.6, requirement 14). The server here counts the
//! bodies that reach it, whatever it then does to the connection.
class SentOnceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePostForEachAttempt_data()
    {
        QTest::addColumn<HostileServer::Answer>("fault");
        QTest::addColumn<bool>("isKeptAlive");
        QTest::addColumn<int>("retries");
        QTest::addColumn<Category>("category");

        struct Fault {
            const char *name;
            HostileServer::Answer answer;
            Category category;
        };
        const QList<Fault> faults{{"drop", drop, Category::Gateway}, {"reset", reset, Category::Gateway},
            {"timeout", staySilent, Category::Timeout},
            {"drop after the header fields", HostileServer::rawThenClose(Fields), Category::Gateway},
            {"reset after the header fields", resetAfter(Fields), Category::Gateway},
            {"timeout after the header fields", HostileServer::raw(Fields), Category::Timeout},
            {"drop in the answer", HostileServer::rawThenClose(Begun), Category::Gateway},
            {"reset in the answer", resetAfter(Begun), Category::Gateway},
            {"timeout in the answer", HostileServer::raw(Begun), Category::Timeout}};
        for (const auto &fault : faults) {
            for (const bool isKeptAlive : {false, true}) {
                for (const int retries : {0, 2})
                    QTest::addRow(
                        "%s, %s, %d retries", fault.name, isKeptAlive ? "kept alive" : "fresh", retries)
                        << fault.answer << isKeptAlive << retries << fault.category;
            }
        }
    }

    void onePostForEachAttempt()
    {
        QFETCH(HostileServer::Answer, fault);
        QFETCH(bool, isKeptAlive);
        QFETCH(int, retries);
        QFETCH(Category, category);
        SendWorld world({fault});
        if (isKeptAlive)
            world.answers.prepend(SendWorld::served());
        qsizetype before = 0;
        if (isKeptAlive) {
            QVERIFY(world.send());
            before = world.server.seen().size();
            QCOMPARE(before, 1);
            QCOMPARE(world.server.open(), 1);
        }
        if (category == Category::Timeout) // the others end by themselves
            world.order.policy.timeout = 500ms;
        world.order.policy.retries = retries;

        const auto run = world.send();

        QVERIFY(run);
        QVERIFY(run->answer.isError);
        for (const auto &sent : run->sent) { // and no provider is blamed for it
            QCOMPARE(sent.answer.category, category);
            QVERIFY(!sent.answer.stream.isComplete);
        }
        if (isKeptAlive)
            QVERIFY(run->sent.constFirst().timings.isReused);
        // Time for a second copy that somebody below us may have sent to arrive: one that is asked for.
        world.answers = {SendWorld::served()};
        QVERIFY(world.send());
        QCOMPARE(world.server.seen().size() - before - 1, run->sent.size());
        QCOMPARE(run->sent.size(), 1 + retries);
        for (const auto &seen : world.server.seen())
            QVERIFY(seen.body.contains("\"Hi\""));
    }

    //! Nobody listens any more: nothing may be sent on our own account.
    void aStoppedRunSendsNothingMore_data()
    {
        QTest::addColumn<QByteArray>("begun");
        QTest::newRow("before any answer") << ""_ba;
        QTest::newRow("after the header fields") << Fields;
        QTest::newRow("in the answer") << Begun;
    }
    void aStoppedRunSendsNothingMore()
    {
        QFETCH(QByteArray, begun);
        SendWorld world({staySilent});
        world.order.policy.retries = 5;
        world.answers = {[&world, begun](QTcpSocket *socket, const Request &) {
            socket->write(begun);
            socket->flush();
            world.stop.request_stop();
        }};

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->end, RunEnd::Cancelled);
        QCOMPARE(run->answer.category, Category::Unknown);
        QCOMPARE(run->answer.retry, Retry::Never);
        QCOMPARE(run->sent.size(), 1);
        QTRY_COMPARE(world.server.open(), 0);
        QCOMPARE(world.server.seen().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SentOnceTest)
#include "tst_sent_once.moc"
