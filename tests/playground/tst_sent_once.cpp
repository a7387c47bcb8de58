// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/send_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Request = HostileServer::Request;

const QByteArray Begun
    = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"id\":"_ba;

void drop(QTcpSocket *socket, const Request &)
{
    socket->disconnectFromHost();
}

void reset(QTcpSocket *socket, const Request &)
{
    HostileServer::reset(socket);
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

        const QList<std::pair<const char *, HostileServer::Answer>> faults{{"drop", drop}, {"reset", reset},
            {"timeout", staySilent}, {"drop in the answer", HostileServer::rawThenClose(Begun)},
            {"reset in the answer",
                [](QTcpSocket *socket, const Request &) {
                    socket->write(Begun);
                    socket->flush();
                    HostileServer::reset(socket);
                }},
            {"timeout in the answer", HostileServer::raw(Begun)}};
        for (const auto &[name, fault] : faults) {
            for (const bool isKeptAlive : {false, true}) {
                for (const int retries : {0, 2})
                    QTest::addRow("%s, %s, %d retries", name, isKeptAlive ? "kept alive" : "fresh", retries)
                        << fault << isKeptAlive << retries;
            }
        }
    }

    void onePostForEachAttempt()
    {
        QFETCH(HostileServer::Answer, fault);
        QFETCH(bool, isKeptAlive);
        QFETCH(int, retries);
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
        world.order.policy.timeout = 300ms;
        world.order.policy.retries = retries;

        const auto run = world.send();

        QVERIFY(run);
        QVERIFY(run->answer.isError);
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
    void aStoppedRunSendsNothingMore()
    {
        SendWorld world({staySilent});
        world.order.policy.retries = 5;
        world.answers = {[&world](QTcpSocket *, const Request &) { world.stop.request_stop(); }};

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->end, RunEnd::Cancelled);
        QCOMPARE(run->sent.size(), 1);
        QTRY_COMPARE(world.server.open(), 0);
        QCOMPARE(world.server.seen().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SentOnceTest)
#include "tst_sent_once.moc"
