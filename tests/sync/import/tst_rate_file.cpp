// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/rate_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RateFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRates()
    {
        const auto file = read("Date;From;To;Rate\n2026-06-01;cny;USD;0.14\n2026-06-02;USD;EUR;0.92\n");

        QVERIFY(file);
        QVERIFY(file->problems.isEmpty());
        const ExchangeRate first{
            *Currency::fromCode(u"CNY"), Currency(), QDate(2026, 6, 1), 140'000'000, u"rates.csv"_s};
        QCOMPARE(file->rates.size(), 2);
        QCOMPARE(file->rates.constFirst(), first);
    }

    void saysWhichRowsSayNoRate()
    {
        const auto file = read("rate,quote,base,date\n0,USD,CNY,2026-06-01\n1,USD,USD,2026-06-01\n"
                               "1,USD,CNY,06/01\n1,USD\n0.14,USD,CNY,2026-06-01\n");

        QCOMPARE(file->rates.size(), 1);
        QCOMPARE(file->problems.size(), 4);
        QCOMPARE(file->problems.at(0).fault, RowFault::BadNumber);
        QCOMPARE(file->problems.at(1).fault, RowFault::BadCurrency);
        QCOMPARE(file->problems.at(2).fault, RowFault::BadTime);
        QCOMPARE(file->problems.at(3).fault, RowFault::FieldCount);
        QCOMPARE(file->problems.at(3).line, 5);
    }

    void saysWhichColumnIsMissing()
    {
        const auto file = read("date,base,rate\n2026-06-01,CNY,0.14\n");

        QVERIFY(!file);
        QVERIFY(file.error().detail.contains(u"quote"));
    }

private:
    Result<RateFile> read(const QByteArray &text)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"rates.csv"_s));
        (void)file.open(QIODevice::WriteOnly);
        file.write(text);
        file.close();
        return readRates(file.fileName());
    }
};

QTEST_GUILESS_MAIN(RateFileTest)
#include "tst_rate_file.moc"
