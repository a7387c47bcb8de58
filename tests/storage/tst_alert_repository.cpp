// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alert_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class AlertRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
    }

    void aCrossingIsAddedOnce()
    {
        AlertRepository alerts(*m_database);
        QVERIFY(alerts.addOnce(crossing(80))->has_value());
        auto again = crossing(80);
        again.facts.spent = cents(9'999);
        again.raisedAt = june(20);
        QVERIFY(!alerts.addOnce(again)->has_value());
        QVERIFY(alerts.addOnce(crossing(100))->has_value());
        auto july = crossing(80);
        july.occurrence = u"2026-07-01"_s;
        QVERIFY(alerts.addOnce(july)->has_value());
        QCOMPARE(alerts.latest(20)->size(), 3);
        QCOMPARE(alerts.counts()->open, 3);
    }

    void comesBackAsItWasStored()
    {
        AlertRepository alerts(*m_database);
        auto alert = crossing(80);
        alert.id = **alerts.addOnce(alert);
        alert.state = AlertState::Snoozed;
        alert.snoozedUntil = june(20);
        alert.owner = u"Ops"_s;
        alert.note = u"looked at"_s;
        alert.facts.isAtLeast = true;
        alert.facts.expected = cents(12'345, currency(u"CNY"));
        alert.facts.percent = 38.5;
        alert.facts.count = 4378;
        alert.facts.until = june(30, 23, 59);
        alert.facts.cause = u"<b>quota</b>"_s;
        alert.notices = 2;
        QVERIFY(alerts.update(alert).has_value());
        const auto stored = **alerts.byId(alert.id);
        QVERIFY(stored.facts == alert.facts);
        QCOMPARE(stored.state, AlertState::Snoozed);
        QCOMPARE(stored.snoozedUntil, alert.snoozedUntil);
        QCOMPARE(stored.owner, alert.owner);
        QCOMPARE(stored.note, alert.note);
        QCOMPARE(stored.notices, 2);
        QCOMPARE(stored.severity, AlertSeverity::Warning);
        QVERIFY(!stored.resolvedAt && !stored.acknowledgedAt && !stored.isLate && !stored.isRepeated);
    }

    void latestComesFirst()
    {
        AlertRepository alerts(*m_database);
        for (const int threshold : {50, 80, 100}) {
            auto alert = crossing(threshold);
            alert.raisedAt = june(10 + threshold / 10);
            QVERIFY(alerts.addOnce(alert)->has_value());
        }
        const auto two = alerts.latest(2);
        QCOMPARE(two->size(), 2);
        QCOMPARE(two->at(0).step, 100);
        QCOMPARE(two->at(1).step, 80);
    }

    void theRecordOfAnEpisodeIsItsLatest()
    {
        AlertRepository alerts(*m_database);
        for (const int day : {3, 9, 6}) {
            auto alert = crossing(0);
            alert.kind = AlertKind::GatewayHealth;
            alert.occurrence = QString::number(day);
            alert.raisedAt = june(day);
            QVERIFY(alerts.addOnce(alert)->has_value());
        }
        AlertFinding finding;
        finding.kind = AlertKind::GatewayHealth;
        finding.source = 1;
        finding.subject = u"budget:1"_s;
        QCOMPARE((*alerts.recordOf(finding))->raisedAt, june(9));
        finding.occurrence = u"3"_s;
        QCOMPARE((*alerts.recordOf(finding))->raisedAt, june(3));
        finding.subject = u"budget:2"_s;
        QVERIFY(!alerts.recordOf(finding)->has_value());
    }

    void viewsCountWhatTheyShow()
    {
        AlertRepository alerts(*m_database);
        int step = 0;
        for (const auto state :
            {AlertState::Firing, AlertState::Acknowledged, AlertState::Snoozed, AlertState::Resolved}) {
            auto alert = crossing(++step);
            alert.severity = AlertSeverity::Critical;
            alert.id = **alerts.addOnce(alert);
            alert.state = state;
            QVERIFY(alerts.update(alert).has_value());
        }
        const auto counts = *alerts.counts();
        QCOMPARE(counts.open, 1);
        QCOMPARE(counts.snoozed, 1);
        QCOMPARE(counts.done, 2);
        QCOMPARE(counts.criticalOpen, 1);
        QCOMPARE(alerts.latestIn({AlertState::Acknowledged, AlertState::Resolved}, 9)->size(), 2);
        QCOMPARE(alerts.unresolved()->size(), 3);
        QCOMPARE(alerts.unresolved(AlertKind::BudgetSpent, 2)->size(), 0);
    }

    void historyIsKeptInOrder()
    {
        AlertRepository alerts(*m_database);
        const auto id = **alerts.addOnce(crossing(80));
        QVERIFY(alerts.addEvent(id, {june(18), AlertEvent::What::Raised, {}}).has_value());
        QVERIFY(alerts.addEvent(id, {june(19), AlertEvent::What::Assigned, u"Ops"_s}).has_value());
        const auto events = *alerts.events(id);
        QCOMPARE(events.size(), 2);
        QVERIFY(events.at(1) == (AlertEvent{june(19), AlertEvent::What::Assigned, u"Ops"_s}));
    }

private:
    [[nodiscard]] static Alert crossing(int threshold)
    {
        Alert alert;
        alert.source = 1;
        alert.subject = u"budget:1"_s;
        alert.step = threshold;
        alert.occurrence = u"2026-06-01"_s;
        alert.facts.name = u"Everything"_s;
        alert.facts.limit = cents(10'000);
        alert.facts.spent = cents(8'100);
        alert.raisedAt = alert.lastTrueAt = june(18, 9);
        return alert;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(AlertRepositoryTest)
#include "tst_alert_repository.moc"
