// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/budget_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class BudgetRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
    }

    void comesBackAsItWasSaved()
    {
        BudgetRepository budgets(*m_database);
        auto budget = aBudget();
        budget.id = *budgets.save(budget);
        QCOMPARE(*budgets.all(), QList<Budget>{budget});
        QCOMPARE(**budgets.byId(budget.id), budget);
        QCOMPARE(**budgets.byName(u"Launch"_s), budget);
    }

    void isChangedByItsIdWhateverItsName()
    {
        BudgetRepository budgets(*m_database);
        auto budget = aBudget();
        budget.id = *budgets.save(budget);
        budget.name = u"Launch week"_s;
        budget.scope = {BudgetScope::Kind::Team, u"Search"_s};
        budget.forecastThresholds = {};
        budget.channels = {};
        budget.isPaused = false;
        QCOMPARE(*budgets.save(budget), budget.id);
        QCOMPARE(*budgets.all(), QList<Budget>{budget});
    }

    void twoOfOneNameAreRefused()
    {
        BudgetRepository budgets(*m_database);
        QVERIFY(budgets.save(aBudget()).has_value());
        QVERIFY(!budgets.save(aBudget()).has_value());
        QCOMPARE(budgets.all()->size(), 1);
    }

    void isGoneWhenRemoved()
    {
        BudgetRepository budgets(*m_database);
        QVERIFY(budgets.remove(*budgets.save(aBudget())).has_value());
        QVERIFY(budgets.all()->isEmpty());
    }

private:
    [[nodiscard]] static Budget aBudget()
    {
        Budget budget;
        budget.name = u"Launch"_s;
        budget.limit = cents(77, currency(u"EUR"));
        budget.includesByok = true;
        budget.thresholds = {25, 110};
        budget.forecastThresholds = {90, 100};
        budget.scope = {BudgetScope::Kind::Key, u"12"_s};
        budget.period = {BudgetPeriod::Kind::Custom, Qt::Sunday, {june(3).date(), june(9).date()}};
        budget.channels = {TrayChannel, ChannelId(7)};
        budget.isPaused = true;
        budget.createdAt = june(2);
        return budget;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(BudgetRepositoryTest)
#include "tst_budget_repository.moc"
