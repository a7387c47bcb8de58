// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/totp.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

QDateTime second(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

const QByteArray Secret = "12345678901234567890"_ba;

} // namespace

class TestTotp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheTableOfRfc6238_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("code");
        // The last six of the eight digits of appendix B, SHA1.
        QTest::newRow("1970") << qint64(59) << "287082"_ba;
        QTest::newRow("2005") << qint64(1111111109) << "081804"_ba;
        QTest::newRow("2005, next step") << qint64(1111111111) << "050471"_ba;
        QTest::newRow("2009") << qint64(1234567890) << "005924"_ba;
        QTest::newRow("2033") << qint64(2000000000) << "279037"_ba;
        QTest::newRow("2603") << qint64(20000000000) << "353130"_ba;
    }

    void agreesWithTheTableOfRfc6238()
    {
        QFETCH(qint64, seconds);
        QTEST(totpCode(Secret, second(seconds)), "code");
    }

    void forgivesOneStepEitherWay()
    {
        const auto code = totpCode(Secret, second(1000));
        for (const auto seconds : {1000, 1000 - 30, 1000 + 30})
            QVERIFY(totpMatches(Secret, second(seconds), code));
        for (const auto seconds : {1000 - 70, 1000 + 60})
            QVERIFY(!totpMatches(Secret, second(seconds), code));
        QVERIFY(!totpMatches(Secret, second(1000), ""));
    }

    void writesSecretsInBase32_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        // RFC 4648, section 10, without the padding.
        QTest::newRow("none") << ""_ba
                              << ""_ba;
        QTest::newRow("one") << "f"_ba
                             << "MY"_ba;
        QTest::newRow("two") << "fo"_ba
                             << "MZXQ"_ba;
        QTest::newRow("three") << "foo"_ba
                               << "MZXW6"_ba;
        QTest::newRow("four") << "foob"_ba
                              << "MZXW6YQ"_ba;
        QTest::newRow("six") << "foobar"_ba
                             << "MZXW6YTBOI"_ba;
        QTest::newRow("above 127") << "\xff\x80"_ba
                                   << "76AA"_ba;
    }

    void writesSecretsInBase32()
    {
        QFETCH(QByteArray, bytes);
        QTEST(base32(bytes), "text");
    }
};

QTEST_GUILESS_MAIN(TestTotp)
#include "tst_totp.moc"
