// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_secret_store.h"
#include "support/await.h"
#include "support/keyring_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! A gnome-keyring that a person would have to unlock, and no display to ask on.
class TestKeychainLocked : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void neverTakesALockedKeyForNoKey();
    void saysLockedForAnAccountWithoutAKeyToo();
    void removesNothingAndSaysSo();
    void writesNothingAndSaysSo();
    void asksOnceAndStaysLockedWhenDismissed();
    void goesOnAfterUnlocking();
};

static std::shared_ptr<const Secret> secretOf(const QByteArray &bytes)
{
    return std::make_shared<const Secret>(*Secret::fromInput(bytes));
}

static const auto Service = u"tollkeeper"_s;

void TestKeychainLocked::initTestCase()
{
    if (keyringSession::state() != u"locked"_s)
        QSKIP("needs with-keyring.sh --locked");
}

void TestKeychainLocked::init()
{
    QVERIFY(keyringSession::unlock());
    QVERIFY(keyringSession::toolStore(Service, u"a"_s, "sk-kept"_ba));
    QVERIFY(keyringSession::lock());
}

void TestKeychainLocked::neverTakesALockedKeyForNoKey()
{
    KeychainSecretStore store(Service);

    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainLocked);
}

void TestKeychainLocked::saysLockedForAnAccountWithoutAKeyToo()
{
    KeychainSecretStore store(Service);

    QCOMPARE(await(store.read(u"nobody"_s)).error().kind, Error::Kind::KeychainLocked);
}

void TestKeychainLocked::removesNothingAndSaysSo()
{
    KeychainSecretStore store(Service);

    const auto removed = await(store.remove(u"a"_s));

    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, Error::Kind::KeychainLocked);
    QVERIFY(keyringSession::unlock());
    QCOMPARE(keyringSession::toolLookup(Service, u"a"_s), "sk-kept"_ba);
}

void TestKeychainLocked::writesNothingAndSaysSo()
{
    KeychainSecretStore store(Service);

    const auto written = await(store.write(u"a"_s, secretOf("sk-new"_ba)));

    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::KeychainLocked);
    QVERIFY(keyringSession::unlock());
    QCOMPARE(keyringSession::toolLookup(Service, u"a"_s), "sk-kept"_ba);
}

void TestKeychainLocked::asksOnceAndStaysLockedWhenDismissed()
{
    KeychainSecretStore store(Service);
    auto first = store.unlock();

    const auto second = await(store.unlock());
    const auto answer = await(std::move(first));

    QCOMPARE(second.error().kind, Error::Kind::KeychainWaiting);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::KeychainLocked);
    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainLocked);
}

void TestKeychainLocked::goesOnAfterUnlocking()
{
    KeychainSecretStore store(Service);
    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainLocked);

    QVERIFY(keyringSession::unlock());

    QCOMPARE(await(store.read(u"a"_s))->reveal(), "sk-kept"_ba);
    QVERIFY(await(store.remove(u"a"_s)));
    QVERIFY(keyringSession::toolLookup(Service, u"a"_s).isNull());
}

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "tst_keychain_locked.moc"
