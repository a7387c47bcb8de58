// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rotation_repository.h"
#include "support/key_world.h"
#include "sync/network_key_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;
using Mood = KeyGateway::Mood;

Q_DECLARE_METATYPE(KeyGateway::Mood)

namespace {

const QByteArray ShopSecret = "sk-test-shop-00000001";
const QByteArray BatchSecret = "sk-test-batch-0000002";

std::shared_ptr<const Secret> secret(const QByteArray &text)
{
    return std::make_shared<const Secret>(*Secret::fromInput(text));
}

CapWish dollars(qint64 amount)
{
    return {Money::fromNanos(amount * 1'000'000'000), {}};
}

} // namespace

class NetworkKeyServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keys.reset();
        m_world = std::make_unique<KeyWorld>();
        m_world->gateway.keys = {{ShopSecret, u"shop"_s, u"5"_s}, {BatchSecret, u"batch"_s}};
        m_world->begin(m_world->gateway.management, KeyRole::Management);
        m_keys = std::make_unique<NetworkKeyService>(m_world->partners());
    }

    // --- Changes

    void aChangeIsDoneWhenTheGatewayShowsIt()
    {
        QSignalSpy changed(m_keys.get(), &KeyService::keysChanged);
        QVERIFY(await(m_keys->change(shop().id, {.cap = dollars(20)})));
        QCOMPARE(m_world->gateway.byName(u"shop"_s)->limit, u"20.000000000"_s);
        QCOMPARE(shop().cap->limit, *dollars(20).limit);
        QCOMPARE(m_world->doneHere(shop().id), QStringList{u"cap_changed"_s});
        QCOMPARE(m_world->gateway.count("PATCH"), 1);
        QCOMPARE(m_world->gateway.count("GET /keys/"), 1); // asked again
        QCOMPARE(changed.size(), 1);
    }

    void aChangeThatGoesWrong_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("refused") << Mood::Refuses << false << Error::Kind::Rejected;
        QTest::newRow("broken") << Mood::Fails << false << Error::Kind::Rejected;
        QTest::newRow("done, and the answer is lost") << Mood::Loses << true << Error::Kind::Network;
        QTest::newRow("not done, and no answer") << Mood::LosesBoth << false << Error::Kind::Network;
        QTest::newRow("done, and no answer in time") << Mood::StaysSilent << true << Error::Kind::Timeout;
        QTest::newRow("said to be done") << Mood::Ignores << false << Error::Kind::NotApplied;
        QTest::newRow("done, with a page for an answer") << Mood::Babbles << true << Error::Kind::NotAnApi;
    }

    void aChangeThatGoesWrong()
    {
        QFETCH(const Mood, mood);
        QFETCH(const bool, isDone);
        QFETCH(const Error::Kind, kind);
        m_world->gateway.moods = {{"PATCH", mood}};
        const auto before = shop();
        const auto changed = await(m_keys->change(before.id, {.name = u"store"_s, .cap = dollars(20)}));
        QCOMPARE(changed.has_value(), isDone);
        QCOMPARE(m_world->gateway.count("PATCH"), 1); // whatever came back
        if (isDone) {
            QCOMPARE(m_world->doneHere(before.id), (QStringList{u"renamed"_s, u"cap_changed"_s}));
            return;
        }
        QCOMPARE(changed.error().kind, kind);
        QCOMPARE(m_world->gateway.byName(u"shop"_s)->limit, u"5"_s);
        QCOMPARE(shop().cap, before.cap); // both sides are as they were
        QVERIFY(m_world->doneHere(before.id).isEmpty());
        if (kind == Error::Kind::NotApplied)
            QCOMPARE(changed.error().detail, u"name shop; cap 5.000000000 USD"_s);
    }

    void aChangeThatNobodyCanConfirmIsNotStored()
    {
        m_world->gateway.moods = {{"GET /keys/", Mood::LosesBoth}};
        const auto changed = await(m_keys->change(shop().id, {.cap = dollars(20)}));
        QCOMPARE(changed.error().kind, Error::Kind::Network);
        QCOMPARE(shop().cap->limit, *dollars(5).limit);
        QVERIFY(m_world->doneHere(shop().id).isEmpty());
    }

    void whatCannotBeChangedFromHereIsNotTried_data()
    {
        QTest::addColumn<KeyChange>("change");
        QTest::addColumn<bool>("manages");
        QTest::addColumn<Error>("error");
        QTest::newRow("nothing") << KeyChange{} << true
                                 << Error{.kind = Error::Kind::InvalidInput, .detail = u"change"_s};
        QTest::newRow("what no key of it has")
            << KeyChange{.allowedAddresses = QStringList{u"10.0.0.0/8"_s}} << true
            << Error{.kind = Error::Kind::NotOffered, .detail = u"gateway"_s};
        QTest::newRow("what a management key can") << KeyChange{
            .isDisabled = true} << false << Error{.kind = Error::Kind::NotOffered, .detail = u"management"_s};
    }

    void whatCannotBeChangedFromHereIsNotTried()
    {
        QFETCH(const KeyChange, change);
        QFETCH(const bool, manages);
        QFETCH(const Error, error);
        if (!manages)
            setRole(KeyRole::Ordinary);
        const auto changed = await(m_keys->change(shop().id, change));
        QCOMPARE(changed.error().kind, error.kind);
        QCOMPARE(changed.error().detail, error.detail);
        QCOMPARE(m_world->gateway.count("PATCH"), 0);
    }

    void theAccountsOwnKeyIsChangedUnderItsNameAtTheGateway()
    {
        m_world->connector->management.findsOwnKey = true;
        m_world->begin(BatchSecret, KeyRole::Management);
        const auto own = m_world->key(u"batch"_s);
        QVERIFY(own.id.isValid());
        QVERIFY(await(m_keys->change(keyOf(u"self"_s).id, {.name = u"nightly"_s})));
        QCOMPARE(m_world->gateway.byHash(key_double::hashOf(BatchSecret))->name, u"nightly"_s);
        QCOMPARE(keyOf(u"self"_s).name, u"nightly"_s);
    }

    void noPollIsUnderWayWhileSomethingIsChanged()
    {
        auto polling = m_world->sync->poll(m_world->account);
        auto changing = m_keys->change(shop().id, {.cap = dollars(20)});
        auto again = m_world->sync->poll(m_world->account);
        QVERIFY(await(std::move(changing)));
        QVERIFY(await(std::move(polling)));
        QVERIFY(await(std::move(again)));
        QVERIFY(m_world->gateway.mostInFlight() == 1);
    }

    // --- Making

    void aNewKeyLiesInTheKeychainBeforeAnythingElseIsStored()
    {
        qsizetype storedThen = -1;
        m_world->gateway.beforeAnswer = [&](const QByteArray &) { storedThen = m_world->keys().size(); };
        const auto made = await(m_keys->create(m_world->account, {u"  new  "_s, dollars(3)}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(storedThen, 2);
        const auto key = m_world->key(u"new"_s);
        QCOMPARE(key.id, *made);
        QCOMPARE(m_world->secrets.textOf(key.secretName), m_world->gateway.byName(u"new"_s)->secret);
        QCOMPARE(key.cap->limit, *dollars(3).limit);
        QCOMPARE(m_world->doneHere(*made), (QStringList{u"created"_s, u"secret_stored"_s}));
        QCOMPARE(m_world->gateway.count("POST"), 1);
    }

    void aMakingThatGoesWrongLeavesNothing_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<bool>("isKeychainLocked");
        QTest::addColumn<bool>("isProfileFull");
        QTest::addColumn<bool>("isCapIgnored");
        QTest::addColumn<Error::Kind>("kind");
        using Kind = Error::Kind;
        QTest::newRow("refused") << Mood::Refuses << false << false << false << Kind::Rejected;
        QTest::newRow("broken") << Mood::Fails << false << false << false << Kind::Rejected;
        QTest::newRow("the answer is lost") << Mood::Loses << false << false << false << Kind::Network;
        QTest::newRow("nobody answers") << Mood::LosesBoth << false << false << false << Kind::Network;
        QTest::newRow("no answer in time") << Mood::StaysSilent << false << false << false << Kind::Timeout;
        QTest::newRow("a page for an answer") << Mood::Babbles << false << false << false << Kind::NotAnApi;
        QTest::newRow("a locked keychain") << Mood::Well << true << false << false << Kind::KeychainLocked;
        QTest::newRow("a full profile") << Mood::Well << false << true << false << Kind::Storage;
        QTest::newRow("a cap that is not taken") << Mood::Well << false << false << true << Kind::NotApplied;
    }

    void aMakingThatGoesWrongLeavesNothing()
    {
        QFETCH(const Mood, mood);
        QFETCH(const bool, isKeychainLocked);
        QFETCH(const bool, isProfileFull);
        QFETCH(const bool, isCapIgnored);
        QFETCH(const Error::Kind, kind);
        m_world->gateway.moods = {{"POST", mood}};
        if (isCapIgnored) {
            m_world->connector->management.needsTwoRequests = true;
            m_world->gateway.moods = {{"PATCH", Mood::Ignores}};
        }
        if (isKeychainLocked)
            m_world->secrets.writeFails = Error::Kind::KeychainLocked;
        if (isProfileFull)
            m_world->refuseWrites(u"key_event"_s);
        const auto made = await(m_keys->create(m_world->account, {u"new"_s, dollars(3)}));
        QCOMPARE(made.error().kind, kind);
        QCOMPARE(m_world->gateway.count("POST"), 1);
        QCOMPARE(m_world->gateway.keys.size(), 2); // none at the gateway
        QCOMPARE(m_world->secrets.kept.size(), size_t(1)); // none in the keychain
        QVERIFY(!m_world->key(u"new"_s).id.isValid() || m_world->key(u"new"_s).goneAt);
    }

    void aKeyOfTheSameNameThatWasThereBeforeIsNeverTakenForALostOne()
    {
        m_world->gateway.moods = {{"POST", Mood::LosesBoth}};
        QVERIFY(!await(m_keys->create(m_world->account, {u"shop"_s})));
        QVERIFY(m_world->gateway.byName(u"shop"_s));
        m_world->gateway.madeAt = u"2026-06-18T08:00:00Z"_s; // by somebody else, not seen yet
        m_world->gateway.keys.append({"sk-test-other-0000003", u"other"_s});
        QVERIFY(!await(m_keys->create(m_world->account, {u"other"_s})));
        QVERIFY(m_world->gateway.byName(u"other"_s));
    }

    void whatTheMakingCannotSayIsSaidAfterwards()
    {
        m_world->connector->management.needsTwoRequests = true;
        QVERIFY(await(m_keys->create(m_world->account, {u"new"_s, dollars(3)})));
        QCOMPARE(m_world->gateway.byName(u"new"_s)->limit, u"3.000000000"_s);
        QCOMPARE(m_world->key(u"new"_s).cap->limit, *dollars(3).limit);
    }

    void onlyAnAccountThatCanMakesKeys()
    {
        setRole(KeyRole::Ordinary);
        const auto made = await(m_keys->create(m_world->account, {u"new"_s}));
        QCOMPARE(made.error().kind, Error::Kind::NotOffered);
        QCOMPARE(made.error().detail, u"management"_s);
        QCOMPARE(m_world->gateway.count("POST"), 0);
    }

    // --- Deleting

    void aDeletedKeyIsGoneEverywhere_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::newRow("well") << Mood::Well;
        QTest::newRow("the answer is lost") << Mood::Loses;
        QTest::newRow("no answer in time") << Mood::StaysSilent;
        QTest::newRow("a page for an answer") << Mood::Babbles;
    }

    void aDeletedKeyIsGoneEverywhere()
    {
        QFETCH(const Mood, mood);
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        m_world->gateway.moods = {{"DELETE", mood}};
        QVERIFY(await(m_keys->remove(shop().id)));
        QVERIFY(!m_world->gateway.byName(u"shop"_s));
        QVERIFY(shop().goneAt && !shop().holdsSecret());
        QVERIFY(!m_world->secrets.holds(ShopSecret));
        QCOMPARE(m_world->doneHere(shop().id),
            (QStringList{u"secret_stored"_s, u"secret_forgotten"_s, u"deleted"_s}));
        QCOMPARE(m_world->gateway.count("DELETE"), 1);
    }

    void aKeyThatIsNotDeletedStays_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("refused") << Mood::Refuses << Error::Kind::Rejected;
        QTest::newRow("nobody answers") << Mood::LosesBoth << Error::Kind::Network;
        QTest::newRow("said to be done") << Mood::Ignores << Error::Kind::NotApplied;
    }

    void aKeyThatIsNotDeletedStays()
    {
        QFETCH(const Mood, mood);
        QFETCH(const Error::Kind, kind);
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        m_world->gateway.moods = {{"DELETE", mood}};
        QCOMPARE(await(m_keys->remove(shop().id)).error().kind, kind);
        QVERIFY(m_world->gateway.byName(u"shop"_s));
        QVERIFY(!shop().goneAt && shop().holdsSecret());
        QVERIFY(m_world->secrets.holds(ShopSecret));
    }

    void aKeychainThatWillNotForgetIsAskedAgain()
    {
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        m_world->secrets.removeFails = Error::Kind::KeychainLocked;
        QCOMPARE(await(m_keys->remove(shop().id)).error().kind, Error::Kind::KeychainLocked);
        QVERIFY(!shop().goneAt);
        m_world->secrets.removeFails.reset();
        QVERIFY(await(m_keys->remove(shop().id)));
        QVERIFY(shop().goneAt && !m_world->secrets.holds(ShopSecret));
    }

    void theKeyAnAccountIsAskedWithIsNeverDeleted()
    {
        m_world->begin(BatchSecret, KeyRole::Management); // listed by its hash
        QCOMPARE(await(m_keys->remove(keyOf(key_double::hashOf(BatchSecret)).id)).error().kind,
            Error::Kind::InvalidInput);
        QCOMPARE(await(m_keys->forget(keyOf(key_double::hashOf(BatchSecret)).id)).error().kind,
            Error::Kind::InvalidInput);
        QCOMPARE(m_world->gateway.count("DELETE"), 0);
    }

    void aKeyUnderRotationIsNotDeleted()
    {
        Rotation rotation;
        rotation.account = m_world->account;
        rotation.oldKey = shop().id;
        rotation.startedAt = m_world->clock.now();
        (void)m_world->storage
            ->write([rotation](Database &database) { return RotationRepository(database).add(rotation); })
            .result();
        QCOMPARE(await(m_keys->remove(shop().id)).error().kind, Error::Kind::Busy);
        QCOMPARE(m_world->gateway.count("DELETE"), 0);
    }

    // --- Secrets

    void aSecretIsToldByItsHash()
    {
        const auto bound = await(m_keys->match(m_world->account, secret(BatchSecret)));
        QVERIFY(bound && bound->isCertain);
        QCOMPARE(bound->key, m_world->key(u"batch"_s).id);
        const auto stranger = await(m_keys->match(m_world->account, secret("sk-test-stranger-0001")));
        QCOMPARE(stranger.error().kind, Error::Kind::NotFound);
    }

    void aSecretIsKeptForItsKeyOnly()
    {
        QCOMPARE(
            await(m_keys->bind(shop().id, secret(BatchSecret))).error().kind, Error::Kind::SecretMismatch);
        QVERIFY(!m_world->secrets.holds(BatchSecret));
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        QCOMPARE(shop().secretFingerprint, secret(ShopSecret)->fingerprint());
        QCOMPARE(shop().secretMasked, secret(ShopSecret)->masked());
        QCOMPARE(m_world->secrets.textOf(shop().secretName), ShopSecret);
        QCOMPARE(await(m_keys->secretOf(shop().id)).value_or(nullptr)->fingerprint(),
            secret(ShopSecret)->fingerprint());
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret)))); // again: one entry
        QCOMPARE(m_world->secrets.kept.size(), size_t(2));
        QVERIFY(await(m_keys->forget(shop().id)));
        QVERIFY(!shop().holdsSecret() && !m_world->secrets.holds(ShopSecret));
        QVERIFY(m_world->gateway.byName(u"shop"_s)); // the key itself is not touched
        QCOMPARE(m_world->doneHere(shop().id),
            (QStringList{u"secret_stored"_s, u"secret_stored"_s, u"secret_forgotten"_s}));
    }

    void aBindingThatCannotBeStoredLeavesNothing()
    {
        m_world->secrets.writeFails = Error::Kind::KeychainDenied;
        QCOMPARE(
            await(m_keys->bind(shop().id, secret(ShopSecret))).error().kind, Error::Kind::KeychainDenied);
        m_world->secrets.writeFails.reset();
        m_world->refuseWrites(u"key_event"_s);
        QCOMPARE(await(m_keys->bind(shop().id, secret(ShopSecret))).error().kind, Error::Kind::Storage);
        QVERIFY(!shop().holdsSecret() && !m_world->secrets.holds(ShopSecret));
    }

    void theAccountsOwnSecretCanBePutBackButNotExchanged()
    {
        m_world->connector->listsKeys = false;
        m_world->begin(BatchSecret, KeyRole::Ordinary);
        const auto own = keyOf(u"self"_s);
        m_world->secrets.kept.erase(own.secretName); // by another program
        QCOMPARE(await(m_keys->secretOf(own.id)).error().kind, Error::Kind::SecretMissing);
        QCOMPARE(await(m_keys->bind(own.id, secret(ShopSecret))).error().kind, Error::Kind::SecretMismatch);
        QVERIFY(await(m_keys->bind(own.id, secret(BatchSecret))));
        QCOMPARE(m_world->secrets.textOf(own.secretName), BatchSecret);
    }

    void aMissingSecretIsNotedOnce()
    {
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        m_world->secrets.kept.erase(shop().secretName);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(await(m_keys->test(shop().id)).error().kind, Error::Kind::SecretMissing);
        QCOMPARE(m_world->single(u"SELECT COUNT(*) FROM key_event WHERE what = 'secret_missed'"_s), 1);
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        m_world->secrets.kept.erase(shop().secretName);
        QVERIFY(!await(m_keys->secretOf(shop().id)));
        QCOMPARE(m_world->single(u"SELECT COUNT(*) FROM key_event WHERE what = 'secret_missed'"_s), 2);
    }

    void aKeyIsProvedWithItsOwnSecret()
    {
        QCOMPARE(await(m_keys->test(shop().id)).error().kind, Error::Kind::SecretMissing);
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        QVERIFY(await(m_keys->test(shop().id)));
        m_world->gateway.byName(u"shop"_s)->isDisabled = true; // the account's key is good
        const auto tested = await(m_keys->test(shop().id));
        QCOMPARE(tested.error().kind, Error::Kind::Rejected);
        QCOMPARE(tested.error().category, Category::Credentials);
        QCOMPARE(m_world->gateway.count("GET /me"), 2);
    }

    void whileLockedNoSecretIsUsed()
    {
        QVERIFY(await(m_keys->bind(shop().id, secret(ShopSecret))));
        m_keys->setLocked(true);
        const auto id = shop().id;
        QCOMPARE(await(m_keys->secretOf(id)).error().kind, Error::Kind::AppLocked);
        QCOMPARE(await(m_keys->test(id)).error().kind, Error::Kind::AppLocked);
        QCOMPARE(await(m_keys->change(id, {.isDisabled = true})).error().kind, Error::Kind::AppLocked);
        QCOMPARE(await(m_keys->create(m_world->account, {u"new"_s})).error().kind, Error::Kind::AppLocked);
        QCOMPARE(await(m_keys->remove(id)).error().kind, Error::Kind::AppLocked);
        m_keys->setLocked(false);
        QVERIFY(await(m_keys->secretOf(id)));
    }

private:
    ApiKey shop() const { return m_world->key(u"shop"_s).id.isValid() ? m_world->key(u"shop"_s) : ApiKey{}; }
    ApiKey keyOf(const QString &remoteId) const
    {
        const auto all = m_world->keys();
        const auto account = m_world->account;
        const auto found = std::ranges::find_if(
            all, [&](const ApiKey &key) { return key.remoteId == remoteId && key.account == account; });
        return found == all.cend() ? ApiKey{} : *found;
    }
    void setRole(KeyRole role)
    {
        (void)m_world->storage
            ->write([role, account = m_world->account](
                        Database &database) { return AccountRepository(database).setRole(account, role); })
            .result();
    }

    std::unique_ptr<KeyWorld> m_world;
    std::unique_ptr<NetworkKeyService> m_keys;
};

QTEST_GUILESS_MAIN(NetworkKeyServiceTest)
#include "tst_network_key_service.moc"
