// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! The kept inputs of the fuzzers, and each of them cut everywhere, through the same checks. A check that
//! does not hold ends the program.
class FuzzCorpusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeptInputHolds_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("path");
        for (const auto &target : {u"sse"_s, u"answer"_s, u"capture"_s, u"redaction"_s}) {
            QDirIterator files(QFINDTESTDATA("corpus") + u'/' + target, QDir::Files);
            QVERIFY2(files.hasNext(), qPrintable(target));
            while (files.hasNext()) {
                const auto path = files.next();
                QTest::newRow(qPrintable(target + u'/' + files.fileName())) << target << path;
            }
        }
    }

    void everyKeptInputHolds()
    {
        QFETCH(QString, target);
        QFETCH(QString, path);
        const auto check = target == u"sse" ? fuzz::sse
            : target == u"answer"           ? fuzz::answer
            : target == u"capture"          ? fuzz::capture
                                            : fuzz::redaction;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        check(bytes);
        const auto step = std::max<qsizetype>(1, bytes.size() / 100);
        for (qsizetype size = 0; size < bytes.size(); size += step)
            check(QByteArrayView(bytes).first(size));
    }
};

QTEST_GUILESS_MAIN(FuzzCorpusTest)
#include "tst_fuzz_corpus.moc"
