// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/budget_table_builder.h"
#include "analytics/stored_budget_reports.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;
using Kind = BudgetScope::Kind;

//! June 2026 up to noon of the 18th. Each day before, "First" costs 1.00 and "Second" 0.50; "Idle" nothing.
class BudgetTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyScopeCountsWhatIsItsOwn_data();
    void everyScopeCountsWhatIsItsOwn();
    void everyPeriodCountsItsDays_data();
    void everyPeriodCountsItsDays();
    void thresholdsSayWhenTheyWerePassedOrAreExpected();
    void aForecastThatIsOverSaysSinceWhen();
    void keysAreThoseOfTheScopeAndThoseThatSpentForIt();
    void aKeyCountsTogetherWithThoseThatTookOver();
    void capsStandInTheGatewaysCalendarAndTheFirstToStopComesFirst();
    void aDriverIsNamedWhereOneStandsOut();
    void rowsAreEverythingFirstThenTheFullest();
    void choicesAreWhatTheLedgerKnows();
    void anEmptyLedgerIsAnAnswer();
    void theServiceAnswersFromTheProfile();

private:
    void poll(const PollFacts &facts, const QDateTime &at);
    void label(
        const QString &remote, const QString &environment, const QString &team, const QStringList &tags);
    KeyId idOf(const QString &remote);
    Budget budget(Kind kind, const QString &value, qint64 limit = 5000);
    BudgetDetails details(const Budget &budget)
    {
        return *BudgetTableBuilder(*m_database, june(18, 12), m_traits).details(budget);
    }
    static QStringList names(const QList<BudgetKeyLine> &lines);

    TraitsByGateway m_traits{{u"openrouter"_s, {u"OpenRouter"_s, true}}};
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

void BudgetTableTest::poll(const PollFacts &facts, const QDateTime &at)
{
    QVERIFY(PollRepository(*m_database).store(m_account, facts, at).has_value());
    QVERIFY(AccountRepository(*m_database).markFetched(m_account, at).has_value());
}

KeyId BudgetTableTest::idOf(const QString &remote)
{
    return (*KeyRepository(*m_database).byRemoteId(m_account, remote))->id;
}

void BudgetTableTest::label(
    const QString &remote, const QString &environment, const QString &team, const QStringList &tags)
{
    QVERIFY(KeyRepository(*m_database).label(idOf(remote), {environment, team, {}, tags}, june(1)));
}

Budget BudgetTableTest::budget(Kind kind, const QString &value, qint64 limit)
{
    Budget budget;
    budget.name = u"Of "_s + value;
    budget.scope = {kind, value};
    budget.limit = cents(limit);
    budget.createdAt = june(1);
    return budget;
}

QStringList BudgetTableTest::names(const QList<BudgetKeyLine> &lines)
{
    QStringList names;
    for (const auto &line : lines)
        names.append(line.name);
    return names;
}

void BudgetTableTest::init()
{
    m_profile = std::make_unique<TempProfile>();
    m_database = std::make_unique<Database>(m_profile->open());
    m_account = addAccount(*m_database, u"Main"_s);
    PollFacts facts;
    facts.keys = {key(u"a"_s, u"First"_s), key(u"b"_s, u"Second"_s), key(u"c"_s, u"Idle"_s)};
    facts.keys[0].cap = Cap{cents(5000), cents(4000), u"monthly"_s};
    facts.keys[1].cap = Cap{cents(2000), cents(1000), u"weekly"_s};
    for (int day = 1; day < 18; ++day) {
        auto first = bucket(day, u"m1"_s, 100, u"a"_s);
        first.provider = u"P1"_s;
        facts.buckets.append(first);
        facts.buckets.append(bucket(day, u"m2"_s, 50, u"b"_s));
    }
    facts.balance = BalanceFacts{cents(3000), u"GET /credits"_s};
    facts.limits = {{LimitFacts::Kind::FreeRequests, {}, u"free"_s, {}, {}, 50, 10, u"daily"_s, {}},
        {LimitFacts::Kind::SpendWindow, u"a"_s, u"5h"_s, cents(500), cents(100), {}, {}, {}, {}},
        {LimitFacts::Kind::BudgetLayer, {}, u"workspace"_s, cents(90'000), cents(2550), {}, {}, u"monthly"_s,
            {}}};
    facts.tellsLimits = true;
    poll(facts, june(18, 1));
    label(u"a"_s, u"prod"_s, u"Support"_s, {u"nightly"_s, u"eu"_s});
    label(u"b"_s, u"dev"_s, u"Search"_s, {u"night"_s});
}

void BudgetTableTest::everyScopeCountsWhatIsItsOwn_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<qint64>("counted");
    QTest::addColumn<int>("keys");
    QTest::addColumn<QStringList>("names");
    const QStringList all{u"First"_s, u"Second"_s, u"Idle"_s};
    QTest::newRow("everything") << Kind::Everything << QString() << qint64(2550) << 3 << all;
    QTest::newRow("account") << Kind::Account << u"1"_s << qint64(2550) << 3 << all;
    QTest::newRow("key") << Kind::Key << u"a"_s << qint64(1700) << 1 << QStringList{u"First"_s};
    QTest::newRow("team") << Kind::Team << u"Search"_s << qint64(850) << 1 << QStringList{u"Second"_s};
    QTest::newRow("environment") << Kind::Environment << u"prod"_s << qint64(1700) << 1
                                 << QStringList{u"First"_s};
    QTest::newRow("model") << Kind::Model << u"m2"_s << qint64(850) << 0 << QStringList();
    QTest::newRow("provider") << Kind::Provider << u"P1"_s << qint64(1700) << 0 << QStringList();
    QTest::newRow("tag") << Kind::Tag << u"nightly"_s << qint64(1700) << 1 << QStringList{u"First"_s};
    QTest::newRow("part of a tag") << Kind::Tag << u"night"_s << qint64(850) << 1 << QStringList{u"Second"_s};
    QTest::newRow("nobody's") << Kind::Team << u"Data"_s << qint64(0) << 0 << QStringList();
}

void BudgetTableTest::everyScopeCountsWhatIsItsOwn()
{
    QFETCH(Kind, kind);
    QFETCH(QString, value);
    QFETCH(qint64, counted);
    QFETCH(int, keys);
    QFETCH(QStringList, names);
    if (kind == Kind::Key)
        value = QString::number(idOf(value).value());
    if (kind == Kind::Account)
        value = QString::number(m_account.value());
    const auto found = details(budget(kind, value));
    QCOMPARE(found.line.counted, cents(counted));
    QCOMPARE(found.line.keys.size(), keys);
    QCOMPARE(BudgetTableTest::names(found.keyLines), names);
    Money sum = cents(0);
    for (const auto &line : found.keyLines)
        sum += line.spent;
    QCOMPARE(sum, names.isEmpty() ? cents(0) : found.line.counted); // keys add up to the whole
    const QHash<Kind, QString> scopes{{Kind::Key, u"First"_s}, {Kind::Account, u"Main"_s}};
    QCOMPARE(found.line.scopeName, scopes.value(kind, value));
}

void BudgetTableTest::everyPeriodCountsItsDays_data()
{
    QTest::addColumn<BudgetPeriod>("period");
    QTest::addColumn<qint64>("counted");
    QTest::addColumn<DayRange>("days");
    QTest::addColumn<bool>("isNow");
    using Period = BudgetPeriod::Kind;
    const auto in = [](int first, int last) { return DayRange{june(first).date(), june(last).date()}; };
    QTest::newRow("day") << BudgetPeriod{Period::Daily} << qint64(0) << in(18, 18) << true;
    QTest::newRow("week from Monday") << BudgetPeriod{Period::Weekly} << qint64(450) << in(15, 21) << true;
    QTest::newRow("week from Sunday")
        << BudgetPeriod{Period::Weekly, Qt::Sunday} << qint64(600) << in(14, 20) << true;
    QTest::newRow("month") << BudgetPeriod{Period::Monthly} << qint64(2550) << in(1, 30) << true;
    QTest::newRow("own days") << BudgetPeriod{Period::Custom, Qt::Monday, in(10, 20)} << qint64(1200)
                              << in(10, 20) << true;
    QTest::newRow("days to come") << BudgetPeriod{Period::Custom, Qt::Monday, in(20, 25)} << qint64(0)
                                  << in(20, 25) << false;
}

void BudgetTableTest::everyPeriodCountsItsDays()
{
    QFETCH(BudgetPeriod, period);
    QFETCH(qint64, counted);
    QFETCH(DayRange, days);
    QFETCH(bool, isNow);
    auto asked = budget(Kind::Everything, {});
    asked.period = period;
    const auto found = details(asked);
    QCOMPARE(found.line.counted, cents(counted));
    QCOMPARE(found.line.period.has_value(), isNow);
    QCOMPARE(found.line.thresholds.size(), 4); // there are some, whatever is known
    if (!isNow)
        return;
    QCOMPARE(*found.line.period, days);
    QCOMPARE(found.cumulative.size(), days.first.daysTo(june(18).date()) + 1);
    QCOMPARE(found.cumulative.constLast(), cents(counted));
    QVERIFY(found.line.forecast.has_value());
}

void BudgetTableTest::thresholdsSayWhenTheyWerePassedOrAreExpected()
{
    auto asked = budget(Kind::Everything, {});
    asked.thresholds = {100, 80, 50};
    asked.forecastThresholds = {100, 80};
    const auto lines = details(asked).line.thresholds;
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.at(0).percent, 50); // ascending, spent before forecast
    QCOMPARE(lines.at(0).amount, cents(2500));
    QVERIFY(lines.at(0).isReached);
    QCOMPARE(lines.at(0).day, june(17).date());
    QVERIFY(!lines.at(1).isReached);
    QCOMPARE(lines.at(1).day, june(27).date()); // 25.50 and ten days of 1.50
    QVERIFY(!lines.at(2).day); // 45.00 by the end
    QCOMPARE(lines.at(3).kind, AlertKind::BudgetForecast);
    QVERIFY(lines.at(3).isReached);
    QVERIFY(!lines.at(3).day); // no alert knows since when
    QVERIFY(!lines.at(4).isReached);
}

void BudgetTableTest::aForecastThatIsOverSaysSinceWhen()
{
    auto stored = budget(Kind::Everything, {}, 4000);
    stored.id = *BudgetRepository(*m_database).save(stored);
    Alert alert;
    alert.kind = AlertKind::BudgetForecast;
    alert.source = stored.id.value();
    alert.subject = subjectOf(stored.id);
    alert.step = 100;
    alert.occurrence = u"2026-06-01"_s;
    alert.raisedAt = alert.lastTrueAt = june(12, 9);
    QVERIFY((*AlertRepository(*m_database).addOnce(alert)).has_value());
    const auto lines = details(stored).line.thresholds;
    QVERIFY(lines.constLast().isReached);
    QCOMPARE(lines.constLast().day, june(12).date());
}

void BudgetTableTest::keysAreThoseOfTheScopeAndThoseThatSpentForIt()
{
    // "First" goes to another team on the 11th: what it spent before stays with the old one
    QVERIFY(KeyRepository(*m_database).label(idOf(u"a"_s), {u"prod"_s, u"Search"_s, {}, {}}, june(11)));
    const auto before = details(budget(Kind::Team, u"Support"_s));
    QCOMPARE(before.line.counted, cents(1000));
    QCOMPARE(before.line.keys.size(), 0);
    QCOMPARE(names(before.keyLines), QStringList{u"First"_s});
    QCOMPARE(before.keyLines.at(0).spent, cents(1000));
    const auto after = details(budget(Kind::Team, u"Search"_s));
    QCOMPARE(after.line.keys.size(), 2);
    QCOMPARE(names(after.keyLines), (QStringList{u"Second"_s, u"First"_s}));
    QCOMPARE(after.keyLines.at(1).spent, cents(700));
}

void BudgetTableTest::aKeyCountsTogetherWithThoseThatTookOver()
{
    QVERIFY(KeyRepository(*m_database).setReplaces(idOf(u"b"_s), idOf(u"a"_s)));
    const auto found = details(budget(Kind::Key, QString::number(idOf(u"a"_s).value())));
    QCOMPARE(found.line.counted, cents(2550));
    QCOMPARE(found.line.keys.size(), 2);
    QCOMPARE(names(found.keyLines), (QStringList{u"First"_s, u"Second"_s}));
    QVERIFY(KeyRepository(*m_database).setReplaces(idOf(u"a"_s), idOf(u"b"_s))); // damaged: must not loop
    QCOMPARE(details(budget(Kind::Key, QString::number(idOf(u"a"_s).value()))).line.keys.size(), 2);
}

void BudgetTableTest::capsStandInTheGatewaysCalendarAndTheFirstToStopComesFirst()
{
    const auto caps = details(budget(Kind::Everything, {})).caps;
    QStringList lines;
    for (const auto &cap : caps)
        lines.append(u"%1 %2 %3"_s.arg(cap.name, cap.resetsAt ? cap.resetsAt->toString(u"d.M."_s) : u"-"_s,
            cap.usedUpAt ? cap.usedUpAt->toString(u"d.M. HH:mm"_s) : u"-"_s));
    // 10.00 left at 1.00 a day; 30.00 of balance at 1.50 a day; the weekly cap resets before it is used up;
    // of a sliding window nothing is said
    QCOMPARE(lines,
        QStringList({u"First 1.7. 28.6. 12:00"_s, u"Main - 8.7. 12:00"_s, u"Second 22.6. -"_s,
            u"First · 5h - -"_s, u"Main · workspace 1.7. -"_s}));
    QVERIFY(caps.at(1).isBalance);
    QCOMPARE(caps.at(1).limit, cents(3000));
    QCOMPARE(caps.at(0).gatewayName, u"OpenRouter"_s);
    // of a team only its keys' caps, but the whole account's balance
    QCOMPARE(details(budget(Kind::Team, u"Search"_s)).caps.size(), 3);
    QVERIFY(details(budget(Kind::Team, u"Data"_s)).caps.isEmpty());

    PollFacts full;
    full.keys = {key(u"a"_s, u"First"_s), key(u"b"_s, u"Second"_s)};
    full.keys[1].cap = Cap{cents(2000), cents(2000), u"weekly"_s};
    poll(full, june(18, 2));
    const auto now = details(budget(Kind::Everything, {})).caps;
    QCOMPARE(now.at(0).name, u"Second"_s);
    QCOMPARE(now.at(0).usedUpAt, june(18, 12)); // already
}

void BudgetTableTest::aDriverIsNamedWhereOneStandsOut()
{
    QVERIFY(details(budget(Kind::Everything, {})).line.driver.isEmpty()); // 17 days are too few
    PollFacts facts;
    facts.keys = {key(u"a"_s, u"First"_s), key(u"b"_s, u"Second"_s)};
    for (int day = -20; day < 1; ++day) {
        facts.buckets.append(bucket(day, u"m1"_s, 100, u"a"_s));
        facts.buckets.append(bucket(day, u"m2"_s, 50, u"b"_s));
    }
    for (int day = 11; day < 18; ++day)
        facts.buckets.append(bucket(day, u"m2"_s, 450, u"b"_s));
    poll(facts, june(18, 2));
    const auto driver = details(budget(Kind::Everything, {})).line.driver;
    QVERIFY2(driver == u"Second" || driver == u"m2", qPrintable(driver));
    QVERIFY(details(budget(Kind::Team, u"Search"_s)).line.driver.isEmpty()); // there is only one
}

void BudgetTableTest::rowsAreEverythingFirstThenTheFullest()
{
    BudgetRepository repository(*m_database);
    for (const auto &one : {budget(Kind::Team, u"Search"_s, 1000), budget(Kind::Team, u"Support"_s, 1800),
             budget(Kind::Everything, {}, 50'000)})
        QVERIFY(repository.save(one).has_value());
    const auto table = *BudgetTableBuilder(*m_database, june(18, 12), m_traits).table();
    QStringList names;
    for (const auto &row : table.rows)
        names.append(row.budget.name);
    QCOMPARE(names, (QStringList{u"Of "_s, u"Of Support"_s, u"Of Search"_s}));
    QCOMPARE(table.accounts, 1);
    QCOMPARE(table.keys, 3);
    QCOMPARE(table.today, june(18).date());
}

void BudgetTableTest::choicesAreWhatTheLedgerKnows()
{
    const auto choices = *BudgetTableBuilder(*m_database, june(18, 12), m_traits).choices();
    QCOMPARE(choices.teams, (QStringList{u"Search"_s, u"Support"_s}));
    QCOMPARE(choices.environments, (QStringList{u"dev"_s, u"prod"_s}));
    QCOMPARE(choices.tags, (QStringList{u"eu"_s, u"night"_s, u"nightly"_s}));
    QCOMPARE(choices.models, (QStringList{u"m1"_s, u"m2"_s}));
    QCOMPARE(choices.providers, QStringList{u"P1"_s});
    QCOMPARE(choices.currencies, QList{Currency()});
    QCOMPARE(choices.accounts, (QList{QPair(QString::number(m_account.value()), u"Main"_s)}));
    QCOMPARE(choices.keys.size(), 3);
    QCOMPARE(choices.keys.constFirst().second, u"First · Main"_s);
}

void BudgetTableTest::anEmptyLedgerIsAnAnswer()
{
    const TempProfile profile;
    auto database = profile.open();
    QVERIFY((*BudgetTableBuilder(database, june(18, 12), m_traits).table()).rows.isEmpty());
    const auto found
        = *BudgetTableBuilder(database, june(18, 12), m_traits).details(budget(Kind::Everything, {}));
    QVERIFY(found.line.counted.isZero());
    QVERIFY(!found.line.forecast);
    QVERIFY(found.caps.isEmpty());
}

void BudgetTableTest::theServiceAnswersFromTheProfile()
{
    QVERIFY(BudgetRepository(*m_database).save(budget(Kind::Everything, {})).has_value());
    Storage storage(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
    const FakeClock clock(june(18, 12));
    StoredBudgetReports reports(storage, clock, m_traits);
    QCOMPARE((*await(reports.budgets())).rows.size(), 1);
    QCOMPARE((*await(reports.details(budget(Kind::Team, u"Search"_s)))).line.counted, cents(850));
    QCOMPARE((*await(reports.choices())).teams.size(), 2);
}

QTEST_GUILESS_MAIN(BudgetTableTest)
#include "tst_budget_table.moc"
