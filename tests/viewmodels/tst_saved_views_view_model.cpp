// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_usage.h"
#include "viewmodels/saved_views_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class SavedViewsViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_usage = std::make_unique<ScriptedUsage>();
        m_filter = std::make_unique<UsageFilterViewModel>();
        m_filter->setToday(QDate(2026, 6, 18));
        m_views = std::make_unique<SavedViewsViewModel>();
        m_views->setProperty("filter", QVariant::fromValue(m_filter.get()));
        m_views->setReports(m_usage.get());
    }

    void keepsOpensAndRemovesAView()
    {
        m_filter->providers()->setPicked({u"Azure"_s});
        m_filter->choosePeriod(u"month"_s);
        m_views->save(u" Azure this month "_s);
        QTRY_COMPARE(m_views->names(), QStringList{u"Azure this month"_s});
        m_filter->clear();
        m_filter->choosePeriod(u"today"_s);
        m_views->open(u"Azure this month"_s);
        QCOMPARE(m_filter->providers()->picked(), QStringList{u"Azure"_s});
        QCOMPARE(m_filter->period(), u"month"_s);
        m_views->remove(u"Azure this month"_s);
        QTRY_VERIFY(m_views->names().isEmpty());
    }

    void aNameWithoutLettersIsNoName()
    {
        m_views->save(u"  "_s);
        QTest::qWait(5);
        QVERIFY(m_usage->views.isEmpty());
    }

    void readsTheViewsOfEarlierRuns()
    {
        m_usage->views = {{u"old"_s, u"today"_s, {}}};
        SavedViewsViewModel again;
        again.setReports(m_usage.get());
        QTRY_COMPARE(again.names(), QStringList{u"old"_s});
    }

private:
    std::unique_ptr<ScriptedUsage> m_usage;
    std::unique_ptr<UsageFilterViewModel> m_filter;
    std::unique_ptr<SavedViewsViewModel> m_views;
};

QTEST_GUILESS_MAIN(SavedViewsViewModelTest)
#include "tst_saved_views_view_model.moc"
