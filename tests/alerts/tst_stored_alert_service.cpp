// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_alert_service.h"
#include "alerts/stored_budget_service.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/delivery_repository.h"
#include "storage/poll_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/rules_off.h"
#include "support/scripted_sender.h"
#include "support/temp_profile.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

AlertMessage messageFor(const Alert &alert, NoticeReason reason, const QTimeZone &)
{
    AlertMessage message;
    message.title = QString::number(alert.step);
    message.reason = reason;
    return message;
}

} // namespace

class StoredAlertServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_budgets.reset();
        m_service.reset();
        m_queue.reset();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_sender = std::make_unique<ScriptedSender>();
        m_clock.moveTo(june(18, 9));
        m_account = *m_storage
                         ->write([](Database &database) -> Result<AccountId> {
                             switchRulesOff(database);
                             return addAccount(database, u"Main"_s);
                         })
                         .result();
        start(true);
    }

    void tellsEachCrossingOnce()
    {
        spend(8100);
        setMonthly(10'000);
        QCOMPARE(m_sender->titles(DesktopChannel), (QStringList{u"80"_s, u"50"_s})); // the worse one first
        for (int i = 0; i < 3; ++i)
            QVERIFY(await(m_service->evaluate())->isEmpty());
        start(true); // the next run
        QVERIFY(await(m_service->evaluate())->isEmpty());
        QCOMPARE(m_sender->titles(DesktopChannel).size(), 2);
        QCOMPARE(m_sender->titles(TrayChannel).size(), 2);
    }

    void whatARunWithoutNoticesRecordedIsToldByTheNextWithThem()
    {
        spend(5000);
        start(false);
        setMonthly(10'000);
        QCOMPARE(alerts().size(), 1);
        QVERIFY(m_sender->sent.isEmpty());
        start(true);
        QVERIFY(await(m_service->evaluate()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel), QStringList{u"50"_s});
    }

    void whatIsCrossedWhileAnotherIsToldIsToldToo()
    {
        m_sender->pauses[DesktopChannel] = std::chrono::milliseconds(50);
        spend(5000);
        auto first = m_budgets->setMonthlyBudget(cents(10'000), false);
        QTRY_COMPARE(m_sender->titles(DesktopChannel).size(), 1); // on the screen, not yet recorded
        spend(8000);
        QVERIFY(await(m_service->evaluate()).has_value());
        QVERIFY(await(std::move(first)).has_value());
        QTRY_COMPARE(m_sender->titles(DesktopChannel), (QStringList{u"50"_s, u"80"_s}));
        QCOMPARE(alerts().size(), 2);
    }

    void acknowledgedIsQuietAndStaysInTheRecord()
    {
        spend(5000);
        start(false);
        setMonthly(10'000);
        start(true);
        QSignalSpy changed(m_service.get(), &AlertService::alertsChanged);
        const auto id = alerts().constFirst().id;
        QVERIFY(await(m_service->acknowledge({id})).has_value());
        QCOMPARE(changed.size(), 1);
        m_clock.moveTo(june(18, 10));
        QVERIFY(await(m_service->acknowledge({id})).has_value());
        QCOMPARE(alerts().constFirst().acknowledgedAt, std::optional(june(18, 9)));
        QVERIFY(await(m_service->evaluate()).has_value());
        QVERIFY(m_sender->titles(DesktopChannel).isEmpty()); // who acknowledged it need not be told
        QCOMPARE(alerts().constFirst().state, AlertState::Acknowledged);
        QCOMPARE(events(id), (QStringList{u"raised"_s, u"acknowledged"_s}));
    }

    void snoozedSpeaksAgainWhenItIsStillTrue()
    {
        spend(5000);
        setMonthly(10'000);
        const auto id = alerts().constFirst().id;
        QVERIFY(await(m_service->snooze({id}, june(18, 8))).has_value()); // the past is no snooze
        QCOMPARE(alerts().constFirst().state, AlertState::Firing);
        QVERIFY(await(m_service->snooze({id}, june(18, 17))).has_value());
        QCOMPARE(alerts().constFirst().state, AlertState::Snoozed);
        QVERIFY(await(m_service->evaluate()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel).size(), 1);
        m_clock.moveTo(june(18, 17));
        QVERIFY(await(m_service->evaluate()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel).size(), 2);
        QVERIFY(await(m_service->snooze({id}, std::nullopt)).has_value()); // until it changes
        m_clock.moveTo(june(25));
        QVERIFY(await(m_service->evaluate()).has_value());
        QCOMPARE(m_sender->titles(DesktopChannel).size(), 2);
    }

    void ownerAndNoteAreKeptWithTheirHistory()
    {
        spend(5000);
        setMonthly(10'000);
        const auto id = alerts().constFirst().id;
        QVERIFY(await(m_service->assign(id, u"Ops"_s)).has_value());
        QVERIFY(await(m_service->setNote(id, u"<b>asked</b>"_s)).has_value());
        QVERIFY(await(m_service->setNote(id, u"<b>asked</b>"_s)).has_value());
        QCOMPARE(alerts().constFirst().owner, u"Ops"_s);
        QCOMPARE(alerts().constFirst().note, u"<b>asked</b>"_s);
        QCOMPARE(events(id), (QStringList{u"raised"_s, u"assigned"_s, u"noted"_s}));
    }

    void settingsComeBackAsTheyWereSet()
    {
        QVERIFY(*await(m_service->settings()) == AlertSettings{});
        AlertSettings settings{true, QTime(21, 30), QTime(6, 15), june(20)};
        QVERIFY(await(m_service->setSettings(settings)).has_value());
        QVERIFY(*await(m_service->settings()) == settings);
    }

    void aBudgetThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<Budget>("budget");
        const auto changed = [](auto change) {
            Budget budget;
            budget.name = u"Support"_s;
            budget.limit = cents(100);
            change(budget);
            return budget;
        };
        QTest::newRow("of nothing") << changed([](Budget &one) { one.limit = cents(0); });
        QTest::newRow("less than nothing") << changed([](Budget &one) { one.limit = cents(-1); });
        QTest::newRow("without a name") << changed([](Budget &one) { one.name = u"  "_s; });
        QTest::newRow("of a taken name") << changed([](Budget &one) { one.name = u"Everything"_s; });
        QTest::newRow("of no team in particular")
            << changed([](Budget &one) { one.scope.kind = BudgetScope::Kind::Team; });
        QTest::newRow("warning at nothing") << changed([](Budget &one) { one.thresholds = {0, 50}; });
        QTest::newRow("warning far beyond") << changed([](Budget &one) { one.forecastThresholds = {1001}; });
        QTest::newRow("ending before it begins") << changed([](Budget &one) {
            one.period = {BudgetPeriod::Kind::Custom, Qt::Monday, {june(9).date(), june(8).date()}};
        });
    }
    void aBudgetThatMakesNoSenseIsRefused()
    {
        QFETCH(const Budget, budget);
        setMonthly(10'000);
        const auto saved = await(m_budgets->save(budget));
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().kind, Error::Kind::InvalidInput);
        QVERIFY(!saved.error().detail.isEmpty());
    }

    void theMonthlyBudgetStaysTheSameUnderAnotherName()
    {
        setMonthly(10'000);
        auto budget = budgets().constFirst();
        budget.name = u"All of it"_s;
        budget.thresholds = {100, 90, 100};
        QVERIFY(await(m_budgets->save(budget)).has_value());
        setMonthly(20'000);
        QCOMPARE(budgets().size(), 1);
        QCOMPARE(budgets().constFirst().name, u"All of it"_s);
        QCOMPARE(budgets().constFirst().limit, cents(20'000));
        QCOMPARE(budgets().constFirst().thresholds, (QList<int>{90, 100}));
    }

    void alertsOfARemovedBudgetAreClosedAndKept()
    {
        spend(5000);
        setMonthly(10'000);
        QVERIFY(await(m_budgets->remove(budgets().constFirst().id)).has_value());
        QVERIFY(budgets().isEmpty());
        QCOMPARE(alerts().constFirst().state, AlertState::Resolved);
    }

    void aFailedLookTellsNothing()
    {
        m_storage = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadOnly);
        start(true);
        QVERIFY(!await(m_service->evaluate()).has_value());
        QVERIFY(m_sender->sent.isEmpty());
    }

private:
    void start(bool sends)
    {
        m_budgets.reset();
        m_service.reset();
        m_queue = std::make_unique<DeliveryQueue>(*m_storage, m_clock, sends ? m_sender.get() : nullptr,
            AlertWording{messageFor, [](const QList<Alert> &, NoticeReason) { return AlertMessage{}; }});
        m_service = std::make_unique<StoredAlertService>(*m_storage, m_clock, m_queue.get());
        m_budgets = std::make_unique<StoredBudgetService>(*m_storage, m_clock, *m_service);
    }
    void setMonthly(qint64 limit)
    {
        QVERIFY(await(m_budgets->setMonthlyBudget(cents(limit), false)).has_value());
    }
    void spend(qint64 amount)
    {
        PollFacts facts;
        facts.buckets = {bucket(17, u"alpha"_s, amount)};
        QVERIFY(m_storage
                    ->write([facts, account = m_account](Database &database) {
                        return PollRepository(database).store(account, facts, june(18));
                    })
                    .result()
                    .has_value());
    }
    QList<Alert> alerts()
    {
        return *m_storage->read([](Database &database) { return AlertRepository(database).latest(20); })
                    .result();
    }
    QList<Budget> budgets()
    {
        return *m_storage->read([](Database &database) { return BudgetRepository(database).all(); }).result();
    }
    QStringList events(AlertId id)
    {
        QStringList words;
        const auto all
            = *m_storage->read([id](Database &database) { return AlertRepository(database).events(id); })
                   .result();
        for (const auto &event : all)
            words.append(toText(event.what));
        return words;
    }

    FakeClock m_clock{june(18, 9)};
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ScriptedSender> m_sender;
    std::unique_ptr<DeliveryQueue> m_queue;
    std::unique_ptr<StoredAlertService> m_service;
    std::unique_ptr<StoredBudgetService> m_budgets;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(StoredAlertServiceTest)
#include "tst_stored_alert_service.moc"
