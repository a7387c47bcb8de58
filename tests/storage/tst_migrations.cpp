// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_days.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "storage/migrations.h"
#include "storage/playground_mark_repository.h"
#include "storage/poll_repository.h"
#include "storage/preset_repository.h"
#include "storage/request_repository.h"
#include "storage/rotation_repository.h"
#include "storage/run_repository.h"
#include "storage/saved_view_repository.h"
#include "storage/spend_repository.h"
#include "storage/usage_repository.h"
#include "storage/workspace_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange WholeJune{QDate(2026, 6, 1), QDate(2026, 6, 30)};

PollFacts someFacts()
{
    PollFacts facts;
    facts.role = KeyRole::Management;
    facts.keys = {key(u"a"_s, u"First key"_s)};
    facts.keys[0].cap = Cap{cents(2500), cents(120), u"monthly"_s};
    facts.counters = {counter(u"a"_s, 900, 300)};
    facts.buckets = {bucket(16, u"alpha"_s, 100), bucket(17, u"beta"_s, 80)};
    facts.balance = BalanceFacts{cents(5000), u"GET /credits"_s};
    return facts;
}

} // namespace

//! Fixtures are ledgers as past versions wrote them. To add the one of a new version, before it ships:
//! TK_WRITE_FIXTURE=tests/storage/fixtures/version-<n>.sqlite tst_migrations writesAFixture
class MigrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAFixture()
    {
        const auto path = qEnvironmentVariable("TK_WRITE_FIXTURE");
        if (path.isEmpty())
            QSKIP("only on demand");
        QVERIFY(!QFile::exists(path));
        auto database = Database::open(path);
        QVERIFY(database.has_value());
        setZone(*database, "Europe/Berlin");
        const auto account = addAccount(*database, u"Main"_s);
        QVERIFY(PollRepository(*database).store(account, someFacts(), june(18, 9)).has_value());
        const auto id = KeyRepository(*database).all()->constFirst().id;
        QVERIFY(KeyRepository(*database).label(id, {u"production"_s, u"Search"_s, {}, {}}, june(18)));
        writeCustody(*database, account, id);
        Budget budget;
        budget.name = u"Everything"_s;
        budget.limit = cents(10'000);
        budget.createdAt = june(1);
        Alert alert;
        alert.source = BudgetRepository(*database).save(budget)->value();
        alert.subject = subjectOf(BudgetId(alert.source));
        alert.step = 50;
        alert.occurrence = u"2026-06-01"_s;
        alert.severity = AlertSeverity::Info;
        alert.facts.name = budget.name;
        alert.facts.limit = budget.limit;
        alert.facts.spent = cents(5'100);
        alert.facts.periodFirst = WholeJune.first;
        alert.facts.periodLast = WholeJune.last;
        alert.raisedAt = alert.lastTrueAt = june(18, 9);
        QVERIFY(AlertRepository(*database).addOnce(alert)->has_value());
        writeRows(*database, account);
        writePlayground(*database, account);
    }

    void everyVersionHasAFixture()
    {
        for (qsizetype version = 1; version <= migrations().size(); ++version)
            QVERIFY2(QFile::exists(fixture(int(version))), qPrintable(fixture(int(version))));
    }

    void opensWhatAPastVersionWrote_data()
    {
        QTest::addColumn<int>("version");
        for (qsizetype version = 1; version <= migrations().size(); ++version)
            QTest::addRow("version %d", int(version)) << int(version);
    }
    void opensWhatAPastVersionWrote()
    {
        QFETCH(const int, version);
        const TempProfile profile;
        const auto path = profile.profile().databasePath();
        QVERIFY(QFile::copy(fixture(version), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));

        auto database = Database::open(path, true);
        QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
        QCOMPARE(database->value(u"PRAGMA user_version"_s)->toInt(), int(migrations().size()));

        AccountRepository accounts(*database);
        QCOMPARE(accounts.zone()->id(), "Europe/Berlin"_ba);
        QCOMPARE(accounts.all()->size(), 1);
        const auto account = accounts.all()->constFirst();
        QCOMPARE(account.name, u"Main"_s);
        QCOMPARE(account.role, KeyRole::Management);
        QCOMPARE(accounts.health(account.id)->state, AccountState::Ok);
        const auto apiKey = KeyRepository(*database).all()->constFirst();
        QCOMPARE(apiKey.name, u"First key"_s);
        QCOMPARE(apiKey.labels.team, u"Search"_s);
        QVERIFY(apiKey.cap.has_value());
        if (version >= 3) {
            QCOMPARE(apiKey.secretName, u"entry"_s);
            QCOMPARE(KeyEventRepository(*database).of(apiKey.id)->size(), 1);
            QCOMPARE(RotationRepository(*database).open()->constFirst().oldKey, apiKey.id);
            QCOMPARE(*WorkspaceRepository(*database).rotationDays(), 60);
        } else {
            QCOMPARE(*WorkspaceRepository(*database).rotationDays(), 90);
        }
        SpendRepository spend(*database);
        QCOMPARE(spend.total(WholeJune, Currency())->billed, cents(100 + 80 + 300));
        QCOMPARE((*spend.balance(account.id))->amount, cents(5000));
        QCOMPARE(BudgetRepository(*database).all()->constFirst().limit, cents(10'000));
        const auto alert = AlertRepository(*database).latest(5)->constFirst();
        QCOMPARE(alert.facts.spent, std::optional(cents(5'100)));
        QCOMPARE(alert.facts.limit, std::optional(cents(10'000)));
        QCOMPARE(alert.step, 50);
        QCOMPARE(alert.occurrence, u"2026-06-01"_s);
        QCOMPARE(alert.facts.periodLast, WholeJune.last);
        QCOMPARE(alert.state, AlertState::Firing);
        QCOMPARE(alert.raisedAt, june(18, 9));

        if (version >= 2) {
            const auto may = UsageFilter{.days = {QDate(2026, 5, 1), QDate(2026, 5, 31)}};
            const auto outline = UsageRepository(*database).outline(may, june(18));
            QCOMPARE(outline->rows, 1);
            QCOMPARE(UsageRepository(*database).rows(*outline, 0, 1)->constFirst().facts, oldRow());
            QCOMPARE(SavedViewRepository(*database).all()->constFirst().name, u"May"_s);
        }

        const auto sent = UsageRepository(*database).byRequestId(u"gen-sent"_s);
        QCOMPARE(sent->size(), version >= 5 ? 1 : 0);
        if (version >= 5) {
            QVERIFY(sent->constFirst().isFromPlayground);
            const auto run = RunRepository(*database).run(RunId(1));
            QCOMPARE(run->request, keptRun(account.id).request);
            QCOMPARE(run->answer, u"Hello"_s);
            QCOMPARE(run->line.end, version >= 7 ? std::optional(RunEnd::Cancelled) : std::nullopt);
            QCOMPARE(run->line.isCostWhole, version < 7); // older ones stay as they were shown
            QCOMPARE(PresetRepository(*database).all()->constFirst().name, u"Greeting"_s);
            QVERIFY(*WorkspaceRepository(*database).keepsBodies());
        }
        const auto asksAbove = version >= 6 ? SendGuard{2'000'000'000, 10} : SendGuard();
        QVERIFY(*WorkspaceRepository(*database).sendGuard() == asksAbove);

        // and goes on from there
        auto more = someFacts();
        more.counters = {counter(u"a"_s, 950, 350)};
        QVERIFY(PollRepository(*database).store(account.id, more, june(18, 10)).has_value());
        QCOMPARE(spend.total(WholeJune, Currency())->billed, cents(100 + 80 + 350));
    }

    void marksWhatEarlierVersionsSentFromThePlayground()
    {
        const TempProfile profile;
        const auto path = profile.profile().databasePath();
        QVERIFY(QFile::copy(fixture(4), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        {
            auto before = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"before"_s);
            before.setDatabaseName(path);
            QVERIFY(before.open());
            QSqlQuery query(before);
            QVERIFY(query.exec(u"INSERT INTO request_batch (id, account_id, source, origin, fetched_at) "
                               "SELECT 99, account_id, 1, 'POST', (id >> 20) + 1000 FROM request"_s));
            QVERIFY(query.exec(u"UPDATE request SET batch_id = 99"_s));
        }
        QSqlDatabase::removeDatabase(u"before"_s);

        auto database = Database::open(path, true);

        QVERIFY2(database.has_value(), database ? "" : qPrintable(database.error().detail));
        const auto rows = UsageRepository(*database).byRequestId(u"gen-1"_s);
        QCOMPARE(rows->size(), 1);
        QVERIFY(rows->constFirst().isFromPlayground);
    }

private:
    static RequestFacts oldRow()
    {
        auto row = request(u"gen-1"_s, june(-2, 12), 250);
        row.remoteKeyId = u"a"_s;
        row.detail.finishReason = u"stop"_s;
        return row;
    }

    static void writeRows(Database &database, AccountId account)
    {
        RequestRepository requests(database);
        const RequestBatch batch{account, RowSource::FileImport, u"may.csv"_s, june(18), {}};
        QVERIFY(database.inTransaction([&] { return requests.store(batch, {oldRow()}); }));
        QVERIFY(*requests.settleOne(june(18)));
        QVERIFY(SavedViewRepository(database).save({u"May"_s, u"fixed"_s, {}}));
    }

    static void writeCustody(Database &database, AccountId account, KeyId key)
    {
        QVERIFY(KeyRepository(database).setSecret(key, u"entry"_s, u"sk-…1234"_s, u"0123abcd"_s));
        Rotation rotation;
        rotation.account = account;
        rotation.oldKey = key;
        rotation.newName = u"First key 2"_s;
        rotation.startedAt = june(18);
        QVERIFY(RotationRepository(database).add(rotation));
        QVERIFY(WorkspaceRepository(database).setRotationDays(60));
    }

    static KeptRun keptRun(AccountId account)
    {
        KeptRun run;
        run.line.startedAt = june(-2, 13);
        run.line.account = account;
        run.line.accountName = u"Main"_s;
        run.line.hasBodies = true;
        run.line.end = RunEnd::Cancelled;
        run.line.isCostWhole = false;
        run.request.messages = {{ChatMessage::Role::User, u"Hi"_s}};
        run.request.maxTokens = 20;
        run.answer = u"Hello"_s;
        return run;
    }

    static void writePlayground(Database &database, AccountId account)
    {
        const RequestBatch batch{
            account, RowSource::Playground, u"POST /chat/completions"_s, june(-2, 13), {}};
        RequestRepository requests(database);
        const auto sent = request(u"gen-sent"_s, june(-40, 13), 1);
        QVERIFY(database.inTransaction([&] { return requests.store(batch, {sent}); }));
        QVERIFY(*requests.settleOne(june(18)));
        QVERIFY(PlaygroundMarkRepository(database).mark(account, {u"gen-sent"_s}));
        QVERIFY(database.inTransaction([&] { return RunRepository(database).add(keptRun(account)); }));
        QVERIFY(PresetRepository(database).save({u"Greeting"_s, keptRun(account).request, u"m"_s, {}}));
        QVERIFY(WorkspaceRepository(database).setKeepsBodies(true));
        QVERIFY(WorkspaceRepository(database).setSendGuard({2'000'000'000, 10}));
    }

    static QString fixture(int version)
    {
        return QStringLiteral(TK_FIXTURES "/version-%1.sqlite").arg(version);
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
