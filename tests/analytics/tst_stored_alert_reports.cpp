// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stored_alert_reports.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/channel_repository.h"
#include "storage/delivery_repository.h"
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "storage/request_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QTest>

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using ledger::cents;
using ledger::june;

//! What the inbox shows, from a real profile.
class StoredAlertReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database.emplace(m_profile->open());
        ledger::setZone(*m_database, "UTC"_ba);
        m_account = ledger::addAccount(*m_database, u"main"_s);
        m_clock.moveTo(june(18, 14, 32));
        m_storage = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite);
        m_reports = std::make_unique<StoredAlertReports>(*m_storage, m_clock);
    }
    void cleanup()
    {
        m_reports.reset();
        m_storage.reset();
        m_database.reset();
    }

    void asksForOneView_data()
    {
        QTest::addColumn<int>("view");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("open") << int(InboxView::Open) << QStringList{u"new"_s, u"old"_s};
        QTest::newRow("snoozed") << int(InboxView::Snoozed) << QStringList{u"later"_s};
        QTest::newRow("done") << int(InboxView::Done) << QStringList{u"over"_s, u"noted"_s};
        QTest::newRow("all") << int(InboxView::All)
                             << QStringList{u"new"_s, u"over"_s, u"later"_s, u"noted"_s, u"old"_s};
    }
    void asksForOneView()
    {
        QFETCH(int, view);
        addAlert(u"old"_s, AlertState::Firing, june(10), AlertSeverity::Critical);
        addAlert(u"noted"_s, AlertState::Acknowledged, june(11));
        addAlert(u"later"_s, AlertState::Snoozed, june(12));
        addAlert(u"over"_s, AlertState::Resolved, june(13));
        addAlert(u"new"_s, AlertState::Firing, june(14));

        const auto inbox = await(m_reports->inbox(static_cast<InboxView>(view)));

        QVERIFY(inbox);
        QStringList names;
        for (const auto &alert : inbox->alerts)
            names.append(alert.facts.name);
        QTEST(names, "shown");
        QCOMPARE(inbox->open, 2);
        QCOMPARE(inbox->snoozed, 1);
        QCOMPARE(inbox->done, 2);
        QCOMPARE(inbox->criticalOpen, 1);
        QCOMPARE(inbox->asOf, june(18, 14, 32));
        QCOMPARE(inbox->zone.id(), "UTC"_ba);
    }

    void tellsHistoryAndReceiptsOfOneAlert()
    {
        const auto id = addAlert(u"balance"_s, AlertState::Acknowledged, june(11));
        AlertRepository alerts(*m_database);
        QVERIFY(alerts.addEvent(id, {june(11, 9), AlertEvent::What::Raised, {}}));
        QVERIFY(alerts.addEvent(id, {june(11, 10), AlertEvent::What::Acknowledged, {}}));
        Channel room;
        room.kind = ChannelKind::Slack;
        room.name = u"Room"_s;
        const auto channel = ChannelRepository(*m_database).save(room);
        QVERIFY(channel);
        queue(id, DesktopChannel);
        queue(id, *channel);
        queue(id, ChannelId(99)); // removed since

        const auto details = await(m_reports->details(id));

        QVERIFY(details);
        QCOMPARE(details->alert.facts.name, u"balance"_s);
        QCOMPARE(details->events.size(), 2);
        QCOMPARE(details->events.constLast().what, AlertEvent::What::Acknowledged);
        QStringList names;
        for (const auto &line : details->deliveries)
            names.append(line.channelName);
        std::ranges::sort(names);
        QCOMPARE(names, QStringList({QString(), u"Desktop notifications"_s, u"Room"_s}));
        const auto slack = std::ranges::find(details->deliveries, u"Room"_s, &DeliveryLine::channelName);
        QCOMPARE(slack->channelKind, ChannelKind::Slack);
    }

    void saysThatAnAlertIsUnknown()
    {
        const auto details = await(m_reports->details(AlertId(77)));
        QVERIFY(!details);
        QCOMPARE(details.error().kind, Error::Kind::NotFound);
    }

    void drawsTheDaysOfAKeyWithWhatIsUsual()
    {
        const auto key = pollDays({{10, 300}, {17, 400}, {18, 2500}});
        auto alert = alertOf(AlertKind::Spike, subjectOf(key), june(18, 12));
        alert.facts.spent = cents(2500);
        alert.facts.usual = cents(350);

        const auto evidence = evidenceOf(alert);

        QCOMPARE(evidence.unit, AlertEvidence::Unit::Amount);
        QCOMPARE(evidence.points.size(), 28);
        QCOMPARE(evidence.points.constFirst().at, june(18).addDays(-27));
        QCOMPARE(evidence.points.at(26).value, 4.0);
        QCOMPARE(evidence.points.constLast().value, 25.0);
        QCOMPARE(evidence.points.constLast().at, june(18));
        QCOMPARE(evidence.line, std::optional(3.5));
    }

    void countsWhatProvidersBillWhereTheRuleDoes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("capCountsByok");
        QTest::addColumn<double>("before"); // the day before
        QTest::newRow("a spike does") << int(AlertKind::Spike) << false << 6.0;
        QTest::newRow("a cap that does") << int(AlertKind::KeyCap) << true << 14.0;
        QTest::newRow("a cap that does not") << int(AlertKind::KeyCap) << false << 15.0;
    }
    void countsWhatProvidersBillWhereTheRuleDoes()
    {
        QFETCH(int, kind);
        QFETCH(bool, capCountsByok);
        PollFacts facts;
        facts.keys = {ledger::key(u"chat"_s)};
        facts.keys[0].countsByok = capCountsByok;
        for (const int day : {17, 18}) {
            auto bucket = ledger::bucket(day, {}, 500, u"chat"_s);
            bucket.amount.byok = cents(100);
            facts.buckets.append(bucket);
        }
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18, 14, 30)));
        auto alert = alertOf(static_cast<AlertKind>(kind), subjectOf(keyNamed(u"chat"_s)), june(18, 14, 30));
        alert.facts.spent = cents(2000);
        alert.facts.limit = cents(2000);

        const auto points = evidenceOf(alert).points;

        QVERIFY(points.size() > 1);
        QTEST(points.at(points.size() - 2).value, "before");
    }

    void drawsTheUseOfACapBackFromWhatTheGatewaySays()
    {
        const auto key = pollDays({{16, 1000}, {17, 2000}, {18, 3000}});
        auto alert = alertOf(AlertKind::KeyCap, subjectOf(key), june(18, 14, 30));
        alert.facts.spent = cents(6500); // with 5 dollars from before the ledger knew it
        alert.facts.limit = cents(7000);

        const auto evidence = evidenceOf(alert);

        QCOMPARE(evidence.line, std::optional(70.0));
        const auto size = evidence.points.size();
        QCOMPARE(evidence.points.at(size - 1).value, 65.0);
        QCOMPARE(evidence.points.at(size - 1).at, june(18, 14, 30));
        QCOMPARE(evidence.points.at(size - 2).value, 35.0);
        QCOMPARE(evidence.points.at(size - 3).value, 15.0);
        QCOMPARE(evidence.points.constFirst().value, 5.0);
    }

    void drawsTheHoursOfARate_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("line");
        QTest::newRow("fallback") << int(AlertKind::FallbackRate) << 10.0;
        QTest::newRow("failure") << int(AlertKind::FailureRate) << 5.0;
    }
    void drawsTheHoursOfARate()
    {
        QFETCH(int, kind);
        const auto isFailure = static_cast<AlertKind>(kind) == AlertKind::FailureRate;
        QList<RequestFacts> rows;
        for (int i = 0; i < 8; ++i) {
            auto row = ledger::request(u"r%1"_s.arg(i), june(18, 10 + i / 4, i), 1);
            row.remoteKeyId = i == 7 ? u"other"_s : u"chat"_s;
            if (i == 1 || i == 2)
                (isFailure ? void(row.outcome = RequestOutcome::Failed)
                           : void(row.fellBack = FellBack::Model));
            if (i == 3) // another provider of the same model is no fallback, and not complete is no failure
                (isFailure ? void(row.outcome = RequestOutcome::Incomplete)
                           : void(row.fellBack = FellBack::Provider));
            rows.append(row);
        }
        storeRows(rows);
        const auto alert
            = alertOf(static_cast<AlertKind>(kind), subjectOf(keyNamed(u"chat"_s)), june(18, 11));

        const auto evidence = evidenceOf(alert);

        QCOMPARE(evidence.unit, AlertEvidence::Unit::Percent);
        QCOMPARE(evidence.points.size(), 2);
        QCOMPARE(evidence.points.at(0).at, june(18, 10));
        QCOMPARE(evidence.points.at(0).value, 50.0);
        QCOMPARE(evidence.points.at(1).value, 0.0);
        QTEST(evidence.line.value_or(-1), "line");
    }

    void drawsTheHoursOfAnAccountAndOfAModel_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<double>("share");
        QTest::newRow("account") << subjectOf(AccountId(1)) << 25.0;
        QTest::newRow("model asked for") << subjectOfModel(u"beta"_s) << 50.0;
    }
    void drawsTheHoursOfAnAccountAndOfAModel()
    {
        QFETCH(QString, subject);
        QList<RequestFacts> rows;
        for (int i = 0; i < 4; ++i) {
            auto row = ledger::request(u"r%1"_s.arg(i), june(18, 10, i), 1, i < 2 ? u"alpha"_s : u"beta"_s);
            if (i == 3)
                row.outcome = RequestOutcome::Failed;
            rows.append(row);
        }
        storeRows(rows);

        const auto evidence = evidenceOf(alertOf(AlertKind::FailureRate, subject, june(18, 11)));

        QCOMPARE(evidence.points.size(), 1);
        QTEST(evidence.points.constFirst().value, "share");
    }

    void drawsTheBalanceOfTwoWeeks()
    {
        setBalance(june(1), 90'000);
        setBalance(june(3), 50'000);
        setBalance(june(10), 30'000);
        setBalance(june(18, 9), 20'000);
        auto alert = alertOf(AlertKind::LowBalance, subjectOf(m_account), june(18, 9));
        alert.facts.limit = cents(25'000);

        const auto evidence = evidenceOf(alert);

        QList<double> values;
        for (const auto &point : evidence.points)
            values.append(point.value);
        QCOMPARE(values, QList<double>({500, 300, 200, 200}));
        QCOMPARE(evidence.points.constFirst().at, june(18, 14, 32).addDays(-14));
        QCOMPARE(evidence.points.constLast().at, june(18, 14, 32));
        QCOMPARE(evidence.line, std::optional(250.0));
    }

    void drawsTheSumOfABudgetsPeriodWithItsThreshold()
    {
        pollDays({{1, 1000}, {2, 2000}, {18, 3000}});
        Budget budget;
        budget.name = u"Everything"_s;
        budget.limit = cents(10'000);
        budget.createdAt = june(1);
        const auto id = BudgetRepository(*m_database).save(budget);
        QVERIFY(id);
        auto alert = alertOf(AlertKind::BudgetSpent, subjectOf(*id), june(18, 12));
        alert.step = 50;
        alert.facts.limit = cents(10'000);
        alert.facts.periodFirst = QDate(2026, 6, 1);
        alert.facts.periodLast = QDate(2026, 6, 30);

        const auto evidence = evidenceOf(alert);

        QCOMPARE(evidence.line, std::optional(50.0));
        QCOMPARE(evidence.points.size(), 19);
        QCOMPARE(evidence.points.constFirst().value, 0.0);
        QCOMPARE(evidence.points.at(1).value, 10.0);
        QCOMPARE(evidence.points.at(2).value, 30.0);
        QCOMPARE(evidence.points.constLast().value, 60.0);
        QCOMPARE(evidence.points.constLast().at, june(18, 14, 32));
    }

    void drawsNothingOfWhatIsNotKept_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("subject");
        QTest::newRow("a budget that is gone") << int(AlertKind::BudgetSpent) << subjectOf(BudgetId(9));
        QTest::newRow("a key that expires") << int(AlertKind::KeyExpiry) << subjectOf(KeyId(1));
        QTest::newRow("a gateway") << int(AlertKind::GatewayHealth) << subjectOf(AccountId(1));
        QTest::newRow("a digest") << int(AlertKind::WeeklyDigest) << QString();
    }
    void drawsNothingOfWhatIsNotKept()
    {
        QFETCH(int, kind);
        QFETCH(QString, subject);
        QVERIFY(evidenceOf(alertOf(static_cast<AlertKind>(kind), subject, june(18, 11))).points.isEmpty());
    }

private:
    AlertId addAlert(const QString &name, AlertState state, const QDateTime &at,
        AlertSeverity severity = AlertSeverity::Warning)
    {
        auto alert = alertOf(AlertKind::LowBalance, subjectOf(AccountId(50 + ++m_added)), at);
        alert.state = state;
        alert.severity = severity;
        alert.facts.name = name;
        return store(alert);
    }
    static Alert alertOf(AlertKind kind, const QString &subject, const QDateTime &at)
    {
        Alert alert;
        alert.kind = kind;
        alert.source = 1;
        alert.subject = subject;
        alert.occurrence = u"once"_s;
        alert.raisedAt = at;
        alert.lastTrueAt = at;
        return alert;
    }
    AlertId store(const Alert &alert)
    {
        const auto id = AlertRepository(*m_database).addOnce(alert);
        return id && *id ? **id : AlertId();
    }
    AlertEvidence evidenceOf(const Alert &alert)
    {
        const auto details = await(m_reports->details(store(alert)));
        return details ? details->evidence : AlertEvidence();
    }
    void queue(AlertId alert, ChannelId channel)
    {
        Delivery delivery;
        delivery.alert = alert;
        delivery.channel = channel;
        delivery.nextTryAt = june(11, 9);
        QVERIFY(DeliveryRepository(*m_database).queueOnce(delivery));
    }
    KeyId keyNamed(const QString &remote)
    {
        const auto id = KeyRepository(*m_database).idOf(m_account, remote, june(1));
        return id ? KeyId(*id) : KeyId();
    }
    //! One key that cost these cents on these days of June.
    KeyId pollDays(const QList<std::pair<int, qint64>> &days)
    {
        PollFacts facts;
        facts.keys = {ledger::key(u"chat"_s)};
        for (const auto &[day, amount] : days)
            facts.buckets.append(ledger::bucket(day, {}, amount, u"chat"_s));
        if (!PollRepository(*m_database).store(m_account, facts, june(18, 14, 30)))
            return {};
        return keyNamed(u"chat"_s);
    }
    void storeRows(const QList<RequestFacts> &rows)
    {
        const auto stored = m_database->inTransaction([&] {
            return RequestRepository(*m_database)
                .store({m_account, RowSource::PolledLog, u"GET /log"_s, june(18, 14), {}}, rows);
        });
        QVERIFY(stored);
        QCOMPARE(stored->added, rows.size());
    }
    void setBalance(const QDateTime &at, qint64 amount)
    {
        PollFacts facts;
        facts.balance = BalanceFacts{cents(amount), u"GET /credits"_s};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, at));
    }

    std::unique_ptr<TempProfile> m_profile;
    std::optional<Database> m_database;
    FakeClock m_clock{june(18)};
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<StoredAlertReports> m_reports;
    AccountId m_account;
    int m_added = 0;
};

QTEST_GUILESS_MAIN(StoredAlertReportsTest)
#include "tst_stored_alert_reports.moc"
