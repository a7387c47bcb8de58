// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/said_words.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class SaidWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsSaidAndNothingElse_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<bool>("isContained");
        const auto row = [](const char *name, const QString &said, const QByteArray &words,
                             bool isContained) { QTest::newRow(name) << said << words << isContained; };
        row("the whole", u"insufficient balance"_s, "insufficient balance", true);
        row("at the begin", u"insufficient balance, sorry"_s, "insufficient", true);
        row("at the end", u"sorry: insufficient balance"_s, "balance", true);
        row("in another case", u"INSUFFICIENT Balance"_s, "Insufficient balance", true);
        row("two characters", u"a no"_s, "no", true);
        row("other ones", u"a yes"_s, "no", false);
        row("cut", u"insufficient balanc"_s, "insufficient balance", false);
        row("all its parts, apart", u"insufficient bal, ent balance"_s, "insufficient balance", false);
        row("no ASCII", u"余额不足，请充值"_s, "余额不足", true);
        row("another, no ASCII", u"余额充足"_s, "余额不足", false);
        row("nothing", u""_s, "balance", false);
        row("long", QString(20'000, u'x') + u"quota"_s, "quota", true);
    }
    void findsWhatIsSaidAndNothingElse()
    {
        QFETCH(const QString, said);
        QFETCH(const QByteArray, words);
        // They are known by where they lie, and live as long as the program.
        static QList<QByteArray> catalogue;
        catalogue.append(words);
        const SaidWords all(said);
        for (int again = 0; again < 2; ++again) // the second time they are prepared already
            QTEST(all.contain(catalogue.constLast().constData()), "isContained");
    }
};

QTEST_GUILESS_MAIN(SaidWordsTest)
#include "tst_said_words.moc"
