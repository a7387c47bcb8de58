// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/run_history_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<RunRow> rows(const QString &ids)
{
    QList<RunRow> all;
    for (const auto id : ids) {
        RunRow row;
        row.id = id;
        all.append(row);
    }
    return all;
}

QString ids(const RunHistoryModel &model)
{
    QString all;
    for (int place = 0; place < model.rowCount(); ++place)
        all += model.index(place).data(RunHistoryModel::RowRole).value<RunRow>().id;
    return all;
}

} // namespace

class RunHistoryModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void becomesWhatItIsTold_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("first rows") << u""_s << u"cba"_s;
        QTest::newRow("a new one on top") << u"cba"_s << u"dcba"_s;
        QTest::newRow("one is gone") << u"cba"_s << u"ca"_s;
        QTest::newRow("several are gone") << u"fedcba"_s << u"da"_s;
        QTest::newRow("all are gone") << u"cba"_s << u""_s;
        QTest::newRow("others") << u"cba"_s << u"xyz"_s;
        QTest::newRow("in another order") << u"dcba"_s << u"bdac"_s;
        QTest::newRow("everything at once") << u"edcba"_s << u"xbeya"_s;
    }
    void becomesWhatItIsTold()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        RunHistoryModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(rows(before));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.show(rows(after));
        QCOMPARE(ids(model), after);
        QCOMPARE(model.count(), int(after.size()));
        QCOMPARE(reset.size(), 0);
    }

    void whatIsTheSameIsNotTouched()
    {
        RunHistoryModel model;
        model.show(rows(u"cba"_s));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy counted(&model, &RunHistoryModel::countChanged);
        model.show(rows(u"cba"_s));
        QCOMPARE(changed.size() + counted.size(), 0);
        auto again = rows(u"cba"_s);
        again[1].cost = u"$0.02"_s;
        model.show(again);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 1);
    }
};

QTEST_GUILESS_MAIN(RunHistoryModelTest)
#include "tst_run_history_model.moc"
