// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/cut_answer.h"
#include "playground/unanswered.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! A request that brought no byte of an answer.
class UnansweredTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatEndedItIsTheReasonAndNobodyIsQuoted_data()
    {
        QTest::addColumn<int>("problem");
        QTest::addColumn<bool>("wasSent");
        QTest::addColumn<QString>("category");
        QTest::addColumn<int>("evidence"); // -1: none
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, Error::Kind problem, bool wasSent, const char *category,
                             int evidence, const char *said) {
            QTest::newRow(name) << int(problem) << wasSent << QString::fromLatin1(category) << evidence
                                << QString::fromLatin1(said);
        };
        const auto timeout = int(Evidence::Kind::OwnTimeout);
        const auto stopped = int(Evidence::Kind::Stopped);
        const auto lost = int(Evidence::Kind::ConnectionLost);
        row("our time limit", Error::Kind::Timeout, true, "timeout", timeout, "may be charged");
        row("our time limit before it was sent", Error::Kind::Timeout, false, "timeout", timeout,
            "Nothing was sent");
        row("stopped", Error::Kind::Cancelled, true, "unknown", stopped, "may be charged");
        row("stopped before it was sent", Error::Kind::Cancelled, false, "unknown", stopped,
            "before anything was sent");
        row("dropped", Error::Kind::Network, true, "gateway", lost, "may be charged");
        row("refused", Error::Kind::Network, false, "gateway", -1, "nobody answers");
        row("no such host", Error::Kind::HostNotFound, false, "gateway", -1, "no host of that name");
        row("a false certificate", Error::Kind::Tls, false, "gateway", -1, "not trusted");
    }

    void whatEndedItIsTheReasonAndNobodyIsQuoted()
    {
        QFETCH(int, problem);
        QFETCH(bool, wasSent);
        QFETCH(QString, category);
        QFETCH(int, evidence);
        QFETCH(QString, said);
        const Error error{.kind = static_cast<Error::Kind>(problem), .detail = u"127.0.0.1: SomeQtError"_s};

        const auto answer = unanswered(error, u"m"_s, wasSent);

        QVERIFY(answer.isError);
        QCOMPARE(QString(toText(answer.category)), category);
        QCOMPARE(answer.message, QString());
        QCOMPARE(answer.charged, wasSent ? Charged::Unknown : Charged::No);
        QCOMPARE(answer.evidence.size(), evidence < 0 ? 0 : 1);
        if (evidence >= 0)
            QCOMPARE(int(answer.evidence.constFirst().kind), evidence);
        QVERIFY(answer.texts.explanation);
        QVERIFY2(QString::fromUtf8(answer.texts.explanation).contains(said), answer.texts.explanation);
        QCOMPARE(wasStopped(answer), error.kind == Error::Kind::Cancelled);
        const auto attempt = ownAttempt(answer, u"m"_s, {});
        QCOMPARE(attempt.reason, category);
    }
};

QTEST_GUILESS_MAIN(UnansweredTest)
#include "tst_unanswered.moc"
