// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;
using What = KeyEvent::What;
using Origin = KeyEvent::Origin;

class KeyEventRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void aPollThatSaysTheSameLeavesNoTrace()
    {
        poll(full(), 10);
        poll(full(), 11);
        QCOMPARE(events(), (QList<KeyEvent>{{What::FirstSeen, Origin::Gateway, june(10), {}, {}}}));
    }

    void whatAPollFindsChangedIsKeptWithBeforeAndAfter_data()
    {
        QTest::addColumn<KeyFacts>("told");
        QTest::addColumn<KeyEvent>("event");
        auto facts = full();
        facts.name = u"Second"_s;
        QTest::newRow("name") << facts << event(What::Renamed, u"First"_s, u"Second"_s);
        facts = full();
        facts.cap->limit = cents(3000);
        QTest::newRow("cap") << facts
                             << event(What::CapChanged, u"25.000000000 USD monthly"_s,
                                    u"30.000000000 USD monthly"_s);
        facts = full();
        facts.cap.reset();
        QTest::newRow("no cap") << facts << event(What::CapChanged, u"25.000000000 USD monthly"_s, {});
        facts = full();
        facts.countsByok = true;
        QTest::newRow("BYOK") << facts << event(What::ByokChanged, u"no"_s, u"yes"_s);
        facts = full();
        facts.isDisabled = true;
        QTest::newRow("disabled") << facts << event(What::Disabled, {}, {});
        facts = full();
        facts.expiresAt = june(20);
        QTest::newRow("expiry") << facts
                                << event(What::ExpiryChanged, u"2026-06-30T00:00:00Z"_s,
                                       u"2026-06-20T00:00:00Z"_s);
        facts = full();
        facts.allowedAddresses = QStringList{};
        QTest::newRow("addresses") << facts << event(What::AddressesChanged, u"10.0.0.0/8"_s, {});
    }
    void whatAPollFindsChangedIsKeptWithBeforeAndAfter()
    {
        QFETCH(KeyFacts, told);
        QFETCH(KeyEvent, event);
        poll(full(), 10);
        poll(told, 11);
        QCOMPARE(events().size(), 2);
        QCOMPARE(events().constFirst(), event);
    }

    void whatIsNotToldIsNoChange()
    {
        poll(full(), 10);
        auto less = full();
        less.countsByok.reset();
        less.allowedAddresses.reset();
        less.createdAt.reset();
        poll(less, 11);
        QCOMPARE(events().size(), 1);
        const auto key = KeyRepository(*m_database).all()->constFirst();
        QCOMPARE(key.countsByok, false);
        QCOMPARE(key.allowedAddresses, QStringList{u"10.0.0.0/8"_s});
        QCOMPARE(key.createdAt, june(1));
    }

    void aUsedUpCapIsNoChange()
    {
        poll(full(), 10);
        auto later = full();
        later.cap->used = cents(2500);
        poll(later, 11);
        QCOMPARE(events().size(), 1);
    }

    void whatIsChangedFromHereSaysSoOnceAndThePollAgrees()
    {
        poll(full(), 10);
        auto changed = full();
        changed.isDisabled = true;
        QVERIFY(KeyRepository(*m_database).apply(m_account, changed, june(11)));
        poll(changed, 12);
        QCOMPARE(events().size(), 2);
        QCOMPARE(events().constFirst(), (KeyEvent{What::Disabled, Origin::Here, june(11), {}, {}}));
    }

    void aKeyThatIsNoLongerListedIsGoneOnce()
    {
        poll(full(), 10);
        PollFacts none;
        none.listsAllKeys = true;
        for (const int day : {11, 12})
            QVERIFY(KeyRepository(*m_database).update(m_account, none, june(day)));
        QCOMPARE(events().size(), 2);
        QCOMPARE(events().constFirst(), (KeyEvent{What::Gone, Origin::Gateway, june(11), {}, {}}));
    }

    void everyEventHasAWordOfItsOwn()
    {
        for (int what = 0; what <= int(What::Gone); ++what)
            QCOMPARE(keyEventFromText(QString(toText(What(what)))), What(what));
        QVERIFY(!keyEventFromText(u"of a newer version"));
    }

private:
    static KeyFacts full()
    {
        auto facts = key(u"a"_s, u"First"_s);
        facts.cap = Cap{cents(2500), cents(120), u"monthly"_s};
        facts.expiresAt = june(30);
        facts.countsByok = false;
        facts.allowedAddresses = QStringList{u"10.0.0.0/8"_s};
        facts.createdAt = june(1);
        return facts;
    }
    static KeyEvent event(What what, const QString &before, const QString &after)
    {
        return {what, Origin::Gateway, june(11), before, after};
    }
    void poll(const KeyFacts &facts, int day)
    {
        PollFacts all;
        all.keys = {facts};
        QVERIFY(KeyRepository(*m_database).update(m_account, all, june(day)));
    }
    QList<KeyEvent> events()
    {
        const auto key = KeyRepository(*m_database).all()->constFirst().id;
        return *KeyEventRepository(*m_database).of(key);
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(KeyEventRepositoryTest)
#include "tst_key_event_repository.moc"
