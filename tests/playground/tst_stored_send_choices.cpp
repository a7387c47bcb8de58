// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/traits.h"
#include "playground/sender.h"
#include "playground/stored_send_choices.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/listing_repository.h"
#include "storage/storage.h"
#include "support/await.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class StoredSendChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void accountsAreThoseThatCanBeSentThrough()
    {
        const auto kept = add(u"Zebra"_s);
        const auto gone = add(u"Gone"_s);
        (void)add(u"Alpha"_s, u"litellm"_s);
        (void)add(u"Odd"_s, u"no-such-gateway"_s);
        write([gone](Database &database) { return AccountRepository(database).remove(gone, june(2)); });
        write([kept](Database &database) { return AccountRepository(database).markFetched(kept, june(3)); });

        const auto accounts = await(m_world->choices.accounts());

        QCOMPARE(accounts->size(), 2);
        QCOMPARE(accounts->at(0).name, u"Alpha"_s);
        QCOMPARE(accounts->at(0).state, AccountState::NeverPolled);
        QVERIFY(!accounts->at(0).figuresAt.isValid());
        QVERIFY(!accounts->at(0).offersRouting);
        QCOMPARE(accounts->at(0).protocols.size(), 4);
        const auto &zebra = accounts->at(1);
        QCOMPARE(zebra.gatewayName, u"OpenRouter"_s);
        QVERIFY(zebra.offersRouting);
        QCOMPARE(zebra.state, AccountState::Ok);
        QCOMPARE(zebra.figuresAt, june(3));
        const auto traits = traitsOfAllGateways().value(u"openrouter"_s);
        QCOMPARE(zebra.keysPage, traits.keysPage(QUrl(u"https://gateway.example/api/v1"_s)));
    }

    void aNewAccountHasItsOwnKey()
    {
        (void)add(u"Main"_s);
        const auto keys = await(m_world->choices.accounts())->constFirst().keys;
        QCOMPARE(keys.size(), 1);
        QVERIFY(keys[0].isAccountsOwn);
        QVERIFY(!keys[0].id);
    }

    void aManagementKeySendsNothing()
    {
        (void)add(u"Main"_s, u"openrouter"_s, KeyRole::Management);
        const auto accounts = await(m_world->choices.accounts());
        QCOMPARE(accounts->size(), 1); // it is named, so that the page can say why nothing goes out
        QVERIFY(accounts->constFirst().keys.isEmpty());
    }

    void keysAreThoseWhoseSecretIsHere()
    {
        const auto account = add(u"Main"_s);
        auto capped = key(u"hash-b"_s, u"beta"_s);
        capped.cap = Cap{cents(6000), cents(2834), u"monthly"_s};
        const auto own = addKey(account, key(u"0123abcd-own"_s, u"zulu"_s));
        const auto beta = addKey(account, capped);
        const auto alpha = addKey(account, key(u"hash-a"_s, u"alpha"_s));
        (void)addKey(account, key(u"hash-c"_s, u"not here"_s));
        const auto goneKey = addKey(account, key(u"hash-d"_s, u"gone"_s));
        for (const auto id : {beta, alpha, goneKey}) {
            write([id](Database &database) {
                return KeyRepository(database).setSecret(id, u"entry"_s, u"sk-…"_s, u"ffff0000"_s);
            });
        }
        write([account](Database &database) {
            return AccountRepository(database).setKeyFingerprint(account, u"0123abcd"_s);
        });
        write([goneKey](Database &database) {
            return KeyRepository(database).markGone(goneKey, KeyEvent::Origin::Here, june(4));
        });
        write([beta](Database &database) {
            return KeyRepository(database).label(beta, {u"staging"_s, {}, u"Platform lead"_s, {}}, june(4));
        });

        const auto keys = await(m_world->choices.accounts())->constFirst().keys;

        QCOMPARE(keys.size(), 3);
        QCOMPARE(keys[0].id, std::optional(own));
        QVERIFY(keys[0].isAccountsOwn);
        QCOMPARE(keys[1].name, u"alpha"_s);
        QVERIFY(!keys[1].isAccountsOwn);
        QCOMPARE(keys[2].id, std::optional(beta));
        QCOMPARE(keys[2].cap, capped.cap);
        QCOMPARE(keys[2].labels.environment, u"staging"_s);
        QCOMPARE(keys[2].labels.owner, u"Platform lead"_s);

        // and each of them can be sent with
        const auto sender = readSender(m_world->storage, account, own).result();
        QVERIFY2(sender, sender ? "" : qPrintable(sender.error().detail));
        QCOMPARE(sender->secretName, u"secret-of-Main"_s);
        QCOMPARE(sender->remoteKeyId, u"0123abcd-own"_s);
        QCOMPARE(readSender(m_world->storage, account, alpha).result()->secretName, u"entry"_s);
    }

    void whenToAskIsKept()
    {
        QVERIFY(*await(m_world->choices.guard()) == SendGuard());
        QSignalSpy changed(&m_world->choices, &SendChoices::changed);
        for (const auto &guard : {SendGuard{250'000'000, 5}, SendGuard{std::nullopt, 0}}) {
            QVERIFY(await(m_world->choices.setGuard(guard)));
            QVERIFY(*await(m_world->choices.guard()) == guard);
        }
        QCOMPARE(changed.size(), 2);
    }

    void modelsAreTheCatalogueByName()
    {
        const auto account = add(u"Main"_s);
        const auto other = add(u"Other"_s);
        ModelListing alpha, beta;
        alpha.model = u"a/alpha"_s;
        alpha.input = UnitPrice{3'000'000'000, {}};
        beta.model = u"b/beta"_s;
        beta.expiresOn = QDate(2026, 7, 1);
        write([&](Database &database) {
            return ListingRepository(database).replace(account, {beta, alpha}, june(3));
        });

        QCOMPARE(*await(m_world->choices.models(account)), (QList{alpha, beta}));
        QVERIFY(await(m_world->choices.models(other))->isEmpty());
    }

    void tellsWhatItIsTold()
    {
        int told = 0;
        connect(&m_world->choices, &SendChoices::changed, this, [&told] { ++told; });
        m_world->choices.tellChanged();
        QCOMPARE(told, 1);
    }

private:
    struct World {
        TempProfile profile;
        Storage storage{profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc()};
        StoredSendChoices choices{storage, traitsOfAllGateways()};
    };

    template<typename Job>
    void write(Job job)
    {
        const auto done = m_world->storage.write(job).result();
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
    }

    AccountId add(
        const QString &name, const QString &gateway = u"openrouter"_s, KeyRole role = KeyRole::Ordinary)
    {
        return *m_world->storage
                    .write([name, gateway, role](Database &database) {
                        Account account;
                        account.gateway = gateway;
                        account.role = role;
                        account.name = name;
                        account.baseUrl = QUrl(u"https://gateway.example/api/v1"_s);
                        account.secretName = u"secret-of-"_s + name;
                        account.addedAt = june(1);
                        return AccountRepository(database).add(account);
                    })
                    .result();
    }

    KeyId addKey(AccountId account, const KeyFacts &facts)
    {
        return *m_world->storage
                    .write([account, facts](Database &database) {
                        return KeyRepository(database).apply(account, facts, june(2));
                    })
                    .result();
    }

    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(StoredSendChoicesTest)
#include "tst_stored_send_choices.moc"
