// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stored_spend_reports.h"
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "support/random_polls.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange Wide{QDate(2026, 5, 1), QDate(2026, 8, 31)};
constexpr std::array Ways{SpendBy::Account, SpendBy::Key, SpendBy::Model, SpendBy::Provider, SpendBy::Day,
    SpendBy::Team, SpendBy::Environment};

} // namespace

class SpendTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        QVERIFY(m_database->execute(u"PRAGMA synchronous = OFF"_s));
    }

    void itsWordsAreReadBack_data()
    {
        QTest::addColumn<SpendBy>("by");
        for (const auto by : Ways)
            QTest::newRow(toText(by).data()) << by;
    }
    void itsWordsAreReadBack()
    {
        QFETCH(const SpendBy, by);
        QVERIFY(spendByFromText(QString(toText(by))) == by);
        QVERIFY(!spendByFromText(u"nonsense"));
    }

    void rowsAndTheRestAreTheTotal_data() { itsWordsAreReadBack_data(); }
    void rowsAndTheRestAreTheTotal()
    {
        QFETCH(const SpendBy, by);
        for (quint32 seed = 0; seed < 8; ++seed) {
            const auto account = addAccount(*m_database, u"account %1"_s.arg(seed));
            RandomGateway gateway(seed);
            for (int poll = 0; poll < 12; ++poll) {
                const auto facts = gateway.poll();
                QVERIFY(PollRepository(*m_database).store(account, facts, gateway.now()).has_value());
            }
        }
        for (const auto *zone : {"", "UTC", "Asia/Kolkata", "Pacific/Auckland"}) {
            const auto table = ask(by, Wide, *zone ? QTimeZone(zone) : QTimeZone());
            QVERIFY(table.query.zone.isValid());
            QVERIFY(table.total.billed.nanos() > 0);
            auto sum = table.notItemised;
            for (const auto &row : table.rows)
                sum += row.amount.billed;
            QCOMPARE(sum, table.total.billed);
            QVERIFY(!table.notItemised.isNegative());
            QVERIFY(!table.rows.isEmpty());
        }
    }

    void rowsComeLargestFirstAndDaysInOrder()
    {
        store({bucket(15, u"small"_s, 1), bucket(16, u"big"_s, 90), bucket(17, u"middle"_s, 9)});
        QCOMPARE(names(ask(SpendBy::Model)), (QStringList{u"big"_s, u"middle"_s, u"small"_s}));
        QCOMPARE(names(ask(SpendBy::Day)), (QStringList{u"2026-06-15"_s, u"2026-06-16"_s, u"2026-06-17"_s}));
        QCOMPARE(names(ask(SpendBy::Account)), QStringList{u"Main"_s});
    }

    void onlyTheDaysAskedForCount()
    {
        store({bucket(15, u"alpha"_s, 1), bucket(16, u"alpha"_s, 20), bucket(17, u"alpha"_s, 300)});
        const QDate day(2026, 6, 16);
        QCOMPARE(ask(SpendBy::Model, {day, day}).total.billed, cents(20));
        QCOMPARE(ask(SpendBy::Model, {day, day.addDays(1)}).total.billed, cents(320));
    }

    void whatHasNoKeyIsNotItemised()
    {
        store({bucket(16, u"alpha"_s, 100), bucket(17, {}, 30, u"k"_s)});
        const auto table = ask(SpendBy::Key);
        QCOMPARE(table.total.billed, cents(130));
        QCOMPARE(table.notItemised, cents(100));
        QCOMPARE(names(table), QStringList{u"k"_s});
    }

    void teamsAreThoseOfTheTime()
    {
        store({bucket(10, {}, 100, u"k"_s), bucket(16, {}, 40, u"k"_s)});
        KeyRepository keys(*m_database);
        const auto id = keys.all()->constFirst().id;
        QVERIFY(keys.label(id, {{}, u"Search"_s, {}, {}}, june(1)));
        QVERIFY(keys.label(id, {{}, u"Ads"_s, {}, {}}, june(12)));
        QCOMPARE(names(ask(SpendBy::Team)), (QStringList{u"Search"_s, u"Ads"_s}));
    }

    void otherCurrenciesAreNotAdded()
    {
        const auto yuan = currency(u"CNY");
        store({bucket(16, u"alpha"_s, 100), bucket(17, u"alpha"_s, 700, {}, yuan)});
        const auto table = ask(SpendBy::Model);
        QCOMPARE(table.total.billed, cents(100));
        QCOMPARE(table.otherCurrencies, QList<Money>{cents(700, yuan)});
    }

    void saysAtLeastWhenFiguresAreOld()
    {
        store({bucket(16, u"alpha"_s, 100)});
        QVERIFY(!ask(SpendBy::Model).isAtLeast);
        QVERIFY(ask(SpendBy::Model, Wide, {}, june(19)).isAtLeast);
    }

private:
    SpendTable ask(SpendBy by, const DayRange &range = Wide, const QTimeZone &zone = {},
        const QDateTime &now = june(18, 12))
    {
        SpendQuery query;
        query.range = range;
        query.by = by;
        query.zone = zone;
        auto table = spendTable(*m_database, query, now);
        if (!table)
            qFatal("%s", qPrintable(table.error().detail));
        return *std::move(table);
    }
    void store(const QList<BucketFacts> &days)
    {
        PollFacts facts;
        facts.buckets = days;
        const auto account = addAccount(*m_database, u"Main"_s);
        QVERIFY(PollRepository(*m_database).store(account, facts, june(18, 12)).has_value());
    }
    static QStringList names(const SpendTable &table)
    {
        QStringList texts;
        for (const auto &row : table.rows)
            texts.append(row.name);
        return texts;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(SpendTableTest)
#include "tst_spend_table.moc"
