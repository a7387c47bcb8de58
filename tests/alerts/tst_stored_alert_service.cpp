// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_alert_service.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/poll_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_sink.h"
#include "support/temp_profile.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

NotificationText wording(const BudgetAlert &alert)
{
    NotificationText text;
    text.title = QString::number(alert.threshold) + (alert.isRepeated ? u" repeated"_s : QString());
    return text;
}

} // namespace

class StoredAlertServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service.reset();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_sink = std::make_unique<ScriptedSink>();
        m_account = *m_storage
                         ->write([](Database &database) -> Result<AccountId> {
                             return addAccount(database, u"Main"_s);
                         })
                         .result();
        start(m_sink.get());
    }

    void showsEachCrossingOnce()
    {
        spend(8100);
        QVERIFY(await(m_service->setMonthlyBudget(cents(10'000), false)).has_value());
        QCOMPARE(titles(), (QStringList{u"50"_s, u"80"_s}));
        for (int i = 0; i < 3; ++i)
            QVERIFY(await(m_service->evaluate())->isEmpty());
        start(m_sink.get()); // the next run
        QVERIFY(await(m_service->evaluate())->isEmpty());
        QCOMPARE(titles(), (QStringList{u"50"_s, u"80"_s}));
        for (const auto &alert : alerts()) {
            QCOMPARE(alert.notice, Notice::Shown);
            QVERIFY(alert.noticeId > 100);
            QVERIFY(!alert.isRepeated);
        }
    }

    void aBudgetOfNothingIsRefused_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::newRow("zero") << qint64(0);
        QTest::newRow("negative") << qint64(-1);
    }
    void aBudgetOfNothingIsRefused()
    {
        QFETCH(const qint64, limit);
        const auto set = await(m_service->setMonthlyBudget(cents(limit), false));
        QVERIFY(!set.has_value());
        QCOMPARE(set.error().kind, Error::Kind::InvalidInput);
    }

    void withoutANotificationServiceTheInboxIsTheRecord()
    {
        m_sink->isMissing = true;
        spend(5000);
        QVERIFY(await(m_service->setMonthlyBudget(cents(10'000), false)).has_value());
        QCOMPARE(alerts().constFirst().notice, Notice::Unavailable);
        m_sink->isMissing = false;
        QVERIFY(await(m_service->evaluate()).has_value());
        start(m_sink.get());
        QVERIFY(await(m_service->evaluate()).has_value());
        QCOMPARE(m_sink->shown.size(), 1); // tried once
    }

    void whatTheLastRunMeantToShowIsShownAgainAndSaysSo()
    {
        spend(5000);
        start(nullptr);
        QVERIFY(await(m_service->setMonthlyBudget(cents(10'000), false)).has_value());
        const auto id = alerts().constFirst().id;
        QVERIFY(m_storage
                    ->write([id](Database &database) {
                        return AlertRepository(database).setNotice(id, Notice::Intended, 77, false);
                    })
                    .result()
                    .has_value());

        start(m_sink.get());
        QVERIFY(await(m_service->evaluate()).has_value());
        QVERIFY(await(m_service->evaluate()).has_value());
        QCOMPARE(titles(), QStringList{u"50 repeated"_s});
        QCOMPARE(m_sink->shown.constFirst().replaces, 77U);
        QVERIFY(alerts().constFirst().isRepeated);
        QCOMPARE(alerts().constFirst().notice, Notice::Shown);
    }

    void whatARunWithoutNoticesRecordedIsShownByTheNextWithThem()
    {
        spend(5000);
        start(nullptr);
        QVERIFY(await(m_service->setMonthlyBudget(cents(10'000), false)).has_value());
        QCOMPARE(alerts().constFirst().notice, Notice::NotWanted);
        QVERIFY(m_sink->shown.isEmpty());
        start(m_sink.get());
        QVERIFY(await(m_service->evaluate()).has_value());
        QCOMPARE(titles(), QStringList{u"50"_s});
    }

    void whatIsCrossedWhileAnotherIsShownIsShownToo()
    {
        m_sink->pause = std::chrono::milliseconds(50);
        spend(5000);
        auto first = m_service->setMonthlyBudget(cents(10'000), false);
        QTRY_COMPARE(m_sink->shown.size(), 1); // on the screen, not yet recorded
        spend(8000);
        QVERIFY(await(m_service->evaluate()).has_value());
        QVERIFY(await(std::move(first)).has_value());
        QCOMPARE(titles(), (QStringList{u"50"_s, u"80"_s}));
        QCOMPARE(alerts().size(), 2);
    }

    void theButtonsOfANotificationReachItsAlert()
    {
        spend(5000);
        QVERIFY(await(m_service->setMonthlyBudget(cents(10'000), false)).has_value());
        const auto alert = alerts().constFirst();
        QSignalSpy opened(m_service.get(), &AlertService::openRequested);
        QSignalSpy changed(m_service.get(), &AlertService::alertsChanged);
        Q_EMIT m_sink->openRequested(alert.noticeId);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().value<AlertId>(), alert.id);
        Q_EMIT m_sink->acknowledgeRequested(alert.noticeId);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(alerts().constFirst().acknowledgedAt == june(18, 9));
        Q_EMIT m_sink->acknowledgeRequested(999); // of somebody else
    }

    void aFailedEvaluationShowsNothing()
    {
        m_storage = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadOnly);
        start(m_sink.get());
        QVERIFY(!await(m_service->evaluate()).has_value());
        QVERIFY(m_sink->shown.isEmpty());
    }

private:
    void start(NotificationSink *sink)
    {
        m_service = std::make_unique<StoredAlertService>(*m_storage, m_clock, sink, wording);
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
    QList<BudgetAlert> alerts()
    {
        return *m_storage->read([](Database &database) { return AlertRepository(database).latest(20); })
                    .result();
    }
    QStringList titles()
    {
        QStringList texts;
        for (const auto &shown : m_sink->shown)
            texts.append(shown.title);
        return texts;
    }

    FakeClock m_clock{june(18, 9)};
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ScriptedSink> m_sink;
    std::unique_ptr<StoredAlertService> m_service;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(StoredAlertServiceTest)
#include "tst_stored_alert_service.moc"
