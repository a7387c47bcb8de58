// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_draft.h"
#include "support/send_world.h"

#include <QPointer>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! A stream is paid for from its first word on.
class LongStreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! 20 MiB of it. What is kept stays bounded.
    void aStreamHasNoLargestSize()
    {
        constexpr int Pieces = 320;
        QByteArrayList data(Pieces, SendWorld::said(QByteArray(64 * 1024, 'x')));
        SendWorld world({SendWorld::stream(data << SendWorld::finished())});
        world.order.request.streams = true;

        const auto run = world.send();

        QVERIFY(run);
        const auto &sent = run->sent.constFirst();
        QVERIFY2(!sent.problem, sent.problem ? qPrintable(sent.problem->detail) : "");
        QCOMPARE(run->end, RunEnd::Served);
        QVERIFY(run->answer.stream.isComplete);
        QCOMPARE(run->answer.stream.terminator, u"[DONE]"_s);
        QCOMPARE(run->answer.stream.events, Pieces + 2);
        QCOMPARE(run->answer.usage.outputTokens, 2);
        QCOMPARE(run->answer.text.size(), AnswerDraft::MostText);
        QCOMPARE(sent.body.size(), SentRequest::MostKeptBytes);
    }

    //! Broken off, it would be asked of the next model, and be paid for twice.
    void aChangeOfNetworkLeavesAStreamAlone()
    {
        QPointer<QTcpSocket> open;
        SendWorld world({[&open](QTcpSocket *socket, const HostileServer::Request &) {
            open = socket;
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                          "data: "
                + SendWorld::said("Hel") + "\n\n");
        }});
        world.order.request.streams = true;
        world.order.policy.fallbacks = {u"acme/second"_s};
        bool isRenewed = false;
        connect(&world.service, &PlaygroundService::textArrived, this, [&] {
            if (std::exchange(isRenewed, true))
                return;
            world.http.renewConnections();
            open->write("data: " + SendWorld::said("lo") + "\n\ndata: " + SendWorld::finished()
                + "\n\ndata: [DONE]\n\n");
            open->disconnectFromHost();
        });

        const auto run = world.send();

        QVERIFY(run);
        QVERIFY(isRenewed);
        QCOMPARE(run->end, RunEnd::Served);
        QCOMPARE(run->answer.text, u"Hello"_s);
        QCOMPARE(run->sent.size(), 1);
        QCOMPARE(world.server.seen().size(), 1);
    }
};

QTEST_GUILESS_MAIN(LongStreamsTest)
#include "tst_long_streams.moc"
