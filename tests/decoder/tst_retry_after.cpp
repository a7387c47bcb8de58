// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/refusal.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RetryAfterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBothForms_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("seconds"); // -1: none

        QTest::newRow("seconds") << "7"_ba << 7;
        QTest::newRow("seconds with spaces") << " 7 "_ba << 7;
        QTest::newRow("at once is one second") << "0"_ba << 1;
        QTest::newRow("a day is one hour") << "86400"_ba << 3600;
        QTest::newRow("more than 64 bits is one hour") << "99999999999999999999999"_ba << 3600;
        QTest::newRow("a date") << "Wed, 18 Nov 2026 12:00:30 GMT"_ba << 30;
        QTest::newRow("a date that has passed") << "Wed, 18 Nov 2026 11:00:00 GMT"_ba << 1;
        QTest::newRow("a date far away") << "Fri, 01 Jan 2100 00:00:00 GMT"_ba << 3600;
        QTest::newRow("a moment that New Zealand skips") << "Sun, 27 Sep 2026 02:30:00 GMT"_ba << 1;
        QTest::newRow("absent") << ""_ba << -1;
        QTest::newRow("negative") << "-5"_ba << -1;
        QTest::newRow("a fraction") << "1.5"_ba << -1;
        QTest::newRow("words") << "soon"_ba << -1;
        QTest::newRow("a date without zone") << "Wed, 18 Nov 2026 12:00:30"_ba << -1;
        QTest::newRow("no such day") << "Wed, 31 Feb 2026 12:00:30 GMT"_ba << -1;
        QTest::newRow("rubbish as long as a date") << "xxxxxxxxxxxxxxxxxxxxxxxxx GMT"_ba << -1;
    }

    void readsBothForms()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, seconds);
        HttpHeaders headers;
        if (!value.isEmpty())
            headers.append("RETRY-AFTER"_ba, value);

        const auto delay = retryAfter(headers, QDateTime({2026, 11, 18}, {12, 0}, Qt::UTC));

        QCOMPARE(delay ? static_cast<int>(delay->count()) : -1, seconds);
    }
};

QTEST_GUILESS_MAIN(RetryAfterTest)
#include "tst_retry_after.moc"
