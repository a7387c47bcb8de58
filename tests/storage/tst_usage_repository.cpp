// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_days.h"
#include "storage/playground_mark_repository.h"
#include "storage/provenance_repository.h"
#include "storage/request_repository.h"
#include "storage/saved_view_repository.h"
#include "storage/usage_repository.h"
#include "support/ledger_facts.h"
#include "support/random_requests.h"

#include <QTest>

#include <algorithm>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange June{QDate(2026, 6, 1), QDate(2026, 6, 30)};

template<typename T>
bool allows(const QList<T> &choice, const T &value)
{
    return choice.isEmpty() || choice.contains(value);
}

//! Every seventh of "gen-1", "gen-2" and so on.
bool isFromPlayground(const QString &id)
{
    return id.mid(4).toInt() % 7 == 0;
}

//! What a filter means, said once more and plainly.
bool matches(const UsageFilter &filter, const RequestFacts &row, const QTimeZone &zone)
{
    const auto day = localDay(row.startedAt, zone);
    const auto isCostly = [&] {
        return row.cost && row.cost->billed.currency() == filter.costFrom->currency()
            && row.cost->billed + row.cost->byok >= *filter.costFrom;
    };
    return day >= filter.days.first && day <= filter.days.last
        && allows(filter.requestedModels, row.requestedModel) && allows(filter.servedModels, row.servedModel)
        && allows(filter.providers, row.provider) && allows(filter.outcomes, row.outcome)
        && (filter.httpStatuses.isEmpty() || filter.httpStatuses.contains(row.httpStatus.value_or(0)))
        && (!filter.fellBackOnly || row.fellBack != FellBack::No) && (!filter.costFrom || isCostly())
        && (filter.requestId.isEmpty() || filter.requestId == row.requestId)
        && (filter.playground == PlaygroundRows::Counted
            || isFromPlayground(row.requestId) == (filter.playground == PlaygroundRows::Only));
}

UsageFilter randomFilter(RandomRequests &random)
{
    UsageFilter filter;
    const auto first = random.below(6) + 1;
    filter.days = {QDate(2026, 6, first), QDate(2026, 6, first + random.below(5))};
    if (random.below(3) == 0)
        filter.requestedModels = {u"model %1"_s.arg(random.below(5)), u"model 2"_s};
    if (random.below(4) == 0)
        filter.servedModels = {u"model %1"_s.arg(random.below(6))};
    if (random.below(4) == 0)
        filter.providers = {u"provider %1"_s.arg(random.below(2))};
    if (random.below(4) == 0)
        filter.outcomes = {static_cast<RequestOutcome>(random.below(3))};
    if (random.below(6) == 0)
        filter.httpStatuses = {429, 200};
    filter.fellBackOnly = random.below(6) == 0;
    if (random.below(4) == 0)
        filter.costFrom = cents(random.below(200));
    if (random.below(12) == 0)
        filter.requestId = u"gen-%1"_s.arg(random.below(600));
    if (random.below(3) == 0)
        filter.playground = random.below(2) == 0 ? PlaygroundRows::Only : PlaygroundRows::LeftOut;
    return filter;
}

} // namespace

class UsageRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.emplace(*Database::open(u":memory:"_s));
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void everyFilterFindsWhatAPlainSearchFinds_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("UTC") << "UTC"_ba;
        QTest::newRow("half an hour beside the hour") << "Asia/Kathmandu"_ba;
        QTest::newRow("half an hour of summer time") << "Australia/Lord_Howe"_ba;
        QTest::newRow("west of UTC") << "America/New_York"_ba;
    }
    void everyFilterFindsWhatAPlainSearchFinds()
    {
        QFETCH(const QByteArray, zone);
        setZone(*m_database, zone);
        RandomRequests random(20260618);
        QList<RequestFacts> rows;
        for (int i = 0; i < 600; ++i)
            rows.append(random.next(june(1), 9 * 86400));
        store(rows);
        QStringList marked;
        for (const auto &row : std::as_const(rows)) {
            if (isFromPlayground(row.requestId))
                marked.append(row.requestId);
        }
        QVERIFY(PlaygroundMarkRepository(*m_database).mark(m_account, marked));
        for (int i = 0; i < 200; ++i) {
            const auto filter = randomFilter(random);
            QList<RequestFacts> expected;
            for (const auto &row : std::as_const(rows)) {
                if (matches(filter, row, QTimeZone(zone)))
                    expected.append(row);
            }
            compare(filter, expected, random);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void timesAreExact()
    {
        QList<RequestFacts> rows;
        for (int i = 1; i <= 100; ++i) {
            rows.append(request(u"r%1"_s.arg(i), june(3, 1), 1));
            rows.last().totalMs = i == 100 ? 3'600'000 : i * 10;
        }
        store(rows);
        UsageRepository usage(*m_database);

        const auto times = *usage.times({.days = June}, [] { return false; });

        QCOMPARE(times.medianMs, 500);
        QCOMPARE(times.p95Ms, 950);
        QCOMPARE(times.rows, 100);
    }

    void whereARequestBeganOutlivesWhatIsToldOfItLater()
    {
        store({request(u"gen-1"_s, june(3), 100), request(u"gen-2"_s, june(3), 40)});
        PlaygroundMarkRepository marks(*m_database);
        QVERIFY(marks.mark(m_account, {u"gen-1"_s}));
        const RequestBatch bill{m_account, RowSource::GenerationLookup, u"GET /generation"_s, june(10), {}};
        auto billed = request(u"gen-1"_s, june(3), 120);
        billed.startedAt = billed.startedAt.addMSecs(7);
        QVERIFY(
            m_database->inTransaction([&] { return RequestRepository(*m_database).store(bill, {billed}); }));
        UsageRepository usage(*m_database);

        const auto only = *usage.outline({.days = June, .playground = PlaygroundRows::Only}, june(10));
        const auto without = *usage.outline({.days = June, .playground = PlaygroundRows::LeftOut}, june(10));

        QCOMPARE(only.rows, 1);
        QCOMPARE(only.summary.spend, cents(120));
        QCOMPARE(without.rows, 1);
        QCOMPARE(without.summary.spend, cents(40));
        const auto row = usage.rows(only, 0, 5)->constFirst();
        QVERIFY(row.isFromPlayground);
        QCOMPARE(row.source, RowSource::GenerationLookup);
        QVERIFY(!usage.rows(without, 0, 5)->constFirst().isFromPlayground);
    }

    void findsARequestByAnyOfItsIds()
    {
        auto row = request(u"gen-1"_s, june(3), 100);
        row.detail.gatewayRequestId = u"req_1"_s;
        row.detail.upstreamId = u"it's upstream %2"_s;
        store({row, request(u"gen-2"_s, june(3), 40)});
        UsageRepository usage(*m_database);

        QCOMPARE(usage.byRequestId(u"gen-1"_s)->size(), 1);
        QVERIFY(usage.byRequestId(u"gen"_s)->isEmpty());
        QCOMPARE(usage.byDetailId(u"req_1"_s, 5)->constFirst().facts.requestId, u"gen-1"_s);
        QCOMPARE(usage.byDetailId(u"it's upstream %2"_s, 5)->size(), 1);
        QVERIFY(usage.byDetailId(u"req"_s, 5)->isEmpty());
        QVERIFY(usage.byDetailId(u"stop"_s, 5)->isEmpty());
    }

    void choicesAreWhatTheRowsHave()
    {
        auto failed = request(u"a"_s, june(3), 0, u"asked"_s);
        failed.servedModel.clear();
        failed.httpStatus = 429;
        failed.remoteKeyId = u"key"_s;
        store({failed, request(u"b"_s, june(3), 1, u"other"_s)});

        const auto choices = *UsageRepository(*m_database).choices();

        QCOMPARE(choices.requestedModels, (QStringList{u"asked"_s, u"other"_s}));
        QCOMPARE(choices.servedModels, QStringList{u"other"_s});
        QCOMPARE(choices.httpStatuses, (QList<int>{200, 429}));
        QCOMPARE(choices.keys.size(), 1);
        QCOMPARE(choices.accounts.size(), 1);
    }

    void aFigureSaysWhereItComesFrom()
    {
        store({request(u"a"_s, june(3, 9), 100)});
        RequestRepository requests(*m_database);
        while (*requests.settleOne(june(10)))
            ;

        const auto origin = *ProvenanceRepository(*m_database).of({.days = June, .currency = {}}, june(10));

        QCOMPARE(origin.total, cents(100));
        QCOMPARE(origin.lines.size(), 1);
        QCOMPARE(origin.lines[0].endpoint, u"file.csv"_s);
        QCOMPARE(origin.lines[0].accountName, u"Main"_s);
        QCOMPARE(origin.lines[0].certainty, ProvenanceLine::Certainty::Billed);
        QCOMPARE(origin.windowStart, june(1));
    }

    void savedViewsComeBackAsTheyWere()
    {
        SavedViewRepository views(*m_database);
        SavedView view{u"Slow and dear"_s, u"last7"_s, {}};
        view.filter.days = June;
        view.filter.keys = {KeyId(3)};
        view.filter.requestedModels = {u"it's; a \"model\""_s};
        view.filter.outcomes = {RequestOutcome::Failed};
        view.filter.httpStatuses = {429};
        view.filter.fellBackOnly = true;
        view.filter.costFrom = cents(5);
        view.filter.playground = PlaygroundRows::LeftOut;

        QVERIFY(views.save(view));
        QVERIFY(views.save(view));

        QCOMPARE(*views.all(), QList<SavedView>{view});
        QVERIFY(views.remove(view.name));
        QVERIFY(views.all()->isEmpty());
    }

private:
    void store(const QList<RequestFacts> &rows)
    {
        const RequestBatch batch{m_account, RowSource::FileImport, u"file.csv"_s, june(10, 0), {}};
        QVERIFY(m_database->inTransaction([&] { return RequestRepository(*m_database).store(batch, rows); }));
    }

    void compare(const UsageFilter &filter, QList<RequestFacts> expected, RandomRequests &random)
    {
        UsageRepository usage(*m_database);
        const auto outline = usage.outline(filter, june(10));
        QVERIFY2(outline.has_value(), outline ? "" : qPrintable(outline.error().detail));
        compareSummary(outline->summary, expected);
        QCOMPARE(outline->rows, expected.size());

        std::sort(expected.begin(), expected.end(),
            [](const RequestFacts &a, const RequestFacts &b) { return a.startedAt > b.startedAt; });
        const auto all = *usage.rows(*outline, 0, 1000);
        QCOMPARE(all.size(), expected.size());
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].facts.startedAt, expected[i].startedAt);
        QCOMPARE(*usage.rowsAfter(filter, 0, 1000), QList<UsageRow>(all.crbegin(), all.crend()));
        if (all.isEmpty())
            return;
        const auto first = random.below(int(all.size()));
        QCOMPARE(*usage.rows(*outline, first, 7), all.mid(first, 7)); // a jump anywhere
    }

    void compareSummary(const UsageSummary &summary, const QList<RequestFacts> &expected)
    {
        qint64 failed = 0, incomplete = 0, fellBack = 0, unpriced = 0, spend = 0;
        for (const auto &row : expected) {
            failed += row.outcome == RequestOutcome::Failed ? 1 : 0;
            incomplete += row.outcome == RequestOutcome::Incomplete ? 1 : 0;
            fellBack += row.fellBack != FellBack::No ? 1 : 0;
            unpriced += row.cost ? 0 : 1;
            if (row.cost && row.cost->billed.currency() == summary.currency)
                spend += row.cost->billed.nanos();
        }
        QCOMPARE(summary.requests, expected.size());
        QCOMPARE(summary.failed, failed);
        QCOMPARE(summary.incomplete, incomplete);
        QCOMPARE(summary.fellBack, fellBack);
        QCOMPARE(summary.unpriced, unpriced);
        QCOMPARE(summary.spend.nanos(), spend);
    }

    std::optional<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(UsageRepositoryTest)
#include "tst_usage_repository.moc"
