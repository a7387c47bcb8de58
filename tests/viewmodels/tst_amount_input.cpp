// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/amount_input.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class AmountInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("nanos"); // 0: refused
        const auto row = [](const char *typed, qint64 nanos) {
            QTest::newRow(*typed ? typed : "nothing") << QString::fromUtf8(typed) << nanos;
        };
        row("4800", 4'800'000'000'000);
        row("4,800", 4'800'000'000'000);
        row("4.8k", 4'800'000'000'000);
        row("4.8K", 4'800'000'000'000);
        row(" $4,800.50 ", 4'800'500'000'000);
        row("1,234,567", 1'234'567'000'000'000);
        row("0.1k", 100'000'000'000);
        row("0.000000001", 1);
        row("0.3", 300'000'000);
        row("", 0);
        row("0", 0);
        row("-50", 0);
        row("4,80", 0);
        row("48,00", 0);
        row(",800", 0);
        row("4.8.0", 0);
        row("1e3", 0);
        row("4800x", 0);
        row("k", 0);
        row("99999999999999999999", 0);
    }

    void readsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, nanos);
        const auto amount = amountFromInput(typed, Currency());
        QCOMPARE(amount.has_value(), nanos != 0);
        if (amount)
            QCOMPARE(amount->nanos(), nanos);
    }
};

QTEST_APPLESS_MAIN(AmountInputTest)
#include "tst_amount_input.moc"
