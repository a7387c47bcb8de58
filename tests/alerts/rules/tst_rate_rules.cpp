// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/listing_repository.h"
#include "support/rule_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! Failures, changes of model, and models that answer without being called a change.
class RateRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<RuleWorld>();
        m_number = 0;
    }

    void firesOnTooManyFailures_data()
    {
        QTest::addColumn<int>("failed");
        QTest::addColumn<int>("requests");
        QTest::addColumn<QStringList>("seen");
        const QStringList fires{u"key:1 fires"_s};
        const QStringList holds{u"key:1 holds"_s};
        QTest::newRow("none") << 0 << 40 << QStringList{};
        QTest::newRow("exactly the level") << 2 << 40 << holds;
        QTest::newRow("over the level") << 3 << 40 << fires;
        QTest::newRow("half the level") << 1 << 40 << holds;
        QTest::newRow("less than half") << 1 << 41 << QStringList{};
        QTest::newRow("too few to say") << 19 << 19 << holds;
        QTest::newRow("enough to say") << 20 << 20 << fires;
    }
    void firesOnTooManyFailures()
    {
        QFETCH(const int, failed);
        QFETCH(const int, requests);
        tell(failedOf(failed, requests), june(18, 10));
        QTEST(m_world->seen(rule(AlertKind::FailureRate), june(18, 10)), "seen");
    }

    void saysHowManyOfHowManyAndWhy()
    {
        tell(failedOf(10, 40), june(18, 10));
        const auto found = m_world->look(rule(AlertKind::FailureRate), june(18, 10)).found;
        QCOMPARE(found.size(), 1);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(*facts.count, 10);
        QCOMPARE(*facts.of, 40);
        QCOMPARE(*facts.percent, 25.0);
        QCOMPARE(facts.cause, u"rate_limit"_s);
        QCOMPARE(facts.driver, u"alpha"_s);
        QCOMPARE(*facts.since, june(18, 9, 45));
    }

    void looksNoFurtherBackThanItsWindow()
    {
        tell(failedOf(40, 40, june(18, 9)), june(18, 9, 10));
        QCOMPARE(m_world->seen(rule(AlertKind::FailureRate), june(18, 9, 10)), QStringList{u"key:1 fires"_s});
        tell({}, june(18, 9, 30));
        QCOMPARE(m_world->seen(rule(AlertKind::FailureRate), june(18, 9, 30)), QStringList{});
    }

    void tellsNothingWithoutRows()
    {
        tell(failedOf(40, 40), june(18, 10));
        m_world->pollFails(june(18, 10, 5));
        QCOMPARE(
            m_world->seen(rule(AlertKind::FailureRate), june(18, 10, 5)), QStringList{u"key:1 undecided"_s});
        m_world->poll({}, june(18, 10, 30)); // it answers, but tells no rows any more
        QCOMPARE(
            m_world->seen(rule(AlertKind::FailureRate), june(18, 10, 30)), QStringList{u"key:1 undecided"_s});
    }

    void countsChangesOfModelOnly()
    {
        auto rows = requests(40);
        for (int i = 0; i < 8; ++i) {
            rows[i].fellBack = FellBack::Model;
            rows[i].servedModel = u"beta"_s;
        }
        for (int i = 8; i < 30; ++i)
            rows[i].fellBack = FellBack::Provider;
        PollFacts prices;
        prices.catalogue = {listing(u"alpha"_s, 1000), listing(u"beta"_s, 1670)};
        m_world->poll(prices, june(18, 9));
        tell(rows, june(18, 10));
        const auto found = m_world->look(rule(AlertKind::FallbackRate), june(18, 10)).found;
        QCOMPARE(found.size(), 1);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(*facts.count, 8);
        QCOMPARE(*facts.percent, 20.0);
        QCOMPARE(facts.before, u"alpha"_s);
        QCOMPARE(facts.after, u"beta"_s);
        QCOMPARE(*facts.times, 1.67);
        QCOMPARE(m_world->seen(rule(AlertKind::FailureRate), june(18, 10)), QStringList{});
    }

    void noticesAnotherModelBehindTheSameName_data()
    {
        QTest::addColumn<int>("times"); // the other model answers
        QTest::addColumn<QString>("other");
        QTest::addColumn<FellBack>("fellBack");
        QTest::addColumn<bool>("fires");
        QTest::newRow("often enough") << 5 << u"alpha-2"_s << FellBack::No << true;
        QTest::newRow("too seldom") << 4 << u"alpha-2"_s << FellBack::No << false;
        QTest::newRow("as before") << 50 << u"alpha"_s << FellBack::No << false;
        QTest::newRow("a fallback, as the gateway says") << 50 << u"alpha-2"_s << FellBack::Model << false;
        QTest::newRow("seen last week") << 50 << u"alpha-1"_s << FellBack::No << false;
    }
    void noticesAnotherModelBehindTheSameName()
    {
        QFETCH(const int, times);
        QFETCH(const QString, other);
        QFETCH(const FellBack, fellBack);
        QFETCH(const bool, fires);
        tell(requests(20, june(12, 9)), june(12, 10));
        tell(served(requests(1, june(13, 9)), u"alpha-1"_s, FellBack::No), june(13, 10));
        tell(served(requests(times, june(18, 9)), other, fellBack), june(18, 10));
        const QStringList expected{u"key:1 fires of 2026-06-18 alpha "_s + other};
        QCOMPARE(m_world->seen(rule(AlertKind::ServedModel), june(18, 10)), fires ? expected : QStringList{});
        QCOMPARE(m_world->seen(rule(AlertKind::ServedModel), june(18, 8)), QStringList{}); // not yet
        if (!fires)
            return;
        const auto facts = m_world->look(rule(AlertKind::ServedModel), june(18, 10)).found.constFirst().facts;
        QCOMPARE(facts.before, u"alpha"_s);
        QCOMPARE(facts.after, other);
        QCOMPARE(*facts.count, times);
        tell(served(requests(times, june(19, 9)), other, fellBack), june(19, 10));
        QCOMPARE(m_world->seen(rule(AlertKind::ServedModel), june(19, 10)), expected); // the same one
        tell(served(requests(times, june(20, 9)), other, fellBack), june(20, 10));
        QCOMPARE(m_world->seen(rule(AlertKind::ServedModel), june(20, 10)), QStringList{}); // usual by now
    }

    void aNewUseIsNoOtherModel()
    {
        tell(served(requests(50, june(18, 9)), u"alpha-2"_s, FellBack::No), june(18, 10));
        QCOMPARE(m_world->seen(rule(AlertKind::ServedModel), june(18, 10)), QStringList{});
    }

private:
    AlertRule rule(AlertKind kind) { return m_world->rule(kind); }

    QList<RequestFacts> requests(int count, const QDateTime &from = june(18, 9, 50))
    {
        QList<RequestFacts> rows;
        for (int i = 0; i < count; ++i) {
            auto row = request(u"r%1"_s.arg(++m_number), from.addSecs(i), 1);
            row.remoteKeyId = u"k"_s;
            rows.append(row);
        }
        return rows;
    }
    QList<RequestFacts> failedOf(int failed, int count, const QDateTime &from = june(18, 9, 50))
    {
        auto rows = requests(count, from);
        for (int i = 0; i < failed; ++i) {
            rows[i].outcome = RequestOutcome::Failed;
            rows[i].httpStatus = 429;
            rows[i].errorCode = u"rate_limit"_s;
        }
        return rows;
    }
    static QList<RequestFacts> served(QList<RequestFacts> rows, const QString &model, FellBack fellBack)
    {
        for (auto &row : rows) {
            row.servedModel = model;
            row.fellBack = fellBack;
        }
        return rows;
    }
    static ModelListing listing(const QString &model, qint64 femtos)
    {
        ModelListing listing;
        listing.model = model;
        listing.output = UnitPrice{femtos, {}};
        return listing;
    }
    void tell(const QList<RequestFacts> &rows, const QDateTime &at)
    {
        PollFacts facts;
        facts.keys = {ledger::key(u"k"_s)};
        facts.requests = rows;
        facts.requestsEndpoint = u"GET /usage"_s;
        facts.whole = WholeInterval{at.addSecs(-1800), at};
        m_world->poll(facts, at);
    }

    std::unique_ptr<RuleWorld> m_world;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(RateRulesTest)
#include "tst_rate_rules.moc"
