// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/gateway_calendar.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class GatewayCalendarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limitsStartAgainAtMidnightOfUtc_data()
    {
        QTest::addColumn<QString>("reset");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("next");
        QTest::newRow("a day") << u"daily"_s << u"2026-06-18T14:32:00Z"_s << u"2026-06-19T00:00:00Z"_s;
        QTest::newRow("midnight") << u"daily"_s << u"2026-06-18T00:00:00Z"_s << u"2026-06-19T00:00:00Z"_s;
        QTest::newRow("a week") << u"weekly"_s << u"2026-06-18T14:32:00Z"_s << u"2026-06-22T00:00:00Z"_s;
        QTest::newRow("Monday") << u"weekly"_s << u"2026-06-22T00:00:00Z"_s << u"2026-06-29T00:00:00Z"_s;
        QTest::newRow("Sunday") << u"weekly"_s << u"2026-06-21T23:59:00Z"_s << u"2026-06-22T00:00:00Z"_s;
        QTest::newRow("a month") << u"monthly"_s << u"2026-01-31T12:00:00Z"_s << u"2026-02-01T00:00:00Z"_s;
        QTest::newRow("a year") << u"monthly"_s << u"2026-12-31T12:00:00Z"_s << u"2027-01-01T00:00:00Z"_s;
        QTest::newRow("not of UTC") << u"daily"_s << u"2026-06-18T23:30:00-02:00"_s
                                    << u"2026-06-20T00:00:00Z"_s;
        QTest::newRow("never") << QString() << u"2026-06-18T14:32:00Z"_s << QString();
        QTest::newRow("own word") << u"28 days"_s << u"2026-06-18T14:32:00Z"_s << QString();
    }
    void limitsStartAgainAtMidnightOfUtc()
    {
        QFETCH(QString, reset);
        QFETCH(QString, now);
        QFETCH(QString, next);
        const auto found = nextReset(reset, QDateTime::fromString(now, Qt::ISODate));
        QCOMPARE(found ? found->toUTC().toString(Qt::ISODate) : QString(), next);
    }
};

QTEST_GUILESS_MAIN(GatewayCalendarTest)
#include "tst_gateway_calendar.moc"
