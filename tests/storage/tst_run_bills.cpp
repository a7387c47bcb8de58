// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_repository.h"
#include "storage/run_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! What a run cost, as the ledger learns of it.
class RunBillsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }
    void cleanup()
    {
        m_database.reset();
        m_profile.reset();
    }

    void aBillThatComesLaterIsTheCost()
    {
        auto run = someRun();
        run.line.cost.reset();
        run.recordedIds = {u"gen-1"_s, u"gen-2"_s, u"gen-none"_s};
        const auto id = add(run);
        store(RowSource::Playground, {unpriced(u"gen-1"_s), unpriced(u"gen-2"_s)});
        RunRepository runs(*m_database);
        QCOMPARE(runs.run(id)->line.cost, std::nullopt);

        store(RowSource::GenerationLookup, {request(u"gen-2"_s, june(18), 250)});
        QCOMPARE(runs.run(id)->line.cost, std::optional(cents(250)));
        store(RowSource::GenerationLookup, {request(u"gen-1"_s, june(18), 50)});
        QCOMPARE(runs.lines({}, 10)->constFirst().cost, std::optional(cents(300)));

        QVERIFY(runs.remove(id));
        QCOMPARE(m_database->value(u"SELECT COUNT(*) FROM playground_run_request"_s)->toInt(), 0);
    }

    //! What was not known of one POST makes the sum the least it can be, until its bill comes too.
    void theCostIsAllOfItOnceEachPostHasItsBill()
    {
        auto run = someRun();
        Attempt post;
        post.origin = AttemptOrigin::Client;
        run.trace = {post, Attempt{}, post};
        run.recordedIds = {u"gen-1"_s, u"gen-2"_s};
        const auto id = add(run);
        RunRepository runs(*m_database);
        QVERIFY(!runs.run(id)->line.isCostWhole);

        store(RowSource::GenerationLookup, {request(u"gen-2"_s, june(18), 250)});
        QVERIFY(!runs.run(id)->line.isCostWhole);
        store(RowSource::GenerationLookup, {request(u"gen-1"_s, june(18), 50)});
        QVERIFY(runs.run(id)->line.isCostWhole);
        QVERIFY(runs.lines({}, 10)->constFirst().isCostWhole);
    }

    //! The row says what the answer said: the provider's part is still to come.
    void aRowThatKnowsNoMoreDoesNotMakeItWhole()
    {
        auto run = someRun();
        run.line.cost = cents(5);
        run.recordedIds = {u"gen-1"_s};
        const auto id = add(run);
        auto row = request(u"gen-1"_s, june(18), 5);
        store(RowSource::Playground, {row});
        RunRepository runs(*m_database);
        QVERIFY(!runs.run(id)->line.isCostWhole);
        row.cost->byok = cents(7);
        store(RowSource::GenerationLookup, {row});
        QCOMPARE(runs.run(id)->line.cost, std::optional(cents(12)));
        QVERIFY(runs.run(id)->line.isCostWhole);
    }

    //! Two of these are more than SQLite can add up, and the whole list would fail.
    void moreThanARequestCanCostIsNone()
    {
        auto run = someRun();
        run.recordedIds = {u"gen-1"_s, u"gen-2"_s, u"gen-3"_s};
        const auto id = add(run);
        store(RowSource::GenerationLookup,
            {request(u"gen-1"_s, june(18), 1), request(u"gen-2"_s, june(18), 1)});
        QVERIFY(m_database->execute(u"UPDATE request SET billed_nanos = 9000000000000000000"_s));
        RunRepository runs(*m_database);
        const auto lines = runs.lines({}, 10);
        QVERIFY2(lines, lines ? "" : qPrintable(lines.error().detail));
        QCOMPARE(lines->constFirst().cost, run.line.cost);

        store(RowSource::GenerationLookup, {request(u"gen-3"_s, june(18), 250)});
        QCOMPARE(runs.run(id)->line.cost, std::optional(cents(250)));
    }

    void anotherAccountsRowOfThatIdIsNotItsCost()
    {
        auto run = someRun();
        run.recordedIds = {u"gen-1"_s};
        const auto id = add(run);
        m_account = addAccount(*m_database, u"Other"_s);
        store(RowSource::GenerationLookup, {request(u"gen-1"_s, june(18), 250)});
        QCOMPARE(RunRepository(*m_database).run(id)->line.cost, run.line.cost);
    }

private:
    [[nodiscard]] KeptRun someRun() const
    {
        KeptRun run;
        run.line.startedAt = june(18, 14);
        run.line.account = m_account;
        run.line.cost = Money::fromNanos(15'560'000, currency(u"CNY"));
        run.line.isCostWhole = false;
        return run;
    }

    static RequestFacts unpriced(const QString &id)
    {
        auto row = request(id, june(18), 1);
        row.cost.reset();
        return row;
    }

    void store(RowSource source, const QList<RequestFacts> &rows)
    {
        const RequestBatch batch{m_account, source, u"here"_s, june(18), {}};
        QVERIFY(m_database->inTransaction([&] { return RequestRepository(*m_database).store(batch, rows); }));
    }

    RunId add(const KeptRun &run)
    {
        const auto id = m_database->inTransaction([&] { return RunRepository(*m_database).add(run); });
        return id.value_or(RunId());
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(RunBillsTest)
#include "tst_run_bills.moc"
