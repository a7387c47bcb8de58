// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString Labs = u"openrouter_labs"_s;
const QByteArray KeyTarget = "/openrouter/api/v1/key";

int post(Asking &asking, const QByteArray &what, const QByteArray &body)
{
    return asking.send("POST", "/_control/" + what, {}, body).status;
}

} // namespace

class TestSimulatorControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClockJumps()
    {
        Asking asking(Thursday);
        const auto advanced = asking.send("POST", "/_control/clock", {}, R"({"advance":"PT6H"})");
        QVERIFY2(advanced.body.contains("\"2026-06-18T17:00:0"), advanced.body.constData());
        const auto moved = asking.send("POST", "/_control/clock", {}, R"({"now":"2026-07-01T00:00:00Z"})");
        QVERIFY2(moved.body.contains("\"2026-07-01T00:00:0"), moved.body.constData());
        const auto data = asking.json(KeyTarget, Labs)[u"data"_s];
        QCOMPARE(data[u"usage_monthly"_s].toDouble(-1), 0.0);
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << "clock"_ba
                                 << "{"_ba;
        QTest::newRow("an array") << "clock"_ba
                                  << "[]"_ba;
        QTest::newRow("nothing asked") << "clock"_ba
                                       << "{}"_ba;
        QTest::newRow("bad duration") << "clock"_ba
                                      << R"({"advance":"soon"})"_ba;
        QTest::newRow("number as duration") << "clock"_ba
                                            << R"({"advance":5})"_ba;
        QTest::newRow("bad moment") << "clock"_ba
                                    << R"({"now":"noon"})"_ba;
        QTest::newRow("fault without JSON") << "fault"_ba
                                            << "match"_ba;
        QTest::newRow("status as text") << "fault"_ba
                                        << R"({"status":"503"})"_ba;
        QTest::newRow("status out of range") << "fault"_ba
                                             << R"({"status":9000})"_ba;
        QTest::newRow("no final status") << "fault"_ba
                                         << R"({"status":100})"_ba;
        QTest::newRow("fraction") << "fault"_ba
                                  << R"({"times":1.5})"_ba;
        QTest::newRow("negative cut") << "fault"_ba
                                      << R"({"cut_after_bytes":-1})"_ba;
        QTest::newRow("close as number") << "fault"_ba
                                         << R"({"close":1})"_ba;
        QTest::newRow("a second header") << "fault"_ba
                                         << R"({"retry_after":"7\r\nX: y"})"_ba;
        QTest::newRow("unknown key") << "fault"_ba
                                     << R"({"key":"nobody"})"_ba;
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, body);
        Asking asking(Thursday);
        QCOMPARE(post(asking, what, body), 400);
        QCOMPARE(asking.get(KeyTarget, Labs).status, 200);
    }

    void aFaultAnswersInPlaceOfTheTruth()
    {
        Asking asking(Thursday);
        const QJsonObject wish{{u"match"_s, u"/openrouter"_s}, {u"status"_s, 429}, {u"body"_s, u"<p>no"_s},
            {u"content_type"_s, u"text/html"_s}, {u"retry_after"_s, u"7"_s},
            {u"location"_s, u"http://127.0.0.1:1/x"_s}, {u"delay_ms"_s, 20}};
        QCOMPARE(post(asking, "fault", QJsonDocument(wish).toJson()), 200);
        const auto answer = asking.get(KeyTarget, Labs);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.body, "<p>no"_ba);
        QCOMPARE(answer.contentType, "text/html"_ba);
        QCOMPARE(answer.delayMs, 20);
        const HeaderList expected{{"Retry-After", "7"}, {"Location", "http://127.0.0.1:1/x"}};
        QCOMPARE(answer.headers, expected);
        QCOMPARE(asking.get("/torouter/health").status, 200);

        QCOMPARE(asking.send("DELETE", "/_control/fault", {}, {}).status, 200);
        QCOMPARE(asking.get(KeyTarget, Labs).status, 200);
    }

    void aFaultWithTimesWearsOff()
    {
        Asking asking(Thursday);
        QCOMPARE(post(asking, "fault", R"({"status":500,"times":2})"), 200);
        QCOMPARE(asking.get(KeyTarget, Labs).status, 500);
        QCOMPARE(asking.get(KeyTarget, Labs).status, 500);
        QCOMPARE(asking.get(KeyTarget, Labs).status, 200);
    }

    void aFaultOfNoTimesStays()
    {
        Asking asking(Thursday);
        QCOMPARE(post(asking, "fault", R"({"status":500,"times":0})"), 200);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(asking.get(KeyTarget, Labs).status, 500);
    }

    void aFaultOfOneKeySparesTheOthers()
    {
        Asking asking(Thursday);
        QCOMPARE(post(asking, "fault", R"({"match":"/torouter","key":"torouter_apac","status":502})"), 200);
        QCOMPARE(asking.get("/torouter/v1/usage", u"torouter_apac"_s).status, 502);
        QCOMPARE(asking.get("/torouter/v1/usage", u"torouter_support"_s).status, 200);
    }

    void aFaultWithoutStatusSpoilsTheTrueAnswer()
    {
        Asking asking(Thursday);
        QCOMPARE(post(asking, "fault", R"({"cut_after_bytes":12})"), 200);
        const auto answer = asking.get(KeyTarget, Labs);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.startsWith("{\"data\""));
        QCOMPARE(answer.cutAfterBytes, std::optional<qsizetype>(12));
    }

    void theLogKeepsWhatGatewaysWereAsked()
    {
        Asking asking(Thursday);
        Q_UNUSED(asking.get(KeyTarget + "?a=b", Labs));
        Q_UNUSED(asking.send("POST", "/torouter/v1/x", {}, "body"));
        const auto requests = asking.json("/_control/log")[u"requests"_s].toArray();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests[0][u"method"_s].toString(), u"GET"_s);
        QCOMPARE(requests[0][u"path"_s].toString(), u"/openrouter/api/v1/key"_s);
        QCOMPARE(requests[0][u"query"_s].toString(), u"a=b"_s);
        QCOMPARE(requests[0][u"bodies"_s].toInt(-1), 0);
        QCOMPARE(requests[0][u"headers"_s][0][0].toString(), u"Authorization"_s);
        QCOMPARE(requests[1][u"bodies"_s].toInt(-1), 1);
        QCOMPARE(asking.send("DELETE", "/_control/log", {}, {}).status, 200);
        QCOMPARE(asking.json("/_control/log")[u"requests"_s].toArray().size(), 0);
    }

    void truthCountsWholeSlotsOnly()
    {
        Asking asking(Thursday);
        const auto total = [&](const QByteArray &query) {
            return microsOfText(asking.json("/_control/truth" + query)[u"total"_s]);
        };
        const auto slot = total("?from=2026-06-17T10:00:00Z&to=2026-06-17T10:05:00Z");
        QVERIFY(slot > 0);
        QCOMPARE(total("?from=2026-06-17T09:58:00Z&to=2026-06-17T10:06:00Z"), slot);
        QCOMPARE(total("?from=2026-06-17T10:01:00Z&to=2026-06-17T10:05:00Z"), 0);
        QCOMPARE(total("?to=2027-01-01T00:00:00Z"), total(""));
        QCOMPARE(total("?from=2026-06-17T10:00:00Z&to=2026-06-01T00:00:00Z"), 0);
        QCOMPARE(asking.get("/_control/truth?from=x").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestSimulatorControl)
#include "tst_simulator_control.moc"
