// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rotation_repository.h"
#include "support/key_world.h"
#include "sync/network_key_service.h"
#include "sync/network_rotation_service.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;
using Mood = KeyGateway::Mood;
using Step = RotationStep;

namespace {

const QByteArray ShopSecret = "sk-test-shop-00000001";
const QByteArray BatchSecret = "sk-test-batch-0000002";
const QByteArray NewSecret = "sk-test-pasted-000003";

std::shared_ptr<const Secret> secret(const QByteArray &text)
{
    return std::make_shared<const Secret>(*Secret::fromInput(text));
}

} // namespace

//! Rotations whose new key is made at the gateway's own page, and those of the key an account is asked with.
class NetworkRotationPastedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rotations.reset();
        m_keys.reset();
        m_world = std::make_unique<KeyWorld>();
        m_world->gateway.keys = {{ShopSecret, u"shop"_s, u"5"_s}, {BatchSecret, u"batch"_s}};
    }

    // --- A gateway that lists its keys and makes none for us

    void aPastedKeyIsKeptProvedAndFound()
    {
        listed();
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::InvalidInput); // to be pasted
        makeAtTheGateway();
        (void)await(m_world->sync->poll(m_world->account));
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
        QCOMPARE(step(), Step::Deploy);
        QCOMPARE(newKey().name, u"shop 2"_s);
        QCOMPARE(newKey().replaces, m_old);
        QCOMPARE(m_world->secrets.textOf(newKey().secretName), NewSecret);
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        goOn(Step::Delete); // this gateway lets us disable and delete
        m_world->clock.moveTo(june(25, 9));
        goOn(Step::Done);
        QVERIFY(!m_world->gateway.byName(u"shop"_s));
        QVERIFY(m_world->gateway.accepts(NewSecret));
    }

    void aPastedKeyThatIsNotListedYetIsFoundByTheNextPoll()
    {
        listed();
        makeAtTheGateway();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
        QVERIFY(!rotation().newKey);
        (void)await(m_world->sync->poll(m_world->account));
        QTRY_VERIFY(rotation().newKey);
        QCOMPARE(newKey().name, u"shop 2"_s);
        QCOMPARE(newKey().replaces, m_old);
        QCOMPARE(newKey().secretName, rotation().newSecretName);
    }

    void whatIsNoNewKeyIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("the old one") << ShopSecret << Error::Kind::SecretMismatch;
        QTest::newRow("the account's")
            << QByteArray("sk-test-management-0001") << Error::Kind::SecretMismatch;
        QTest::newRow("one that does not work") << NewSecret << Error::Kind::Rejected;
    }

    void whatIsNoNewKeyIsNotTaken()
    {
        QFETCH(const QByteArray, pasted);
        QFETCH(const Error::Kind, kind);
        listed();
        const auto entries = m_world->secrets.kept.size();
        QCOMPARE(await(m_rotations->paste(m_id, secret(pasted))).error().kind, kind);
        QCOMPARE(step(), Step::Create);
        QCOMPARE(m_world->secrets.kept.size(), entries);
        makeAtTheGateway();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
    }

    void aPastedKeyThatNobodyCouldProveIsKept()
    {
        listed();
        makeAtTheGateway();
        m_world->gateway.moods = {{"GET /me", Mood::LosesBoth}};
        QCOMPARE(await(m_rotations->paste(m_id, secret(NewSecret))).error().kind, Error::Kind::Network);
        QCOMPARE(step(), Step::Save);
        m_world->gateway.moods.clear();
        goOn(Step::Deploy);
    }

    void aKeychainThatRefusesKeepsThePlace()
    {
        listed();
        makeAtTheGateway();
        m_world->secrets.writeFails = Error::Kind::KeychainLocked;
        QCOMPARE(
            await(m_rotations->paste(m_id, secret(NewSecret))).error().kind, Error::Kind::KeychainLocked);
        QCOMPARE(step(), Step::Create);
        m_world->secrets.writeFails.reset();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
    }

    // --- An account whose only key is its own

    void thePastedKeyBecomesTheAccounts()
    {
        alone();
        makeAtTheGateway();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
        QCOMPARE(accountSecret(), ShopSecret); // until it is in use
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        goOn(Step::Disable);
        QCOMPARE(accountSecret(), NewSecret);
        QCOMPARE(account().maskedKey, secret(NewSecret)->masked());
        QCOMPARE(m_world->single(u"SELECT COUNT(*) FROM account WHERE key_fingerprint = '%1'"_s.arg(
                     secret(NewSecret)->fingerprint())),
            1);
        QVERIFY(m_world->secrets.holds(ShopSecret)); // kept until the end
        QCOMPARE(newKey().remoteId, u"self"_s);
        QCOMPARE(newKey().replaces, m_old);
        QCOMPARE(m_world->gateway.count("PATCH"), 0);
        (void)await(m_world->sync->poll(m_world->account));
        QCOMPARE(m_world->keys().size(), 2); // the row that polls fill is the new one's

        goOn(Step::Delete); // "I have disabled it"
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::TooEarly);
        m_world->clock.moveTo(june(25, 9));
        goOn(Step::Done); // "I have deleted it"
        QVERIFY(!m_world->secrets.holds(ShopSecret));
        QCOMPARE(accountSecret(), NewSecret);
        QVERIFY(old().goneAt);
        QCOMPARE(m_world->gateway.count("DELETE"), 0);
    }

    void anAccountIsNotSwitchedToAKeyThatDoesNotWork()
    {
        alone();
        makeAtTheGateway();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        m_world->gateway.byName(u"shop 2"_s)->isDisabled = true;
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QCOMPARE(accountSecret(), ShopSecret);
        QCOMPARE(step(), Step::Watch);
    }

    void aSwitchIsWholeOrNotAtAll()
    {
        alone();
        makeAtTheGateway();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        (void)m_world->storage
            ->write([](Database &database) {
                return database.execute(
                    u"CREATE TRIGGER refuse BEFORE UPDATE ON rotation BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
            })
            .result();
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QCOMPARE(accountSecret(), ShopSecret);
        QCOMPARE(old().remoteId, u"self"_s);
        QCOMPARE(m_world->keys().size(), 1);
    }

    void undoneTheAccountStaysWithTheNewKey()
    {
        alone();
        makeAtTheGateway();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        goOn(Step::Disable);
        QVERIFY(await(m_rotations->undoDisable(m_id)));
        QCOMPARE(step(), Step::Watch);
        QCOMPARE(accountSecret(), NewSecret);
        goOn(Step::Disable);
        goOn(Step::Delete);
        QVERIFY(m_world->secrets.holds(ShopSecret));
    }

    void cancelledBeforeTheSwitchThePastedSecretGoes()
    {
        alone();
        makeAtTheGateway();
        QVERIFY(await(m_rotations->paste(m_id, secret(NewSecret))));
        QVERIFY(await(m_rotations->cancel(m_id)));
        QVERIFY(!m_world->secrets.holds(NewSecret));
        QCOMPARE(accountSecret(), ShopSecret);
    }

    // --- An account's own key at a gateway that lets us change it

    void theAccountsOwnKeyIsExchangedAndDisabledUnderItsNameThere()
    {
        m_world->connector->management.findsOwnKey = true;
        begin(ShopSecret, KeyRole::Management, u"self"_s);
        goOn(Step::Save);
        const auto made = newKey();
        QVERIFY(m_world->gateway.byName(made.name));
        QCOMPARE(m_world->gateway.byName(made.name)->limit, u"5.000000000"_s);
        goOn(Step::Deploy);
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        goOn(Step::Delete);
        QVERIFY(m_world->gateway.byName(u"shop"_s)->isDisabled);
        QCOMPARE(old().remoteId, key_double::hashOf(ShopSecret));
        QCOMPARE(newKey().id, made.id);
        QCOMPARE(newKey().remoteId, u"self"_s);
        QCOMPARE(accountSecret(), m_world->gateway.byName(made.name)->secret);
        (void)await(m_world->sync->poll(m_world->account));
        QCOMPARE(m_world->keys().size(), 3);
        QCOMPARE(newKey().name, made.name);
        QVERIFY(old().isDisabled && !old().goneAt);
        m_world->clock.moveTo(june(25, 9));
        goOn(Step::Done);
        QVERIFY(!m_world->gateway.byName(u"shop"_s));
        QVERIFY(m_world->gateway.accepts(accountSecret()));
        QVERIFY(!m_world->secrets.holds(ShopSecret));
    }

private:
    void begin(const QByteArray &own, KeyRole role, const QString &remoteId)
    {
        m_world->begin(own, role);
        m_keys = std::make_unique<NetworkKeyService>(m_world->partners());
        m_rotations = std::make_unique<NetworkRotationService>(m_world->partners(), *m_keys);
        const auto known = m_world->read([account = m_world->account, remoteId](Database &database) {
            return KeyRepository(database).byRemoteId(account, remoteId);
        });
        QVERIFY(known);
        m_old = known->id;
        const auto started = await(m_rotations->start(m_old));
        QVERIFY(started);
        m_id = *started;
    }
    void listed()
    {
        m_world->connector->createsKeys = false;
        begin(m_world->gateway.management, KeyRole::Management, key_double::hashOf(ShopSecret));
        QVERIFY(rotation().isPasted);
    }
    void alone()
    {
        m_world->connector->listsKeys = false;
        begin(ShopSecret, KeyRole::Ordinary, u"self"_s);
        QVERIFY(rotation().isPasted);
    }
    void makeAtTheGateway() { m_world->gateway.keys.append({NewSecret, u"shop 2"_s}); }
    void goOn(Step next)
    {
        const auto taken = await(m_rotations->proceed(m_id));
        QVERIFY2(taken, taken ? "" : qPrintable(toText(taken.error().kind) + u' ' + taken.error().detail));
        QCOMPARE(step(), next);
    }
    Rotation rotation() const
    {
        return m_world->read(
            [id = m_id](Database &database) { return RotationRepository(database).byId(id); });
    }
    Step step() const { return rotation().step; }
    ApiKey byId(KeyId id) const
    {
        return m_world->read([id](Database &database) { return KeyRepository(database).byId(id); });
    }
    ApiKey old() const { return byId(m_old); }
    ApiKey newKey() const { return byId(rotation().newKey.value_or(KeyId())); }
    Account account() const
    {
        return m_world->read(
            [id = m_world->account](Database &database) { return AccountRepository(database).byId(id); });
    }
    QByteArray accountSecret() const { return m_world->secrets.textOf(account().secretName); }

    std::unique_ptr<KeyWorld> m_world;
    std::unique_ptr<NetworkKeyService> m_keys;
    std::unique_ptr<NetworkRotationService> m_rotations;
    KeyId m_old;
    RotationId m_id;
};

QTEST_GUILESS_MAIN(NetworkRotationPastedTest)
#include "tst_network_rotation_pasted.moc"
