// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_secret_store.h"
#include "support/await.h"
#include "support/fake_kwallet.h"
#include "support/keyring_session.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! Plasma 5, where QtKeychain speaks to KWallet and calls every failure a success (trust.md 0.3).
class TestKeychainKWallet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void keepsAKey();
    void neverCallsAFailureASuccess_data();
    void neverCallsAFailureASuccess();
    void noticesThatAnotherKeyCameBack();
    void writesNoPlainTextWhenTheWalletIsShut();
    void cleanupTestCase();

private:
    std::unique_ptr<FakeKWallet> m_wallet;
};

static std::shared_ptr<const Secret> secretOf(const QByteArray &bytes)
{
    return std::make_shared<const Secret>(*Secret::fromInput(bytes));
}

void TestKeychainKWallet::initTestCase()
{
    if (keyringSession::state() != u"none"_s)
        QSKIP("needs with-keyring.sh --none");
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    m_wallet = std::make_unique<FakeKWallet>();
    QVERIFY(m_wallet->isThere());
}

void TestKeychainKWallet::cleanupTestCase()
{
    m_wallet.reset();
}

void TestKeychainKWallet::keepsAKey()
{
    KeychainSecretStore store(u"tollkeeper"_s);

    QCOMPARE(store.backendName(), u"KWallet"_s);
    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
    QVERIFY(await(store.write(u"a"_s, secretOf("sk-one"_ba))));
    QCOMPARE(await(store.read(u"a"_s))->reveal(), "sk-one"_ba);
    QVERIFY(await(store.remove(u"a"_s)));
    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
}

void TestKeychainKWallet::neverCallsAFailureASuccess_data()
{
    QTest::addColumn<bool>("isError");

    QTest::newRow("D-Bus error") << true;
    QTest::newRow("-1") << false;
}

void TestKeychainKWallet::neverCallsAFailureASuccess()
{
    QFETCH(const bool, isError);
    KeychainSecretStore store(u"tollkeeper"_s);
    QVERIFY(await(store.write(u"a"_s, secretOf("sk-one"_ba))));

    m_wallet->setMood(isError ? FakeKWallet::Mood::Errors : FakeKWallet::Mood::Fails);
    const auto read = await(store.read(u"a"_s));
    const auto written = await(store.write(u"a"_s, secretOf("sk-two"_ba)));
    const auto removed = await(store.remove(u"a"_s));
    m_wallet->setMood(FakeKWallet::Mood::Works);

    QCOMPARE(read.error().kind, Error::Kind::KeychainFailed);
    QCOMPARE(written.error().kind, Error::Kind::KeychainFailed);
    QCOMPARE(removed.error().kind, Error::Kind::KeychainFailed);
    QCOMPARE(await(store.read(u"a"_s))->reveal(), "sk-one"_ba);
}

void TestKeychainKWallet::noticesThatAnotherKeyCameBack()
{
    KeychainSecretStore store(u"tollkeeper"_s);
    QVERIFY(await(store.write(u"a"_s, secretOf("sk-one"_ba))));

    m_wallet->setMood(FakeKWallet::Mood::Forgets);
    const auto written = await(store.write(u"a"_s, secretOf("sk-two"_ba)));
    m_wallet->setMood(FakeKWallet::Mood::Works);

    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::KeychainFailed);
}

void TestKeychainKWallet::writesNoPlainTextWhenTheWalletIsShut()
{
    const auto canary = "sk-canary-77e0b1d4c9"_ba;
    KeychainSecretStore store(u"tollkeeper"_s);

    m_wallet->setMood(FakeKWallet::Mood::Closed);
    const auto written = await(store.write(u"a"_s, secretOf(canary)));
    m_wallet->setMood(FakeKWallet::Mood::Works);

    QVERIFY(!written);
    QCOMPARE(keyringSession::filesWith(canary), QStringList());
    QCOMPARE(keyringSession::filesWith(canary.toBase64()), QStringList());
}

QTEST_GUILESS_MAIN(TestKeychainKWallet)
#include "tst_keychain_kwallet.moc"
