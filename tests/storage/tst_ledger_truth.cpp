// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"
#include "storage/poll_repository.h"
#include "storage/request_repository.h"
#include "storage/spend_repository.h"
#include "storage/zone_change.h"
#include "support/spending_world.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange Everything{QDate(2026, 5, 1), QDate(2026, 8, 31)};
const QList<QByteArray> Zones{
    "UTC", "Europe/Berlin", "Asia/Kathmandu", "America/New_York", "Pacific/Auckland", "America/Sao_Paulo"};

enum class Tells : std::uint8_t { Counters, WholeRows, Files, CountersAndFiles };

} // namespace

//! Random histories against the plain sum of what was spent. TK_ROUNDS=10000 runs more of them; the round is
//! the seed.
class LedgerTruthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLedgerEndsAtTheTruthAndNeverCountsTwice_data()
    {
        QTest::addColumn<Tells>("tells");
        QTest::newRow("counters and UTC days") << Tells::Counters;
        QTest::newRow("rows read to the end") << Tells::WholeRows;
        QTest::newRow("nothing but files") << Tells::Files;
        QTest::newRow("counters, days and files") << Tells::CountersAndFiles;
    }
    void theLedgerEndsAtTheTruthAndNeverCountsTwice()
    {
        QFETCH(const Tells, tells);
        bool isNumber = false;
        const auto asked = qEnvironmentVariableIntValue("TK_ROUNDS", &isNumber);
        for (quint32 round = 0; round < quint32(isNumber ? asked : 40); ++round) {
            live(round, tells);
            if (QTest::currentTestFailed()) {
                qWarning() << "round" << round;
                return;
            }
        }
    }

private:
    void live(quint32 round, Tells tells)
    {
        const TempProfile profile;
        m_profile = &profile;
        reopen();
        SpendingWorld world(round);
        m_zone = Zones.at(world.below(int(Zones.size())));
        setZone(*m_database, m_zone);
        m_account = addAccount(*m_database, u"Main"_s);
        const int steps = 8 + world.below(10);
        for (int step = 0; step < steps && !QTest::currentTestFailed(); ++step)
            happen(world, tells);
        world.endTheDay();
        tellAll(world, tells);
        settle(world.now());
        compareWithTruth(world, tells);
    }

    void happen(SpendingWorld &world, Tells tells)
    {
        world.live(world.below(3) == 0 ? world.below(3000) : world.below(90), world.below(12));
        switch (world.below(10)) {
        case 0:
            reopen();
            break;
        case 1:
            m_zone = Zones.at(world.below(int(Zones.size())));
            QVERIFY(changeZone(*m_database, QTimeZone(m_zone), world.now()));
            break;
        case 2:
            if (tells == Tells::Counters || tells == Tells::CountersAndFiles)
                world.revise();
            break;
        case 3:
            world.resetCounter(world.below(3));
            break;
        case 4: {
            const Error refused{.kind = Error::Kind::Timeout};
            QVERIFY(AccountRepository(*m_database).markFailed(m_account, world.now(), refused));
            break;
        }
        default:
            tell(world, tells);
        }
        settle(world.now());
        sumsAgree();
        if (!world.wasRevised() && !hasEstimates())
            QVERIFY2(total() <= world.truth(), "counted twice");
    }

    //! What a poll hears, sometimes twice, sometimes with the clock a day back.
    void tell(SpendingWorld &world, Tells tells)
    {
        if (tells == Tells::WholeRows) {
            poll(world.rows(rowsFrom()), world.now());
        } else if (tells != Tells::Files) {
            const auto facts = world.counters(world.below(3));
            // A clock that was wrong dates spend wrongly; rows of a file would then count beside it.
            const bool isClockWrong = tells == Tells::Counters && world.below(8) == 0;
            poll(facts, isClockWrong ? world.now().addDays(-1) : world.now());
            if (world.below(4) == 0)
                poll(facts, world.now());
        }
        if (tells == Tells::Files || tells == Tells::CountersAndFiles)
            import(world.file(20 + world.below(70)), world.now());
    }

    void tellAll(SpendingWorld &world, Tells tells)
    {
        if (tells == Tells::WholeRows)
            poll(world.rows(rowsFrom()), world.now());
        else if (tells == Tells::Files)
            import(world.file(100), world.now());
        else
            poll(world.counters(0), world.now());
    }

    void compareWithTruth(const SpendingWorld &world, Tells tells)
    {
        sumsAgree();
        QCOMPARE(total(), world.truth());
        if (tells == Tells::Counters || tells == Tells::CountersAndFiles)
            return; // a UTC day cannot be split into local days: only the sum must hold
        const auto truth = world.truthByDay(QTimeZone(m_zone));
        const auto days = SpendRepository(*m_database).byDay(Everything, Currency());
        for (const auto &day : *days)
            QCOMPARE(day.amount.billed, truth.value(day.day));
    }

    //! Sum by key plus what is not itemised = sum by day = the account's total (ledger: "Authority,
    //! exactly").
    void sumsAgree()
    {
        SpendRepository spend(*m_database);
        const auto whole = total();
        Money byDay, byAccount;
        const auto days = spend.byDay(Everything, Currency());
        for (const auto &day : *days)
            byDay += day.amount.billed;
        const auto accounts = spend.byAccount(Everything, Currency());
        for (const auto &account : *accounts)
            byAccount += account.amount.billed;
        QCOMPARE(byDay, whole);
        QCOMPARE(byAccount, whole);
        for (const auto dimension : {Dimension::Key, Dimension::Model, Dimension::Provider}) {
            Money split;
            const auto sums = spend.byDimension(dimension, Everything, Currency());
            for (const auto &sum : *sums)
                split += sum.amount.billed;
            QVERIFY2(split <= whole, "more itemised than spent");
        }
    }

    [[nodiscard]] Money total() { return SpendRepository(*m_database).total(Everything, Currency())->billed; }

    [[nodiscard]] bool hasEstimates()
    {
        return m_database->value(u"SELECT EXISTS (SELECT 1 FROM piece WHERE is_estimated)"_s)->toBool();
    }

    //! As a poll asks: from a little before what is known to be whole.
    [[nodiscard]] QDateTime rowsFrom()
    {
        const auto until = *RequestRepository(*m_database).wholeUntil(m_account);
        return until ? until->addSecs(-3600) : june(1);
    }

    void poll(const PollFacts &facts, const QDateTime &at)
    {
        const auto stored = PollRepository(*m_database).store(m_account, facts, at);
        QVERIFY2(stored.has_value(), stored ? "" : qPrintable(stored.error().detail));
    }

    void import(const QList<RequestFacts> &rows, const QDateTime &at)
    {
        const RequestBatch batch{m_account, RowSource::FileImport, u"rows.csv"_s, at, {}};
        QVERIFY(m_database->inTransaction([&] { return RequestRepository(*m_database).store(batch, rows); }));
    }

    void settle(const QDateTime &now)
    {
        RequestRepository requests(*m_database);
        for (auto more = requests.settleOne(now, 3); more && *more;)
            more = requests.settleOne(now, 3);
    }

    void reopen()
    {
        m_database.reset();
        m_database.emplace(m_profile->open());
        QVERIFY(m_database->execute(u"PRAGMA synchronous = OFF"_s));
    }

    const TempProfile *m_profile = nullptr;
    std::optional<Database> m_database;
    AccountId m_account;
    QByteArray m_zone;
};

QTEST_GUILESS_MAIN(LedgerTruthTest)
#include "tst_ledger_truth.moc"
