// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/session_secret_store.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/scripted_secret_store.h"
#include "support/temp_profile.h"
#include "sync/network_gateway_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RepeatPolicy Fast{0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
const auto OldKey = "sk-old-0123456789abcdef"_ba;
const auto NewKey = "sk-new-fedcba9876543210"_ba;

std::shared_ptr<const Secret> secret(const QByteArray &text)
{
    return std::make_shared<const Secret>(*Secret::fromInput(text));
}

Result<HttpResponse> models()
{
    return ScriptedHttp::json(R"({"data":[{"id":"alpha"},{"id":"beta"}]})");
}

} // namespace

//! Entering the key of an existing account again, and keys of one session only.
class NetworkGatewayKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service.reset();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_keychain = std::make_unique<ScriptedSecretStore>();
        m_secrets = std::make_unique<SessionSecretStore>(*m_keychain);
        m_http = std::make_unique<ScriptedHttp>([](const QUrl &) { return models(); });
        m_service = std::make_unique<NetworkGatewayService>(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        const auto added = await(m_service->add(draft(SecretPlace::Keychain), secret(OldKey)));
        QVERIFY(added);
        m_account = *added;
        m_keychain->diary.clear();
    }

    void theNewKeyTakesThePlaceOfTheOld()
    {
        const QSignalSpy changed(m_service.get(), &GatewayService::accountsChanged);
        const auto before = stored();
        const auto report = await(m_service->replaceKey(m_account, secret(NewKey), SecretPlace::Keychain));
        QVERIFY(report);
        QCOMPARE(report->models, 2);
        const auto now = stored();
        QCOMPARE(m_keychain->textOf(now.secretName), NewKey);
        QCOMPARE(now.maskedKey, secret(NewKey)->masked());
        QVERIFY(now.secretName != before.secretName);
        QVERIFY(!m_keychain->holds(OldKey));
        QCOMPARE(now.name, before.name);
        QCOMPARE(fingerprint(), secret(NewKey)->fingerprint());
        QCOMPARE(changed.size(), 1);
        QVERIFY(await(m_service->testStored(m_account)));
    }

    void worksWhereTheOldOneIsGoneFromTheKeychain()
    {
        m_keychain->kept.clear();
        QVERIFY(!await(m_service->testStored(m_account)));
        QVERIFY(await(m_service->replaceKey(m_account, secret(NewKey), SecretPlace::Keychain)));
        QVERIFY(await(m_service->testStored(m_account)));
    }

    void whateverFailsTheOldOneHolds_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("the gateway refuses it") << u"gateway"_s << Error::Kind::Rejected;
        QTest::newRow("the keychain is locked") << u"keychain"_s << Error::Kind::KeychainLocked;
        QTest::newRow("the account is gone") << u"account"_s << Error::Kind::NotFound;
    }

    void whateverFailsTheOldOneHolds()
    {
        QFETCH(const QString, what);
        QFETCH(const Error::Kind, kind);
        const auto before = stored();
        if (what == "gateway"_L1)
            m_http->answerWith(
                [](const QUrl &) { return ScriptedHttp::json(R"({"error":{"message":"no"}})", 401); });
        else if (what == "keychain"_L1)
            m_keychain->writeFails = kind;
        const auto account = what == "account"_L1 ? AccountId(999) : m_account;
        const auto report = await(m_service->replaceKey(account, secret(NewKey), SecretPlace::Keychain));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, kind);
        QCOMPARE(stored().secretName, before.secretName);
        QCOMPARE(stored().maskedKey, before.maskedKey);
        QCOMPARE(m_keychain->textOf(before.secretName), OldKey);
        QVERIFY(!m_keychain->holds(NewKey));
    }

    void anOldEntryThatAListedKeyNeedsStays()
    {
        const auto before = stored();
        const auto bound
            = m_storage
                  ->write([this, before](Database &database) -> Outcome {
                      KeyRepository keys(database);
                      const auto id = keys.idOf(m_account, u"listed"_s, june(18));
                      if (!id)
                          return fail(id.error());
                      return keys.setSecret(KeyId(*id), before.secretName, before.maskedKey, u"0000"_s);
                  })
                  .result();
        QVERIFY(bound);
        QVERIFY(await(m_service->replaceKey(m_account, secret(NewKey), SecretPlace::Keychain)));
        QCOMPARE(m_keychain->textOf(before.secretName), OldKey);
        QCOMPARE(m_keychain->textOf(stored().secretName), NewKey);
    }

    void withoutAKeychainItIsKeptForThisSession()
    {
        m_keychain->readFails = m_keychain->writeFails = m_keychain->removeFails
            = Error::Kind::KeychainMissing;
        const auto refused = await(m_service->replaceKey(m_account, secret(NewKey), SecretPlace::Keychain));
        QCOMPARE(refused.error().kind, Error::Kind::KeychainMissing);
        QVERIFY(await(m_service->replaceKey(m_account, secret(NewKey), SecretPlace::Session)));
        QVERIFY(await(m_service->testStored(m_account)));
        QVERIFY(!m_keychain->holds(NewKey));

        SessionSecretStore next(*m_keychain); // the program was started anew
        NetworkGatewayService service(*m_http, next, *m_storage, m_clock, Fast);
        QCOMPARE(await(service.testStored(m_account)).error().kind, Error::Kind::SecretMissing);
    }

    void anAccountCanBeAddedForThisSession()
    {
        m_keychain->writeFails = Error::Kind::KeychainMissing;
        auto session = draft(SecretPlace::Session);
        session.name = u"Guest"_s;
        const auto added = await(m_service->add(session, secret(NewKey)));
        QVERIFY(added);
        QVERIFY(await(m_service->testStored(*added)));
        QVERIFY(m_keychain->diary.isEmpty());
        QVERIFY(await(m_service->remove(*added)));
        QVERIFY(m_keychain->diary.isEmpty());
    }

private:
    static NewAccount draft(SecretPlace place)
    {
        return {.gateway = u"openai-compatible"_s,
            .name = u"Main"_s,
            .baseUrl = QUrl(u"https://one.example/v1"_s),
            .secretPlace = place};
    }
    Account stored()
    {
        return *m_storage
                    ->read([this](Database &database) { return AccountRepository(database).byId(m_account); })
                    .result();
    }
    QString fingerprint()
    {
        return *m_storage
                    ->read([this](Database &database) {
                        return AccountRepository(database).keyFingerprint(m_account);
                    })
                    .result();
    }

    FakeClock m_clock{june(18, 9)};
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ScriptedSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_secrets;
    std::unique_ptr<ScriptedHttp> m_http;
    std::unique_ptr<NetworkGatewayService> m_service;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(NetworkGatewayKeyTest)
#include "tst_network_gateway_key.moc"
