// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/session_secret_store.h"
#include "support/await.h"
#include "support/scripted_secret_store.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class SessionSecretStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsForThisSessionAwayFromTheKeychain()
    {
        ScriptedSecretStore keychain;
        keychain.readFails = keychain.writeFails = keychain.removeFails = Error::Kind::KeychainMissing;
        {
            SessionSecretStore store(keychain);
            QVERIFY(await(store.write(u"session:a"_s, key())));
            QCOMPARE(await(store.read(u"session:a"_s))->reveal(), "sk-0123456789"_ba);
            QVERIFY(await(store.remove(u"session:a"_s)));
            QCOMPARE(await(store.read(u"session:a"_s)).error().kind, Error::Kind::SecretMissing);
            QVERIFY(await(store.write(u"session:a"_s, key())));
        }
        QVERIFY(keychain.diary.isEmpty());
        SessionSecretStore next(keychain);
        QCOMPARE(await(next.read(u"session:a"_s)).error().kind, Error::Kind::SecretMissing);
    }

    void handsEverythingElseOn()
    {
        ScriptedSecretStore keychain;
        SessionSecretStore store(keychain);
        QVERIFY(await(store.write(u"a"_s, key())));
        QVERIFY(keychain.holds("sk-0123456789"_ba));
        QVERIFY(await(store.read(u"a"_s)));
        QVERIFY(await(store.remove(u"a"_s)));
        QVERIFY(keychain.kept.empty());
        keychain.writeFails = Error::Kind::KeychainMissing;
        QCOMPARE(await(store.write(u"a"_s, key())).error().kind, Error::Kind::KeychainMissing);
        QVERIFY(store.isPersistent());
        QCOMPARE(store.backendName(), keychain.backendName());
    }

private:
    static std::shared_ptr<const Secret> key()
    {
        return std::make_shared<const Secret>(*Secret::fromInput("sk-0123456789"));
    }
};

QTEST_GUILESS_MAIN(SessionSecretStoreTest)
#include "tst_session_secret_store.moc"
