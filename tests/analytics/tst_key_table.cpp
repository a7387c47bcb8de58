// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/key_table_builder.h"
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "storage/request_repository.h"
#include "storage/rotation_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class KeyTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void everyKeyHasItsSpendAndTheSumsAddUp()
    {
        PollFacts facts;
        facts.keys = {key(u"a"_s, u"First"_s), key(u"b"_s, u"Second"_s), key(u"c"_s, u"Idle"_s)};
        facts.buckets = {bucket(2, {}, 700, u"a"_s), bucket(14, {}, 100, u"a"_s), bucket(17, {}, 50, u"a"_s),
            bucket(17, {}, 900, u"b"_s)};
        poll(facts, june(18, 1));

        const auto table = build(june(18, 12));
        QCOMPARE(names(table), (QStringList{u"Second"_s, u"First"_s, u"Idle"_s}));
        const auto &first = table.rows.at(1);
        QCOMPARE(first.month, cents(850));
        QCOMPARE(first.sevenDays, cents(150));
        QVERIFY(first.today.isZero());
        QCOMPARE(first.lastUsedAt, june(18));
        QVERIFY(!table.rows.at(2).lastUsedAt);
        QCOMPARE(table.monthTotal, cents(1750));
        QCOMPARE(table.sevenDaysTotal, cents(1050));
        QCOMPARE(first.accountName, u"Main"_s);
        QCOMPARE(first.gatewayName, u"OpenRouter"_s);
    }

    void otherCurrenciesStayInTheirsAndOutOfTheSums()
    {
        PollFacts facts;
        facts.keys = {key(u"a"_s)};
        facts.buckets = {bucket(16, {}, 100, u"a"_s), bucket(17, {}, 100, u"a"_s)};
        poll(facts, june(18, 1));
        const auto other = addAccount(*m_database, u"East"_s);
        PollFacts east;
        east.keys = {key(u"e"_s)};
        east.buckets = {bucket(17, {}, 7000, u"e"_s, currency(u"CNY"))};
        QVERIFY(PollRepository(*m_database).store(other, east, june(18, 1)).has_value());

        const auto table = build(june(18, 12));
        QCOMPARE(table.monthTotal, cents(200));
        QCOMPARE(table.otherCurrencies, QList{cents(7000, currency(u"CNY"))});
        QCOMPARE(rowOf(table, u"e"_s).month, cents(7000, currency(u"CNY")));
        QCOMPARE(rowOf(table, u"e"_s).currency, currency(u"CNY"));
    }

    void goneKeysAreLeftOutAndTheAccountsOwnIsMarked()
    {
        PollFacts facts;
        facts.keys = {key(u"self"_s), key(u"b"_s), key(u"0123abcd77"_s)};
        poll(facts, june(10));
        PollFacts fewer;
        fewer.keys = {key(u"self"_s), key(u"0123abcd77"_s)};
        fewer.listsAllKeys = true;
        poll(fewer, june(11));
        QVERIFY(AccountRepository(*m_database).setKeyFingerprint(m_account, u"0123abcd"_s));

        const auto table = build(june(12));
        QCOMPARE(table.rows.size(), 2);
        for (const auto &row : table.rows)
            QVERIFY(row.isAccountsOwn);
        QVERIFY(rowOf(table, u"self"_s).key.holdsSecret());
        QVERIFY(!rowOf(table, u"0123abcd77"_s).key.holdsSecret());
    }

    void controlsPolicyAndUseMakeTheHygiene()
    {
        PollFacts facts;
        facts.keys = {key(u"a"_s)};
        facts.keys[0].createdAt = june(-80);
        poll(facts, june(10));
        auto row = request(u"gen-1"_s, june(9, 12), 5, u"openai/gpt-4"_s);
        row.remoteKeyId = u"a"_s;
        const RequestBatch batch{m_account, RowSource::PolledLog, u"GET /log"_s, june(10), {}};
        QVERIFY(
            m_database->inTransaction([&] { return RequestRepository(*m_database).store(batch, {row}); }));
        while (*RequestRepository(*m_database).settleOne(june(10))) { }

        const auto found = rowOf(build(june(12)), u"a"_s);
        QCOMPARE(found.rotationDue, june(-80).addDays(90));
        QCOMPARE(found.marks.cap, HygieneMark::Missing);
        QCOMPARE(found.findings,
            (QList<HygieneFinding>{{HygieneRule::PastRotation, {}}, {HygieneRule::Uncapped, {}},
                {HygieneRule::NoOwner, {}}, {HygieneRule::UnpinnedModel, u"openai/gpt-4"_s}}));
    }

    void theDetailsTellDaysEventsAndLineage()
    {
        PollFacts facts;
        facts.keys = {key(u"old"_s), key(u"a"_s)};
        facts.buckets = {bucket(2, {}, 700, u"a"_s), bucket(17, {}, 50, u"a"_s)};
        poll(facts, june(18, 1));
        const auto table = build(june(18, 12));
        const auto id = rowOf(table, u"a"_s).key.id;
        const auto old = rowOf(table, u"old"_s).key.id;
        QVERIFY(KeyRepository(*m_database).setReplaces(id, old));
        QVERIFY(KeyRepository(*m_database).setReplaces(old, id)); // damaged: must not loop

        const auto details = *KeyTableBuilder(*m_database, june(18, 12), m_traits).details(id);
        QCOMPARE(details.days.size(), 18);
        QCOMPARE(details.days.at(1), cents(700));
        QCOMPARE(details.days.at(16), cents(50));
        QCOMPARE(details.events.size(), 1);
        QCOMPARE(details.lineage, (QList{old, id}));
        QCOMPARE(KeyTableBuilder(*m_database, june(18), m_traits).details(KeyId(99)).error().kind,
            Error::Kind::NotFound);
    }

    void aRotationIsWatchedUntilTheOldKeyIsQuiet()
    {
        PollFacts facts;
        facts.keys = {key(u"old"_s), key(u"new"_s)};
        facts.counters = {counter(u"old"_s, 100), counter(u"new"_s, 0)};
        poll(facts, june(18, 13));
        const auto table = build(june(18, 13));
        Rotation rotation;
        rotation.account = m_account;
        rotation.oldKey = rowOf(table, u"old"_s).key.id;
        rotation.newKey = rowOf(table, u"new"_s).key.id;
        rotation.startedAt = june(18, 13);
        rotation.deployedAt = june(18, 13, 10);
        rotation.step = RotationStep::Watch;
        rotation.id = *RotationRepository(*m_database).add(rotation);
        spend(110, 0, june(18, 13, 5));
        spend(115, 0, june(18, 13, 15));
        spend(115, 7, june(18, 13, 20));

        auto watch = *watchOf(*m_database, rotation.id, june(18, 13, 21));
        QCOMPARE(watch.points.size(), 2); // by quarter of an hour
        QCOMPARE(watch.points.at(0).oldKey, cents(15));
        QCOMPARE(watch.oldLastSpentAt, june(18, 13, 15));
        QCOMPARE(watch.newLastSpentAt, june(18, 13, 20));
        QCOMPARE(watch.newSinceDeployed, cents(7));
        QVERIFY(!watch.isQuiet);
        watch = *watchOf(*m_database, rotation.id, june(18, 13, 35));
        QVERIFY(watch.isQuiet);
    }

private:
    void poll(const PollFacts &facts, const QDateTime &at)
    {
        QVERIFY(PollRepository(*m_database).store(m_account, facts, at).has_value());
    }
    void spend(qint64 old, qint64 fresh, const QDateTime &at)
    {
        PollFacts facts;
        facts.keys = {key(u"old"_s), key(u"new"_s)};
        facts.counters = {counter(u"old"_s, old), counter(u"new"_s, fresh)};
        poll(facts, at);
    }
    KeyTable build(const QDateTime &now) { return *KeyTableBuilder(*m_database, now, m_traits).build(); }
    static QStringList names(const KeyTable &table)
    {
        QStringList names;
        for (const auto &row : table.rows)
            names.append(row.key.name);
        return names;
    }
    static KeyRow rowOf(const KeyTable &table, const QString &remoteId)
    {
        for (const auto &row : table.rows) {
            if (row.key.remoteId == remoteId)
                return row;
        }
        return {};
    }

    static KeyControls controls(KeyRole, bool)
    {
        KeyControls controls;
        controls.cap = ControlOffer::Editable;
        return controls;
    }

    QHash<QString, GatewayTraits> m_traits{{u"openrouter"_s, {u"OpenRouter"_s, true, controls}}};
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(KeyTableTest)
#include "tst_key_table.moc"
