// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/poll_schedule.h"

#include <QTest>

using namespace tollkeeper;

class PollScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitsAsLongAsItShould_data()
    {
        QTest::addColumn<int>("interval");
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("retryAfter"); // -1: not told
        QTest::addColumn<double>("jitter");
        QTest::addColumn<int>("expected");
        QTest::newRow("all is well") << 300 << 0 << -1 << 0.0 << 300;
        QTest::newRow("a tenth of jitter at most") << 300 << 0 << -1 << 1.0 << 330;
        QTest::newRow("jitter out of range") << 300 << 0 << -1 << 7.0 << 330;
        QTest::newRow("negative jitter") << 300 << 0 << -1 << -1.0 << 300;
        QTest::newRow("failed once") << 300 << 1 << -1 << 0.0 << 60;
        QTest::newRow("failed twice") << 300 << 2 << -1 << 0.0 << 120;
        QTest::newRow("failed three times") << 300 << 3 << -1 << 0.0 << 300;
        QTest::newRow("failed four times") << 300 << 4 << -1 << 0.0 << 600;
        QTest::newRow("failed for days") << 300 << 1000 << -1 << 0.0 << 600;
        QTest::newRow("told to wait longer") << 300 << 1 << 900 << 0.0 << 900;
        QTest::newRow("told to wait shorter") << 300 << 2 << 5 << 0.0 << 120;
        QTest::newRow("told to wait while all is well") << 300 << 0 << 301 << 0.0 << 301;
        QTest::newRow("never sooner than half a minute") << 1 << 0 << -1 << 0.0 << 30;
    }
    void waitsAsLongAsItShould()
    {
        QFETCH(const int, interval);
        QFETCH(const int, failures);
        QFETCH(const int, retryAfter);
        QFETCH(const double, jitter);
        QFETCH(const int, expected);
        const auto told = retryAfter < 0 ? std::nullopt : std::optional(std::chrono::seconds(retryAfter));
        const auto delay = pollDelay(std::chrono::seconds(interval), failures, told, jitter);
        QCOMPARE(int(delay.count()), expected);
    }

    void asksTheKeychainAgainSoonAndThenLessOften()
    {
        QList<qint64> delays;
        for (int tries = 0; tries <= 8; ++tries)
            delays.append(keychainDelay(tries).count());
        QCOMPARE(delays, (QList<qint64>{10, 10, 20, 40, 60, 120, 300, 300, 300}));
    }

    void asksTheKeychainAgainOnlyWhereNobodyIsAskedByIt_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("isWorthIt");
        QTest::newRow("starts late") << Error::Kind::KeychainMissing << true;
        QTest::newRow("locked") << Error::Kind::KeychainLocked << true;
        QTest::newRow("slow") << Error::Kind::KeychainWaiting << true;
        QTest::newRow("broken") << Error::Kind::KeychainFailed << true;
        QTest::newRow("denied, perhaps by the person") << Error::Kind::KeychainDenied << false;
        QTest::newRow("no such key") << Error::Kind::SecretMissing << false;
        QTest::newRow("the gateway's problem") << Error::Kind::Network << false;
    }
    void asksTheKeychainAgainOnlyWhereNobodyIsAskedByIt()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, isWorthIt);
        QCOMPARE(isKeychainWorthAsking(Error{.kind = kind}), isWorthIt);
        QVERIFY(!isKeychainWorthAsking(std::nullopt));
    }

    void catchesUpWithinTenSecondsOfAConnectionForTwoMinutes()
    {
        std::chrono::seconds at(0);
        QList<qint64> rounds{0};
        for (int round = 1; const auto delay = catchUpDelay(round); ++round) {
            QVERIFY(*delay < std::chrono::seconds(10));
            at += *delay;
            rounds.append(at.count());
        }
        QCOMPARE(rounds.first(5), (QList<qint64>{0, 2, 5, 9, 17}));
        QVERIFY(rounds.constLast() >= 115 && rounds.constLast() <= 125);
    }
};

QTEST_GUILESS_MAIN(PollScheduleTest)
#include "tst_poll_schedule.moc"
