// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/decoded_capture.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class DecodedCaptureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOneThatFitsAllComesFirst()
    {
        const auto known = decodableGateways();
        QVERIFY(known.size() >= 7);
        QVERIFY(known.constFirst().fitsAll);
        QCOMPARE(std::count_if(known.cbegin(), known.cend(), [](const auto &one) { return one.fitsAll; }), 1);
    }

    void aCaptureIsReadAsIfItHadJustCome()
    {
        const auto sent = decodedCapture("HTTP/1.1 402 Payment Required\r\nX-Request-Id: r1\r\n\r\n"
                                         "{\"error\":{\"message\":\"Insufficient credits\",\"code\":402}}",
            u"openrouter", ApiProtocol::OpenAiChat, QDateTime({2026, 6, 18}, {14, 32}, Qt::UTC));
        QVERIFY(sent);
        QCOMPARE(sent->answer.category, Category::Balance);
        QCOMPARE(sent->headers.value("x-request-id"), "r1");
        QVERIFY(sent->body.contains("Insufficient"));
        QCOMPARE(sent->timings.total.count(), 0); // nobody measured it
    }

    void whatIsNoAnswerOrNoGatewayIsRefused()
    {
        const auto now = QDateTime({2026, 6, 18}, {14, 32}, Qt::UTC);
        QCOMPARE(decodedCapture("hello", u"openrouter", ApiProtocol::OpenAiChat, now).error().kind,
            Error::Kind::InvalidInput);
        QCOMPARE(
            decodedCapture("HTTP/1.1 200 OK\r\n\r\n{}", u"none", ApiProtocol::OpenAiChat, now).error().kind,
            Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(DecodedCaptureTest)
#include "tst_decoded_capture.moc"
