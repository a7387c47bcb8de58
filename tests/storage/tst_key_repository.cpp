// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "storage/spend_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange WholeJune{QDate(2026, 6, 1), QDate(2026, 6, 30)};

} // namespace

class KeyRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void keepsWhatTheGatewaySaysOfAKey()
    {
        PollFacts facts;
        facts.keys = {key(u"a"_s, u"First"_s), key(u"b"_s)};
        facts.keys[0].masked = u"sk-…1234"_s;
        facts.keys[0].isDisabled = true;
        facts.keys[0].cap = Cap{cents(2500), cents(120), u"monthly"_s};
        facts.keys[0].expiresAt = june(30);
        QVERIFY(update(facts, 18));

        const auto keys = all();
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys.at(0).name, u"First"_s);
        QCOMPARE(keys.at(0).masked, u"sk-…1234"_s);
        QVERIFY(keys.at(0).isDisabled);
        QVERIFY(keys.at(0).cap == facts.keys.at(0).cap);
        QVERIFY(keys.at(0).expiresAt == june(30));
        QVERIFY(!keys.at(1).cap && !keys.at(1).expiresAt && !keys.at(1).isDisabled);
    }

    void onlyAWholeListTellsThatAKeyIsGone()
    {
        PollFacts both;
        both.keys = {key(u"a"_s), key(u"b"_s)};
        QVERIFY(update(both, 10));
        PollFacts one;
        one.keys = {key(u"b"_s)};
        QVERIFY(update(one, 11));
        QVERIFY(!all().at(0).goneAt);
        one.listsAllKeys = true;
        QVERIFY(update(one, 12));
        QVERIFY(update(one, 13));
        QVERIFY(all().at(0).goneAt == june(12)); // since it was missed first
        QVERIFY(update(both, 14));
        QVERIFY(!all().at(0).goneAt);
        QCOMPARE(all().size(), 2);
    }

    void aKeyThatOnlyAFigureNamesIsKnownByThatName()
    {
        PollFacts facts;
        facts.counters = {counter(u"0123456789abcdef"_s, 1), counter(u"support-overflow"_s, 1)};
        QVERIFY(update(facts, 10));
        QCOMPARE(all().size(), 2);
        QStringList names{all().at(0).name, all().at(1).name};
        names.sort();
        QCOMPARE(names, (QStringList{u"0123456789ab"_s, u"support-overflow"_s}));
    }

    void keysOfARemovedAccountAreNotListed()
    {
        PollFacts facts;
        facts.keys = {key(u"a"_s)};
        QVERIFY(update(facts, 10));
        QVERIFY(AccountRepository(*m_database).remove(m_account, june(11)));
        QVERIFY(all().isEmpty());
    }

    void theFirstLabelsHoldForThePastAndLaterOnesFromThenOn()
    {
        PollFacts facts;
        facts.buckets = {bucket(10, {}, 100, u"a"_s), bucket(15, {}, 40, u"a"_s)};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(17)).has_value());
        const auto id = all().at(0).id;
        QCOMPARE(teams(), (QStringList{u" 140"_s}));

        KeyRepository keys(*m_database);
        QVERIFY(keys.label(id, {u"production"_s, u"Search"_s, u"Kim"_s, {u"batch"_s, u"night"_s}}, june(18)));
        QCOMPARE(teams(), (QStringList{u"Search 140"_s}));

        QVERIFY(keys.label(id, {u"staging"_s, u"Billing"_s, {}, {}}, june(12)));
        QCOMPARE(teams(), (QStringList{u"Search 100"_s, u"Billing 40"_s}));
        QCOMPARE(all().at(0).labels.team, u"Billing"_s);
        QVERIFY(all().at(0).labels.tags.isEmpty());

        QVERIFY(keys.label(id, {{}, u"Ads"_s, {}, {u"x"_s}}, june(12))); // the same moment: corrected
        QCOMPARE(teams(), (QStringList{u"Search 100"_s, u"Ads 40"_s}));
        QCOMPARE(all().at(0).labels.tags, QStringList{u"x"_s});
    }

private:
    bool update(const PollFacts &facts, int day)
    {
        return KeyRepository(*m_database).update(m_account, facts, june(day)).has_value();
    }
    QList<ApiKey> all() { return *KeyRepository(*m_database).all(); }
    QStringList teams()
    {
        QStringList texts;
        const auto sums = SpendRepository(*m_database).byLabel(u"team"_s, WholeJune, Currency());
        for (const auto &sum : *sums)
            texts.append(sum.name + u" %1"_s.arg(sum.amount.billed.nanos() / 10'000'000));
        return texts;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(KeyRepositoryTest)
#include "tst_key_repository.moc"
