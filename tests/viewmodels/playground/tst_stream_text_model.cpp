// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/stream_text_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList piecesOf(const StreamTextModel &model)
{
    QStringList pieces;
    for (int row = 0; row < model.rowCount(); ++row)
        pieces.append(model.data(model.index(row), StreamTextModel::TextRole).toString());
    return pieces;
}

} // namespace

class StreamTextModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTextIsTheSameHoweverItIsSplit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one line") << u"Shipment HF-20418 is still at Rotterdam."_s;
        QTest::newRow("lines") << u"one\ntwo\n\nfour\n"_s;
        QTest::newRow("only ends") << u"\n\n\n"_s;
        QTest::newRow("beyond the first plane") << u"\U0001F69A\n\U0001F6A2 ship\n"_s;
        QTest::newRow("long line") << QString(u'x').repeated(StreamTextModel::LongestPiece * 2 + 7)
                + u"\nend"_s;
        QTest::newRow("long line of pairs")
            << u"a"_s + u"\U0001F69A"_s.repeated(StreamTextModel::LongestPiece);
    }
    void theTextIsTheSameHoweverItIsSplit()
    {
        QFETCH(QString, text);
        StreamTextModel whole;
        QAbstractItemModelTester tester(&whole, QAbstractItemModelTester::FailureReportingMode::QtTest);
        whole.append(text);
        whole.flush();
        StreamTextModel bit;
        QAbstractItemModelTester bitTester(&bit, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const auto c : text) {
            bit.append(c);
            if (!c.isHighSurrogate())
                bit.flush();
        }
        QCOMPARE(bit.whole(), text);
        QCOMPARE(whole.whole(), text);
        QCOMPARE(bit.characters(), text.size());
        QCOMPARE(piecesOf(bit), piecesOf(whole));
        QString joined;
        for (const auto &piece : piecesOf(whole)) {
            QVERIFY(piece.size() <= StreamTextModel::LongestPiece);
            QVERIFY(!piece.endsWith(QChar(0xD83D))); // no character is cut in two
            joined += piece;
        }
        QCOMPARE(joined, QString(text).remove(u'\n'));
    }

    void whatArrivesIsShownInStepsOfAFrame()
    {
        StreamTextModel model;
        QSignalSpy grown(&model, &StreamTextModel::grown);
        for (int at = 0; at < 10'000; ++at)
            model.append(u"word "_s);
        QCOMPARE(grown.size(), 0);
        QTRY_COMPARE(model.characters(), 50'000);
        QCOMPARE(grown.size(), 1);
    }

    void onlyTheLastPieceChanges()
    {
        StreamTextModel model;
        model.append(u"first\nsec"_s);
        model.flush();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.append(u"ond\nthird"_s);
        model.flush();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(piecesOf(model), (QStringList{u"first"_s, u"second"_s, u"third"_s}));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.whole().isEmpty());
    }
};

QTEST_GUILESS_MAIN(StreamTextModelTest)
#include "tst_stream_text_model.moc"
