// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};

} // namespace

class TestRequestTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsSumToTheTruthOfTheirKey_data()
    {
        QTest::addColumn<QByteArray>("ring");
        QTest::addColumn<QString>("name");
        QTest::newRow("OpenRouter") << "openrouter_labs"_ba << u"research-labs"_s;
        QTest::newRow("ToRouter") << "torouter_support"_ba << u"support-overflow"_s;
    }

    void requestsSumToTheTruthOfTheirKey()
    {
        QFETCH(QByteArray, ring);
        QFETCH(QString, name);
        Asking asking(Thursday);
        const auto truth = asking.json("/_control/truth?from=2026-06-17T00:00:00Z&to=2026-06-18T00:00:00Z");
        const auto requests = requestTruth(asking, ring, "2026-06-17T00:00:00Z", "2026-06-18T00:00:00Z");
        QCOMPARE(sumOfRequests(requests), keyTruth(truth, name));
        QVERIFY(requests.size() > 100);
    }

    void theFutureIsNotTold()
    {
        Asking asking(Thursday);
        const auto until = [&](const QByteArray &to) {
            return requestTruth(asking, "sub2api_web", "2026-06-18T00:00:00Z", to);
        };
        QCOMPARE(until("2026-06-19T00:00:00Z"), until("2026-06-18T11:00:00Z"));
        QVERIFY(!until("2026-06-18T11:00:00Z").isEmpty());
        QCOMPARE(
            requestTruth(asking, "sub2api_web", "2026-06-19T00:00:00Z", "2026-06-20T00:00:00Z").size(), 0);
    }

    void refusesHalfAQuestion_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no key") << "?from=2026-06-18T00:00:00Z&to=2026-06-18T11:00:00Z"_ba;
        QTest::newRow("unknown key") << "?key=x&from=2026-06-18T00:00:00Z&to=2026-06-18T11:00:00Z"_ba;
        QTest::newRow("bad moment") << "?key=sub2api_web&from=x&to=2026-06-18T11:00:00Z"_ba;
    }

    void refusesHalfAQuestion()
    {
        QFETCH(QByteArray, query);
        Asking asking(Thursday);
        QCOMPARE(asking.get("/_control/requests" + query).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestRequestTruth)
#include "tst_request_truth.moc"
