// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_secret_store.h"
#include "support/await.h"
#include "support/keyring_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! An open gnome-keyring; secret-tool is the second witness.
class TestKeychainSecretStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesWhatAnotherReaderReads_data();
    void writesWhatAnotherReaderReads();
    void readsWhatAnotherWriterWrote_data();
    void readsWhatAnotherWriterWrote();
    void dropsWhiteSpaceAroundAForeignKey();
    void refusesStoredBytesThatCannotBeAKey();
    void replacesAndRemovesOneAccountOnly();
    void keepsProfilesApart();
    void saysThatNothingIsStored();
    void ignoresEntriesOfOtherPrograms();
    void neverWritesAnEmptySecret();
    void answersManyQuestionsAtOnce();
    void survivesItsOwnEndWithAJobRunning();
    void hasNothingToUnlock();
};

static std::shared_ptr<const Secret> secretOf(const QByteArray &bytes)
{
    return std::make_shared<const Secret>(*Secret::fromInput(bytes));
}

static const auto Service = u"tollkeeper"_s;

void TestKeychainSecretStore::initTestCase()
{
    if (keyringSession::state() != u"unlocked"_s)
        QSKIP("needs with-keyring.sh --unlocked");
}

static void addValues()
{
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("plain") << "sk-or-v1-0123456789abcdef"_ba;
    QTest::newRow("one character") << "x"_ba;
    QTest::newRow("odd at both ends") << "'\"\\-=%$`sk`$%=-\\\"'"_ba;
    QTest::newRow("looks like an option") << "--help"_ba;
    QTest::newRow("looks like base64") << "c2stb3I="_ba;
    QTest::newRow("every visible character") << [] {
        QByteArray all;
        for (char c = '!'; c <= '~'; ++c)
            all.append(c);
        return all;
    }();
    QTest::newRow("8,000 bytes")
        << QByteArray("0123456789").repeated(800); // secret-tool stores at most 8,192
}

void TestKeychainSecretStore::writesWhatAnotherReaderReads_data()
{
    addValues();
    QTest::newRow("60,000 bytes") << QByteArray("0123456789").repeated(6'000);
}

void TestKeychainSecretStore::writesWhatAnotherReaderReads()
{
    QFETCH(const QByteArray, value);
    KeychainSecretStore store(Service);

    const auto written = await(store.write(u"round"_s, secretOf(value)));

    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    QCOMPARE(keyringSession::toolLookup(Service, u"round"_s), value);
    QVERIFY(keyringSession::filesWith(value.size() > 8 ? value : "never there"_ba).isEmpty());
}

void TestKeychainSecretStore::readsWhatAnotherWriterWrote_data()
{
    addValues();
}

void TestKeychainSecretStore::readsWhatAnotherWriterWrote()
{
    QFETCH(const QByteArray, value);
    KeychainSecretStore store(Service);
    QVERIFY(keyringSession::toolStore(Service, u"foreign"_s, value));

    const auto read = await(store.read(u"foreign"_s));

    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->reveal(), value);
}

void TestKeychainSecretStore::dropsWhiteSpaceAroundAForeignKey()
{
    KeychainSecretStore store(Service);
    QVERIFY(keyringSession::toolStore(Service, u"foreign"_s, "\t sk-pasted \n"_ba));

    const auto read = await(store.read(u"foreign"_s));

    QVERIFY(read);
    QCOMPARE(read->reveal(), "sk-pasted"_ba);
}

void TestKeychainSecretStore::refusesStoredBytesThatCannotBeAKey()
{
    KeychainSecretStore store(Service);
    QVERIFY(keyringSession::toolStore(Service, u"foreign"_s, "sk-canary\r\nX-Evil: 1"_ba));

    const auto read = await(store.read(u"foreign"_s));

    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::KeychainFailed);
    QVERIFY(!read.error().detail.contains("canary"_L1));
}

void TestKeychainSecretStore::replacesAndRemovesOneAccountOnly()
{
    KeychainSecretStore store(Service);
    QVERIFY(await(store.write(u"a"_s, secretOf("sk-one"_ba))));
    QVERIFY(await(store.write(u"b"_s, secretOf("sk-two"_ba))));

    QVERIFY(await(store.write(u"b"_s, secretOf("sk-three"_ba))));
    QVERIFY(await(store.remove(u"a"_s)));
    QVERIFY(await(store.remove(u"a"_s)));

    QVERIFY(keyringSession::toolLookup(Service, u"a"_s).isNull());
    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
    QCOMPARE(await(store.read(u"b"_s))->reveal(), "sk-three"_ba);
}

void TestKeychainSecretStore::keepsProfilesApart()
{
    KeychainSecretStore standard(Service);
    KeychainSecretStore work(Service + u"/work"_s);
    QVERIFY(await(standard.write(u"same"_s, secretOf("sk-standard"_ba))));
    QVERIFY(await(work.write(u"same"_s, secretOf("sk-work"_ba))));

    QVERIFY(await(standard.remove(u"same"_s)));

    QCOMPARE(await(work.read(u"same"_s))->reveal(), "sk-work"_ba);
    QCOMPARE(keyringSession::toolLookup(u"tollkeeper/work"_s, u"same"_s), "sk-work"_ba);
}

void TestKeychainSecretStore::saysThatNothingIsStored()
{
    KeychainSecretStore store(Service);

    QCOMPARE(await(store.read(u"nobody"_s)).error().kind, Error::Kind::SecretMissing);
}

void TestKeychainSecretStore::ignoresEntriesOfOtherPrograms()
{
    KeychainSecretStore store(Service);
    QVERIFY(keyringSession::toolStoreOtherSchema(Service, u"mail"_s, "not ours"_ba));

    QCOMPARE(await(store.read(u"mail"_s)).error().kind, Error::Kind::SecretMissing);
    QVERIFY(await(store.remove(u"mail"_s)));
    QCOMPARE(keyringSession::toolLookup(Service, u"mail"_s), "not ours"_ba);
}

void TestKeychainSecretStore::neverWritesAnEmptySecret()
{
    KeychainSecretStore store(Service);
    QVERIFY(await(store.write(u"kept"_s, secretOf("sk-kept"_ba))));

    const auto empty = await(store.write(u"kept"_s, std::make_shared<const Secret>()));
    const auto null = await(store.write(u"kept"_s, nullptr));

    QCOMPARE(empty.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(null.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(keyringSession::toolLookup(Service, u"kept"_s), "sk-kept"_ba);
}

void TestKeychainSecretStore::answersManyQuestionsAtOnce()
{
    KeychainSecretStore store(Service);
    int right = 0;
    std::vector<Async<Done>> writing;
    std::vector<Async<Secret>> reading;

    for (int i = 0; i < 10; ++i) {
        const auto user = u"many"_s + QString::number(i);
        writing.push_back(store.write(user, secretOf("sk-"_ba + QByteArray::number(i))));
        reading.push_back(store.read(user));
    }
    for (int i = 0; i < 10; ++i) {
        reading[i].then([&right, i](const Result<Secret> &secret) {
            right += secret && secret->reveal() == "sk-"_ba + QByteArray::number(i);
        });
    }

    QTRY_COMPARE_WITH_TIMEOUT(right, 10, 20'000);
}

void TestKeychainSecretStore::survivesItsOwnEndWithAJobRunning()
{
    // Kept to the end of the program: what is never answered is never freed.
    static auto &reading = *new std::vector<Async<Secret>>;
    static auto &changing = *new std::vector<Async<Done>>;
    for (int spins = 0; spins < 20; ++spins) {
        auto store = std::make_unique<KeychainSecretStore>(Service);
        changing.push_back(store->write(u"end"_s, secretOf("sk-end"_ba)));
        reading.push_back(store->read(u"end"_s));
        changing.push_back(store->remove(u"end"_s));
        for (int i = 0; i < spins; ++i)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const bool isAnswered = reading.back().isReady();

        store.reset();
        // Whatever still runs ends here, while the next store works.
        KeychainSecretStore next(Service);
        QVERIFY(await(next.write(u"next"_s, secretOf("sk-next"_ba))));
        QCOMPARE(await(next.read(u"next"_s))->reveal(), "sk-next"_ba);

        QCOMPARE(reading.back().isReady(), isAnswered);
    }
}

void TestKeychainSecretStore::hasNothingToUnlock()
{
    KeychainSecretStore store(Service);

    QVERIFY(await(store.unlock()));
    QVERIFY(store.isPersistent());
    QCOMPARE(store.backendName(), u"Secret Service"_s);
}

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_keychain_secret_store.moc"
