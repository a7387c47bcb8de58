// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_secret_store.h"
#include "support/await.h"
#include "support/fake_secret_service.h"
#include "support/keyring_session.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! A service that owns the name and does not do its work.
class TestKeychainUnanswered : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsAKeyringThatComesLate();
    void saysWhenAccessIsDenied();
    void saysThatItWaitsAndGivesUp();
    void keepsTheLoopAlive();
    void givesUpAJobThatHangsWithoutStartingAnother();
    void endsInPeaceWithAJobHanging();
};

static std::shared_ptr<const Secret> secretOf(const QByteArray &bytes)
{
    return std::make_shared<const Secret>(*Secret::fromInput(bytes));
}

static const auto Service = u"tollkeeper"_s;
static const Patience Short{std::chrono::milliseconds(50), std::chrono::milliseconds(300)};
//! For libsecret to be loaded and to ask its first question.
static const Patience Longer{std::chrono::milliseconds(50), std::chrono::seconds(3)};

void TestKeychainUnanswered::initTestCase()
{
    if (keyringSession::state() != u"none"_s)
        QSKIP("needs with-keyring.sh --none");
}

void TestKeychainUnanswered::findsAKeyringThatComesLate()
{
    KeychainSecretStore store(Service);
    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainMissing);

    const FakeSecretService late(FakeSecretService::Mood::Refusing);
    QVERIFY(late.isThere());

    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainDenied);
}

void TestKeychainUnanswered::saysWhenAccessIsDenied()
{
    const FakeSecretService fake(FakeSecretService::Mood::Refusing);
    KeychainSecretStore store(Service);

    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainDenied);
    QCOMPARE(await(store.remove(u"a"_s)).error().kind, Error::Kind::KeychainDenied);
    QCOMPARE(await(store.write(u"a"_s, secretOf("sk-x"_ba))).error().kind, Error::Kind::KeychainDenied);
}

void TestKeychainUnanswered::saysThatItWaitsAndGivesUp()
{
    const FakeSecretService fake(FakeSecretService::Mood::Silent);
    QVERIFY(fake.isThere());
    KeychainSecretStore store(Service, Short);
    QSignalSpy waiting(&store, &SecretStore::waiting);

    auto second = store.read(u"b"_s);
    const auto first = await(store.read(u"a"_s));

    QCOMPARE(first.error().kind, Error::Kind::KeychainWaiting);
    QCOMPARE(await(std::move(second)).error().kind, Error::Kind::KeychainWaiting);
    QCOMPARE(await(store.unlock()).error().kind, Error::Kind::KeychainWaiting);
    const QList<QVariantList> expected{{u"b"_s}, {u"a"_s}};
    QCOMPARE(waiting, expected);
}

void TestKeychainUnanswered::keepsTheLoopAlive()
{
    const FakeSecretService fake(FakeSecretService::Mood::Silent);
    KeychainSecretStore store(Service, Short);
    int ticks = 0;
    QTimer ticking;
    ticking.callOnTimeout(this, [&ticks] { ++ticks; });
    ticking.start(10);

    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainWaiting);

    QVERIFY2(ticks >= 5, qPrintable(QString::number(ticks)));
}

void TestKeychainUnanswered::givesUpAJobThatHangsWithoutStartingAnother()
{
    const FakeSecretService fake(FakeSecretService::Mood::Evasive);
    auto store = std::make_unique<KeychainSecretStore>(Service, Longer);

    QCOMPARE(await(store->read(u"a"_s)).error().kind, Error::Kind::KeychainWaiting);
    QCOMPARE(fake.callsOf(u"ReadAlias"_s), 1);
    QVERIFY(fake.callsOf(u"GetAll"_s) > 0); // only libsecret asks for that: a job did start

    QCOMPARE(await(store->remove(u"a"_s)).error().kind, Error::Kind::KeychainWaiting);
    QCOMPARE(await(store->write(u"a"_s, secretOf("sk-x"_ba))).error().kind, Error::Kind::KeychainWaiting);
    QCOMPARE(fake.callsOf(u"ReadAlias"_s), 1);

    store.reset();
    QCoreApplication::processEvents();
}

void TestKeychainUnanswered::endsInPeaceWithAJobHanging()
{
    // Both last to the end of the program: what is never answered is never freed, and the job is to hang
    // then.
    static const auto *fake = new FakeSecretService(FakeSecretService::Mood::Evasive);
    static auto &unanswered = *new std::vector<Async<Secret>>;
    QVERIFY(fake->isThere());
    {
        KeychainSecretStore store(Service, Short);
        unanswered.push_back(store.read(u"a"_s));
        unanswered.push_back(store.read(u"b"_s));
        QTRY_VERIFY(fake->callsOf(u"GetAll"_s) > 0);
    }
    KeychainSecretStore next(Service, Short);

    QCOMPARE(await(next.read(u"a"_s)).error().kind, Error::Kind::KeychainWaiting);

    QVERIFY(!unanswered[0].isReady() && !unanswered[1].isReady());
}

QTEST_GUILESS_MAIN(TestKeychainUnanswered)
#include "tst_keychain_unanswered.moc"
