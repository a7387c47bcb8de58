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

Q_DECLARE_METATYPE(KeyGateway::Mood)

namespace {

const QByteArray ShopSecret = "sk-test-shop-00000001";
const QByteArray BatchSecret = "sk-test-batch-0000002";

} // namespace

//! A rotation at a gateway that lets us make, disable and delete keys.
class NetworkRotationServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rotations.reset();
        m_keys.reset();
        m_world = std::make_unique<KeyWorld>();
        m_world->gateway.keys = {{ShopSecret, u"shop"_s, u"5"_s}, {BatchSecret, u"batch"_s}};
        m_world->begin(m_world->gateway.management, KeyRole::Management);
        m_shop = m_world->key(u"shop"_s).id;
        restart();
        const auto started = await(m_rotations->start(m_shop));
        QVERIFY(started);
        m_id = *started;
    }

    void cleanup()
    {
        // Whatever a test did: a key that works stands at the gateway, and its secret in the keychain if the
        // old one does not work any more.
        const auto &kept = m_world->secrets.kept;
        QVERIFY(m_world->gateway.accepts(ShopSecret) || std::ranges::any_of(kept, [this](const auto &entry) {
            return m_world->gateway.accepts(entry.second.reveal());
        }));
    }

    void theWholeWay()
    {
        (void)m_world->storage
            ->write([id = m_shop](Database &database) {
                return KeyRepository(database).label(id, {u"prod"_s, u"web"_s, u"Ada"_s, {u"eu"_s}}, june(1));
            })
            .result();
        QCOMPARE(step(), Step::Create);
        proceedTo(Step::Save);
        const auto made = newKey();
        QVERIFY(made.name.startsWith(u"shop-"_s));
        QCOMPARE(m_world->gateway.byName(made.name)->limit, u"5.000000000"_s); // the limits of the old one
        QCOMPARE(newSecret(), m_world->gateway.byName(made.name)->secret);
        proceedTo(Step::Deploy);
        QCOMPARE(newKey().replaces, m_shop);
        QCOMPARE(newKey().labels, m_world->key(u"shop"_s).labels);
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::InvalidInput); // the person's
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        QCOMPARE(step(), Step::Watch);
        QVERIFY(m_world->gateway.accepts(ShopSecret));
        proceedTo(Step::Delete);
        QVERIFY(m_world->gateway.byName(u"shop"_s)->isDisabled);
        QVERIFY(m_world->key(u"shop"_s).isDisabled);
        const auto early = await(m_rotations->proceed(m_id));
        QCOMPARE(early.error().kind, Error::Kind::TooEarly);
        QCOMPARE(early.error().detail, u"2026-06-25T09:00:00Z"_s);
        QVERIFY(m_world->gateway.byName(u"shop"_s));
        m_world->clock.moveTo(june(25, 9));
        proceedTo(Step::Done);
        QVERIFY(!m_world->gateway.byName(u"shop"_s));
        QVERIFY(m_world->key(u"shop"_s).goneAt);
        QVERIFY(rotation().endedAt);
        QCOMPARE(m_world->doneHere(m_shop),
            (QStringList{u"rotation_started"_s, u"disabled"_s, u"deleted"_s, u"rotation_ended"_s}));
        QCOMPARE(m_world->doneHere(newKey().id), (QStringList{u"created"_s, u"secret_stored"_s}));
        QCOMPARE(m_world->gateway.count("POST"), 1);
        QCOMPARE(m_world->gateway.count("DELETE"), 1);
    }

    void aRestartAfterEveryStepChangesNothing()
    {
        const QList<Step> steps{Step::Save, Step::Deploy, Step::Watch, Step::Delete, Step::Done};
        for (const auto next : steps) {
            restart();
            if (next == Step::Done)
                m_world->clock.moveTo(june(25, 9));
            if (next == Step::Watch)
                QVERIFY(await(m_rotations->confirmDeployed(m_id)));
            else
                proceedTo(next);
            QCOMPARE(step(), next);
        }
        QCOMPARE(m_world->gateway.count("POST"), 1);
    }

    void aKeyIsRotatedOnceAtATime()
    {
        QCOMPARE(await(m_rotations->start(m_shop)).error().kind, Error::Kind::Busy);
        proceedTo(Step::Save);
        QCOMPARE(await(m_rotations->start(newKey().id)).error().kind, Error::Kind::Busy);
        QCOMPARE(await(m_keys->forget(newKey().id)).error().kind, Error::Kind::Busy);
        QVERIFY(await(m_rotations->cancel(m_id)));
        QVERIFY(await(m_rotations->start(m_shop)));
    }

    void twoCallsAtOnceMakeOneKey()
    {
        auto first = m_rotations->proceed(m_id);
        auto second = m_rotations->proceed(m_id);
        QVERIFY(await(std::move(first)));
        QVERIFY(await(std::move(second)));
        QCOMPARE(m_world->gateway.count("POST"), 1);
        QCOMPARE(step(), Step::Deploy);
    }

    // --- Create

    void aMakingThatGoesWrongLeavesNoStrayKey_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<int>("trouble"); // 1: keychain, 2: profile
        QTest::newRow("refused") << Mood::Refuses << 0;
        QTest::newRow("broken") << Mood::Fails << 0;
        QTest::newRow("the answer is lost") << Mood::Loses << 0;
        QTest::newRow("nobody answers") << Mood::LosesBoth << 0;
        QTest::newRow("no answer in time") << Mood::StaysSilent << 0;
        QTest::newRow("a page for an answer") << Mood::Babbles << 0;
        QTest::newRow("a locked keychain") << Mood::Well << 1;
        QTest::newRow("a profile that is full") << Mood::Well << 2;
    }

    void aMakingThatGoesWrongLeavesNoStrayKey()
    {
        QFETCH(const Mood, mood);
        QFETCH(const int, trouble);
        m_world->gateway.moods = {{"POST", mood}};
        if (trouble == 1)
            m_world->secrets.writeFails = Error::Kind::KeychainLocked;
        if (trouble == 2)
            m_world->refuseWrites(u"key_event"_s);
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QCOMPARE(step(), Step::Create);
        if (trouble == 2)
            allowWrites();
        m_world->gateway.moods.clear();
        m_world->secrets.writeFails.reset();
        restart();
        proceedTo(Step::Save);
        proceedTo(Step::Deploy);
        QCOMPARE(m_world->gateway.keys.size(), 3); // one new key, and no other
        QVERIFY(m_world->gateway.accepts(newSecret()));
        QVERIFY(m_world->gateway.accepts(ShopSecret));
    }

    void aLostKeyIsFoundAgainWhenTheGatewayCanBeAskedAgain()
    {
        m_world->gateway.moods = {{"POST", Mood::Loses}, {"DELETE", Mood::Refuses}};
        QVERIFY(!await(m_rotations->proceed(m_id))); // made, lost, and it cannot be deleted yet
        QCOMPARE(m_world->gateway.keys.size(), 3);
        QVERIFY(!await(m_rotations->proceed(m_id))); // so no other is made
        QCOMPARE(m_world->gateway.count("POST"), 1);
        QCOMPARE(
            await(m_rotations->cancel(m_id)).error().kind, Error::Kind::Rejected); // nor is it left behind
        m_world->gateway.moods.clear();
        restart();
        proceedTo(Step::Save);
        QCOMPARE(m_world->gateway.keys.size(), 3);
        QVERIFY(m_world->gateway.accepts(newSecret()));
        QCOMPARE(m_world->gateway.count("POST"), 2);
    }

    void whatTheGatewayTellsOfTheOldKeyIsAskedFirst()
    {
        m_world->gateway.moods = {{"GET /keys/", Mood::Fails}};
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QCOMPARE(m_world->gateway.count("POST"), 0);
        QCOMPARE(step(), Step::Create);
    }

    // --- Save

    void aKeyThatIsNotProvedIsNotDeployed()
    {
        proceedTo(Step::Save);
        m_world->gateway.moods = {{"GET /me", Mood::Fails}};
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QCOMPARE(step(), Step::Save);
        QCOMPARE(await(m_rotations->confirmDeployed(m_id)).error().kind, Error::Kind::InvalidInput);
        m_world->gateway.moods.clear();
        proceedTo(Step::Deploy);
    }

    void aSecretThatWasRemovedMeanwhileIsMadeAnew()
    {
        proceedTo(Step::Save);
        const auto first = newSecret();
        m_world->secrets.kept.erase(rotation().newSecretName);
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::SecretMissing);
        proceedTo(Step::Save);
        proceedTo(Step::Deploy);
        QCOMPARE(m_world->gateway.keys.size(), 3);
        QVERIFY(!m_world->gateway.accepts(first));
        QVERIFY(m_world->gateway.accepts(newSecret()));
    }

    // --- Disable

    void nothingHappensToTheOldKeyBeforeTheNewOneIsInUse()
    {
        proceedTo(Step::Save);
        proceedTo(Step::Deploy);
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QCOMPARE(m_world->gateway.count("PATCH"), 0);
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
        m_world->gateway.byName(newKey().name)->isDisabled = true; // by somebody
        QCOMPARE(await(m_rotations->proceed(m_id)).error().category, Category::Credentials);
        m_world->gateway.byName(newKey().name)->isDisabled = false;
        m_world->secrets.readFails = Error::Kind::KeychainLocked;
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::KeychainLocked);
        QCOMPARE(m_world->gateway.count("PATCH"), 0);
        QCOMPARE(step(), Step::Watch);
        m_world->secrets.readFails.reset();
        proceedTo(Step::Delete);
    }

    void aStepThatIsStoredWithoutWhatLedToItIsNotBelieved_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("missing");
        QTest::newRow("not said to be deployed") << u"watch"_s << u"deployed_at"_s;
        QTest::newRow("not proved") << u"disable"_s << u"saved_at"_s;
        QTest::newRow("not disabled") << u"delete"_s << u"disabled_at"_s;
    }

    void aStepThatIsStoredWithoutWhatLedToItIsNotBelieved()
    {
        QFETCH(const QString, step);
        QFETCH(const QString, missing);
        goToWatch();
        (void)m_world->storage
            ->write([step, missing](Database &database) {
                return database.execute(u"UPDATE rotation SET step = '%1', %2 = NULL"_s.arg(step, missing));
            })
            .result();
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::InvalidInput);
        QVERIFY(m_world->gateway.accepts(ShopSecret));
    }

    void disablingThatGoesWrongCanBeRepeated_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("refused") << Mood::Refuses << false;
        QTest::newRow("nobody answers") << Mood::LosesBoth << false;
        QTest::newRow("said to be done") << Mood::Ignores << false;
        QTest::newRow("the answer is lost") << Mood::Loses << true;
        QTest::newRow("no answer in time") << Mood::StaysSilent << true;
    }

    void disablingThatGoesWrongCanBeRepeated()
    {
        QFETCH(const Mood, mood);
        QFETCH(const bool, isDone);
        goToWatch();
        m_world->gateway.moods = {{"PATCH", mood}};
        QCOMPARE(await(m_rotations->proceed(m_id)).has_value(), isDone);
        QCOMPARE(m_world->gateway.count("PATCH"), 1);
        QCOMPARE(step(), isDone ? Step::Delete : Step::Disable);
        QCOMPARE(m_world->gateway.byName(u"shop"_s)->isDisabled, isDone);
        QCOMPARE(m_world->key(u"shop"_s).isDisabled, isDone);
        m_world->gateway.moods.clear();
        restart();
        if (!isDone)
            proceedTo(Step::Delete);
        QVERIFY(m_world->gateway.byName(u"shop"_s)->isDisabled);
    }

    void disablingCanBeUndone()
    {
        goToWatch();
        proceedTo(Step::Delete);
        m_world->gateway.moods = {{"PATCH", Mood::Refuses}};
        QVERIFY(!await(m_rotations->undoDisable(m_id)));
        QCOMPARE(step(), Step::Delete);
        m_world->gateway.moods.clear();
        QVERIFY(await(m_rotations->undoDisable(m_id)));
        QCOMPARE(step(), Step::Watch);
        QVERIFY(m_world->gateway.accepts(ShopSecret));
        QVERIFY(!rotation().disabledAt);
        m_world->clock.moveTo(june(28));
        proceedTo(Step::Delete);
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::TooEarly); // counted anew
    }

    // --- Delete

    void deletingThatGoesWrongCanBeRepeated_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("refused") << Mood::Refuses << false;
        QTest::newRow("nobody answers") << Mood::LosesBoth << false;
        QTest::newRow("said to be done") << Mood::Ignores << false;
        QTest::newRow("the answer is lost") << Mood::Loses << true;
    }

    void deletingThatGoesWrongCanBeRepeated()
    {
        QFETCH(const Mood, mood);
        QFETCH(const bool, isDone);
        goToDelete();
        m_world->gateway.moods = {{"DELETE", mood}};
        QCOMPARE(await(m_rotations->proceed(m_id)).has_value(), isDone);
        QCOMPARE(step(), isDone ? Step::Done : Step::Delete);
        m_world->gateway.moods.clear();
        if (!isDone)
            proceedTo(Step::Done);
        QVERIFY(!m_world->gateway.byName(u"shop"_s));
        QVERIFY(m_world->gateway.accepts(newSecret()));
    }

    void theSecretOfTheOldKeyGoesWithIt()
    {
        QVERIFY(await(m_keys->bind(m_shop, std::make_shared<const Secret>(*Secret::fromInput(ShopSecret)))));
        goToDelete();
        QVERIFY(m_world->secrets.holds(ShopSecret));
        m_world->secrets.removeFails = Error::Kind::KeychainLocked;
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QCOMPARE(step(), Step::Delete);
        m_world->secrets.removeFails.reset();
        proceedTo(Step::Done); // the gateway has no such key any more
        QVERIFY(!m_world->secrets.holds(ShopSecret));
        QVERIFY(!m_world->key(u"shop"_s).holdsSecret());
    }

    void anOldKeyThatSomebodyEnabledAgainIsNotDeleted()
    {
        goToDelete();
        m_world->gateway.byName(u"shop"_s)->isDisabled = false;
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::NotApplied);
        QCOMPARE(step(), Step::Watch);
        QVERIFY(m_world->gateway.byName(u"shop"_s));
    }

    void theOldKeyStaysWhenTheNewOneStoppedWorking()
    {
        goToDelete();
        m_world->gateway.keys.removeIf([](const auto &key) { return key.name.startsWith(u"shop-"_s); });
        QVERIFY(!await(m_rotations->proceed(m_id)));
        QVERIFY(m_world->gateway.byName(u"shop"_s));
        QVERIFY(await(m_rotations->undoDisable(m_id))); // the way out
        QVERIFY(m_world->gateway.accepts(ShopSecret));
    }

    void anOldKeyThatIsGoneAlreadyEndsTheRotation()
    {
        goToWatch();
        m_world->gateway.keys.removeIf([](const auto &key) { return key.name == u"shop"_s; });
        (void)await(m_world->sync->poll(m_world->account));
        proceedTo(Step::Done);
        QVERIFY(m_world->gateway.accepts(newSecret()));
    }

    // --- Besides

    void cancelledAnywhereBothKeysStay_data()
    {
        QTest::addColumn<Step>("at");
        for (const auto at : {Step::Create, Step::Save, Step::Deploy, Step::Watch, Step::Delete})
            QTest::addRow("%s", toText(at).data()) << at;
    }

    void cancelledAnywhereBothKeysStay()
    {
        QFETCH(const Step, at);
        const QList<Step> steps{Step::Save, Step::Deploy, Step::Watch, Step::Delete};
        for (const auto next : steps) {
            if (step() == at)
                break;
            if (next == Step::Watch)
                QVERIFY(await(m_rotations->confirmDeployed(m_id)));
            else
                proceedTo(next);
        }
        QCOMPARE(step(), at);
        const auto before = m_world->gateway.keys.size();
        QVERIFY(await(m_rotations->cancel(m_id)));
        QCOMPARE(step(), Step::Cancelled);
        QCOMPARE(m_world->gateway.keys.size(), before);
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::NotFound);
        QVERIFY(m_world->gateway.byName(u"shop"_s));
    }

    void theNewKeyIsGivenAsALineOfAnEnvironmentFile()
    {
        QCOMPARE(await(m_rotations->newSecret(m_id)).error().kind, Error::Kind::SecretMissing);
        proceedTo(Step::Save);
        const auto line = await(m_rotations->newSecret(m_id));
        QVERIFY(line);
        QCOMPARE((*line)->reveal(), "DOUBLE_API_KEY=" + newSecret());
    }

    void whileLockedNoSecretIsUsed()
    {
        proceedTo(Step::Save);
        m_rotations->setLocked(true);
        QCOMPARE(await(m_rotations->newSecret(m_id)).error().kind, Error::Kind::AppLocked);
        QCOMPARE(await(m_rotations->proceed(m_id)).error().kind, Error::Kind::AppLocked);
        QCOMPARE(await(m_rotations->undoDisable(m_id)).error().kind, Error::Kind::AppLocked);
        QCOMPARE(step(), Step::Save);
    }

    void aPutOffRotationKnowsUntilWhen()
    {
        QVERIFY(await(m_rotations->waitUntil(m_id, june(19, 9))));
        QCOMPARE(rotation().waitUntil, june(19, 9));
    }

    void theNameOfTheNextNewKeyDoesNotGrow()
    {
        goToDelete();
        proceedTo(Step::Done);
        const auto second = newKey().name.size();
        const auto next = await(m_rotations->start(newKey().id));
        QVERIFY(next);
        m_id = *next;
        QCOMPARE(rotation().newName.size(), second);
    }

private:
    void restart()
    {
        m_rotations.reset();
        m_keys = std::make_unique<NetworkKeyService>(m_world->partners());
        m_rotations = std::make_unique<NetworkRotationService>(m_world->partners(), *m_keys);
    }
    void proceedTo(Step next)
    {
        const auto taken = await(m_rotations->proceed(m_id));
        QVERIFY2(taken, taken ? "" : qPrintable(toText(taken.error().kind) + u' ' + taken.error().detail));
        QCOMPARE(step(), next);
    }
    void goToWatch()
    {
        proceedTo(Step::Save);
        proceedTo(Step::Deploy);
        QVERIFY(await(m_rotations->confirmDeployed(m_id)));
    }
    void goToDelete()
    {
        goToWatch();
        proceedTo(Step::Delete);
        m_world->clock.moveTo(june(25, 9));
    }
    void allowWrites()
    {
        (void)m_world->storage
            ->write([](Database &database) { return database.execute(u"DROP TRIGGER refuse"_s); })
            .result();
    }
    Rotation rotation() const
    {
        return m_world->read(
            [id = m_id](Database &database) { return RotationRepository(database).byId(id); });
    }
    Step step() const { return rotation().step; }
    ApiKey newKey() const
    {
        const auto id = rotation().newKey.value_or(KeyId());
        return m_world->read([id](Database &database) { return KeyRepository(database).byId(id); });
    }
    QByteArray newSecret() const { return m_world->secrets.textOf(rotation().newSecretName); }

    std::unique_ptr<KeyWorld> m_world;
    std::unique_ptr<NetworkKeyService> m_keys;
    std::unique_ptr<NetworkRotationService> m_rotations;
    KeyId m_shop;
    RotationId m_id;
};

QTEST_GUILESS_MAIN(NetworkRotationServiceTest)
#include "tst_network_rotation_service.moc"
