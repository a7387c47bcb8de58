// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/environment_line.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class EnvironmentLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecretBecomesOneLine()
    {
        const auto line = environmentLine(u"SHOP_API_KEY"_s, *Secret::fromInput("sk-test-0123456789"));
        QVERIFY(line);
        QCOMPARE(line->reveal(), "SHOP_API_KEY=sk-test-0123456789"_ba);
    }

    void whatIsNoNameOfAVariableIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"", "1KEY", "MY KEY", "A=B", "KEY\nB", "ÄKEY"})
            QTest::addRow("%s", name) << QString::fromUtf8(name);
    }

    void whatIsNoNameOfAVariableIsRefused()
    {
        QFETCH(const QString, name);
        const auto line = environmentLine(name, *Secret::fromInput("sk-test-0123456789"));
        QVERIFY(!line);
        QCOMPARE(line.error().kind, Error::Kind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(EnvironmentLineTest)
#include "tst_environment_line.moc"
