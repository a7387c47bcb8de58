// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/scripted_usage.h"
#include "viewmodels/row_window.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

UsageFilter today()
{
    UsageFilter filter;
    filter.days = {QDate(2026, 6, 18), QDate(2026, 6, 18)};
    return filter;
}

} // namespace

class UsageRowsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_usage = std::make_unique<ScriptedUsage>();
        m_model = std::make_unique<UsageRowsModel>();
        m_model->setReports(m_usage.get());
    }

    void keepsTheRulesOfModels()
    {
        // It walks over every row at every change.
        m_usage->total = 900;
        const QAbstractItemModelTester tester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->want(0, 20);
        show();
        QTRY_VERIFY(cells(0).isKnown);
        m_model->want(500, 20);
        QTRY_VERIFY(cells(500).isKnown);
        m_model->setStyle({QTimeZone("Asia/Kolkata"), true});
        show(0);
        auto filter = today();
        filter.providers = {u"nobody"_s};
        show(std::nullopt, filter);
        QTRY_COMPARE(m_model->rowCount(), 0);
    }

    void hasAllRowsAndFetchesThoseThatAreSeen()
    {
        m_model->want(0, 20);
        show();
        QCOMPARE(m_model->rowCount(), 135'795);
        QVERIFY(!cells(0).isKnown);
        QTRY_VERIFY(cells(0).isKnown);
        QCOMPARE(cells(2).served, u"claude-opus-4.7"_s);
        QTRY_COMPARE(m_usage->pages.size(), 1);
    }

    void jumpsAnywhere()
    {
        m_model->want(0, 20);
        show();
        QTRY_VERIFY(cells(0).isKnown);
        m_model->want(100'000, 20);
        QTRY_VERIFY(cells(100'019).isKnown);
        QCOMPARE(m_model->row(100'000)->id, m_usage->row(today(), 100'000).id);
        QVERIFY(m_usage->pages.size() <= 3); // the first, that one, and a neighbour
        m_model->want(m_model->rowCount() - 20, 20);
        QTRY_VERIFY(cells(m_model->rowCount() - 1).isKnown);
    }

    void asksForFewPagesWhileScrollingFast()
    {
        m_model->want(0, 20);
        show();
        for (int first = 0; first < 100'000; first += 50)
            m_model->want(first, 20);
        QTRY_VERIFY(cells(99'950).isKnown);
        QVERIFY2(m_usage->pages.size() <= 4, qPrintable(QString::number(m_usage->pages.size())));
    }

    void holdsAFewPagesHoweverFarOneScrolls()
    {
        m_model->want(0, 20);
        show();
        QSignalSpy arrived(m_model.get(), &UsageRowsModel::arrived);
        for (int page = 0; page < 3 * UsageRowsModel::PagesHeld; ++page) {
            m_model->want(page * UsageRowsModel::PageRows, 20);
            while (!cells(page * UsageRowsModel::PageRows).isKnown)
                QVERIFY(arrived.wait());
            QVERIFY(m_model->pagesHeld() <= UsageRowsModel::PagesHeld);
        }
        QVERIFY(!cells(0).isKnown);
        m_model->want(0, 20);
        QTRY_VERIFY(cells(0).isKnown);
    }

    void keepsTheOldRowsUntilTheNewAreThere()
    {
        m_model->want(0, 20);
        show();
        QTRY_VERIFY(cells(0).isKnown);
        m_usage->total += 3;
        QSignalSpy replaced(m_model.get(), &UsageRowsModel::replaced);
        show(3);
        QVERIFY(cells(0).isKnown);
        QCOMPARE(m_model->rowCount(), 135'795);
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(m_model->rowCount(), 135'798);
        QCOMPARE(replaced.first().first().toInt(), 3);
        QVERIFY(cells(3).isKnown);
    }

    void showsTheLatestOutlineOnly()
    {
        m_model->want(0, 20);
        show();
        QTRY_VERIFY(cells(0).isKnown);
        auto filter = today();
        filter.servedModels = {u"claude-opus-4.7"_s};
        const auto first = outline(filter);
        filter.servedModels = {u"gpt-5"_s};
        const auto second = outline(filter);
        QStringList shown; // whenever the rows are replaced
        connect(m_model.get(), &UsageRowsModel::replaced, this, [&] { shown.append(cells(0).requested); });
        m_model->show(first, std::nullopt);
        m_model->show(second, std::nullopt);
        QTRY_VERIFY(!shown.isEmpty());
        QTest::qWait(5);
        QCOMPARE(shown, QStringList{u"gpt-5"_s});
    }

    void isEmptyWhereNothingIsFound()
    {
        m_model->want(0, 20);
        show();
        QTRY_VERIFY(cells(0).isKnown);
        auto filter = today();
        filter.providers = {u"nobody"_s};
        show(std::nullopt, filter);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void saysWhyRowsAreMissingAndTriesAgainWhenTheViewMoves()
    {
        m_usage->rowsError = Error{.kind = Error::Kind::StorageDamaged};
        m_model->want(0, 20);
        show();
        QTRY_VERIFY(!m_model->problem().isEmpty());
        QCOMPARE(m_usage->pages.size(), 1);
        m_usage->rowsError.reset();
        m_model->want(1, 20);
        QTRY_VERIFY(cells(1).isKnown);
        QVERIFY(m_model->problem().isEmpty());
    }

    void standsMoreRowsThanAnIntegerCounts()
    {
        m_usage->total = qint64(std::numeric_limits<int>::max()) + 100;
        m_model->want(std::numeric_limits<int>::max() - 20, 20);
        show(0);
        QCOMPARE(m_model->rowCount(), std::numeric_limits<int>::max());
        QTRY_VERIFY(cells(std::numeric_limits<int>::max() - 1).isKnown);
    }

    void survivesDyingBeforeTheAnswer()
    {
        m_model->want(0, 20);
        show();
        m_model.reset();
        QTest::qWait(5);
    }

    void aWindowShowsItsRowsAndFollowsThem()
    {
        RowWindow window;
        const QAbstractItemModelTester tester(
            &window, QAbstractItemModelTester::FailureReportingMode::QtTest);
        window.setSource(m_model.get());
        window.setSize(20);
        QCOMPARE(window.rowCount(), 0);
        show();
        QCOMPARE(window.rowCount(), 20);
        QTRY_VERIFY(seen(window, 19).isKnown);
        window.setFirst(50'000);
        QTRY_VERIFY(seen(window, 0).isKnown);
        QCOMPARE(seen(window, 7), cells(50'007));
        window.setFirst(m_model->rowCount() - 5);
        QCOMPARE(window.rowCount(), 5);
        auto filter = today();
        filter.providers = {u"nobody"_s};
        show(std::nullopt, filter);
        QCOMPARE(window.rowCount(), 0);
    }

private:
    void show(std::optional<int> shift = std::nullopt, const UsageFilter &filter = today())
    {
        m_model->show(outline(filter), shift);
    }
    [[nodiscard]] std::shared_ptr<const UsageOutline> outline(const UsageFilter &filter)
    {
        return std::make_shared<const UsageOutline>(*await(m_usage->outline(filter)));
    }
    [[nodiscard]] UsageCells cells(int row) const
    {
        return m_model->data(m_model->index(row, 0), UsageRowsModel::CellsRole).value<UsageCells>();
    }
    [[nodiscard]] static UsageCells seen(const RowWindow &window, int row)
    {
        return window.data(window.index(row), UsageRowsModel::CellsRole).value<UsageCells>();
    }

    std::unique_ptr<ScriptedUsage> m_usage;
    std::unique_ptr<UsageRowsModel> m_model;
};

QTEST_GUILESS_MAIN(UsageRowsModelTest)
#include "tst_usage_rows_model.moc"
