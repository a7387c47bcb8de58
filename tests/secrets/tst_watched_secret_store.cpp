// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/watched_secret_store.h"
#include "support/await.h"
#include "support/scripted_secret_store.h"

#include <QHash>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class WatchedSecretStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keychain.kept.clear();
        m_keychain.readFails.reset();
        m_keychain.writeFails.reset();
        m_keychain.removeFails.reset();
        m_keychain.backend = u"KWallet"_s;
        m_noted.clear();
    }

    void namesBothProductsOfAKeyThatLiesElsewhere()
    {
        QVERIFY(await(m_store.write(u"a"_s, key())));
        m_keychain.kept.clear();
        m_keychain.backend = u"Secret Service"_s;
        const auto read = await(m_store.read(u"a"_s));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::KeychainMissing);
        QCOMPARE(read.error().detail, u"KWallet → Secret Service"_s);
        QVERIFY(m_noted.value(u"a"_s) == u"KWallet"_s); // until it is really found in the other
    }

    void aKeyThatIsEnteredAgainIsKeptInTheOther()
    {
        QVERIFY(await(m_store.write(u"a"_s, key())));
        m_keychain.kept.clear();
        m_keychain.backend = u"Secret Service"_s;
        QVERIFY(await(m_store.write(u"a"_s, key())));
        QVERIFY(await(m_store.read(u"a"_s)));
        m_keychain.kept.clear();
        QCOMPARE(await(m_store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
    }

    void eachKeyIsRememberedByItself()
    {
        QVERIFY(await(m_store.write(u"a"_s, key())));
        QVERIFY(await(m_store.write(u"b"_s, key())));
        m_keychain.kept.clear();
        m_keychain.backend = u"Secret Service"_s;
        QVERIFY(await(m_store.write(u"a"_s, key())));
        QCOMPARE(await(m_store.read(u"b"_s)).error().kind, Error::Kind::KeychainMissing);
    }

    void aKeyThatBothHaveIsRead()
    {
        QVERIFY(await(m_store.write(u"a"_s, key())));
        m_keychain.backend = u"Secret Service"_s;
        QVERIFY(await(m_store.read(u"a"_s)));
        QCOMPARE(m_noted.value(u"a"_s), u"Secret Service"_s);
    }

    void aKeyThatWasReadIsRememberedToo()
    {
        m_keychain.kept.insert_or_assign(u"old"_s, key()->copy());
        QVERIFY(await(m_store.read(u"old"_s)));
        QCOMPARE(m_noted.value(u"old"_s), u"KWallet"_s);
    }

    void leavesEveryOtherAnswerAsItIs_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("locked") << Error::Kind::KeychainLocked;
        QTest::newRow("missing") << Error::Kind::KeychainMissing;
        QTest::newRow("denied") << Error::Kind::KeychainDenied;
        QTest::newRow("waiting") << Error::Kind::KeychainWaiting;
        QTest::newRow("failed") << Error::Kind::KeychainFailed;
    }

    void leavesEveryOtherAnswerAsItIs()
    {
        QFETCH(const Error::Kind, kind);
        QVERIFY(await(m_store.write(u"a"_s, key())));
        m_keychain.backend = u"Secret Service"_s;
        m_keychain.readFails = m_keychain.writeFails = m_keychain.removeFails = kind;
        QCOMPARE(await(m_store.read(u"a"_s)).error().kind, kind);
        QCOMPARE(await(m_store.write(u"a"_s, key())).error().kind, kind);
        QCOMPARE(await(m_store.remove(u"a"_s)).error().kind, kind);
        QCOMPARE(m_noted.value(u"a"_s), u"KWallet"_s);
    }

    void whatIsRemovedOrWasNeverThereIsMissing()
    {
        QVERIFY(await(m_store.write(u"a"_s, key())));
        QVERIFY(await(m_store.remove(u"a"_s)));
        m_keychain.backend = u"Secret Service"_s;
        QCOMPARE(await(m_store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
        QCOMPARE(await(m_store.read(u"never"_s)).error().kind, Error::Kind::SecretMissing);
        QVERIFY(m_noted.isEmpty());
    }

private:
    static std::shared_ptr<const Secret> key()
    {
        return std::make_shared<const Secret>(*Secret::fromInput("sk-0123456789"));
    }

    ScriptedSecretStore m_keychain;
    QHash<QString, QString> m_noted;
    WatchedSecretStore m_store{m_keychain,
        {[this](const QString &user) { return m_noted.value(user); },
            [this](const QString &user, const QString &backend) {
                if (backend.isEmpty())
                    m_noted.remove(user);
                else
                    m_noted.insert(user, backend);
            }}};
};

QTEST_GUILESS_MAIN(WatchedSecretStoreTest)
#include "tst_watched_secret_store.moc"
