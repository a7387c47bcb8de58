// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_files.h"
#include "viewmodels/export_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = ExportViewModel::State;

class ExportViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_exports = std::make_unique<ScriptedExports>();
        m_exports->counts->rows = 135'795;
        m_filter = std::make_unique<UsageFilterViewModel>();
        m_filter->setToday(QDate(2026, 6, 18));
        m_export = std::make_unique<ExportViewModel>();
        m_export->setExports(m_exports.get());
        m_export->setProperty("filter", QVariant::fromValue(m_filter.get()));
        m_export->setProperty("currency", u"EUR"_s);
        m_export->setProperty("rows", 100'000.0);
    }

    void writesWhatIsFiltered()
    {
        m_filter->providers()->setPicked({u"Azure"_s});
        m_export->run(u"/tmp/out.csv"_s, true);
        QTRY_COMPARE(m_export->state(), State::Finished);
        QCOMPARE(m_export->text(), u"135,795 rows are in out.csv."_s);
        const auto order = m_exports->orders.constFirst();
        QCOMPARE(order.filter, m_filter->filter());
        QCOMPARE(order.reporting.code(), u"EUR"_s);
        QVERIFY(order.hasComments);
    }

    void namesTheFileByItsDays()
    {
        QCOMPARE(m_export->suggestedName(), u"usage 2026-06-18.csv"_s);
        m_filter->choosePeriod(u"month"_s);
        QCOMPARE(m_export->suggestedName(), u"usage 2026-06-01 to 2026-06-18.csv"_s);
    }

    void needsAWholePath()
    {
        m_export->run(u"out.csv"_s, false);
        QCOMPARE(m_export->state(), State::Failed);
        QVERIFY(m_exports->orders.isEmpty());
    }

    void tellsHowFarItIsAndCanBeCancelled()
    {
        m_exports->isSlow = true;
        m_export->run(u"/tmp/out.csv"_s, false);
        QTRY_COMPARE(m_export->text(), u"50,000 rows written"_s);
        QCOMPARE(m_export->share(), 0.5);
        m_export->run(u"/tmp/out2.csv"_s, false);
        QCOMPARE(m_exports->orders.size(), 1);
        m_export->cancel();
        QTRY_COMPARE(m_export->state(), State::Idle);
        QVERIFY(m_export->text().startsWith(u"Cancelled"_s));
    }

    void explainsAFailure()
    {
        m_exports->counts = fail(Error::Kind::File, u"disk full"_s);
        m_export->run(u"/tmp/out.csv"_s, false);
        QTRY_COMPARE(m_export->state(), State::Failed);
        QVERIFY(!m_export->text().isEmpty());
    }

    void saysHowManyRowsHaveNoRate()
    {
        m_exports->counts->unconverted = 12;
        m_export->run(u"/tmp/out.csv"_s, false);
        QTRY_COMPARE(m_export->state(), State::Finished);
        QVERIFY(m_export->text().contains(u"12 of them have no rate"_s));
    }

private:
    std::unique_ptr<ScriptedExports> m_exports;
    std::unique_ptr<UsageFilterViewModel> m_filter;
    std::unique_ptr<ExportViewModel> m_export;
};

QTEST_GUILESS_MAIN(ExportViewModelTest)
#include "tst_export_view_model.moc"
