// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/environment_secret_store.h"
#include "secrets/keychain_secret_store.h"
#include "storage/account_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/fake_secret_service.h"
#include "support/keyring_session.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/temp_profile.h"
#include "sync/network_sync_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! A keyring that never answers, and accounts that do and do not need it.
class TestKeychainPolling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (keyringSession::state() != u"none"_s)
            QSKIP("needs with-keyring.sh --none");
        qputenv("TK_POLLING_KEY", "sk-test-0123456789");
    }

    //! Requirement 7.
    void othersGoOnWhileAKeyringNeverAnswers()
    {
        const FakeSecretService silent(FakeSecretService::Mood::Silent);
        QVERIFY(silent.isThere());
        const TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        const auto stuck = add(storage, u"stuck"_s, u"in-the-keychain"_s);
        const auto free = add(storage, u"free"_s, u"env:TK_POLLING_KEY"_s);
        KeychainSecretStore keychain(
            u"tollkeeper"_s, {std::chrono::milliseconds(50), std::chrono::seconds(3)});
        EnvironmentSecretStore secrets(keychain);
        const QSignalSpy waiting(&keychain, &SecretStore::waiting);
        ScriptedHttp http([](const QUrl &) { return ScriptedHttp::json(R"({"data":[{"id":"m"}]})"); });
        NetworkSyncService sync(http, secrets, storage, m_clock);
        QList<AccountId> polled;
        connect(&sync, &SyncService::usageChanged, this, [&](AccountId account) {
            polled.append(account);
            if (account == free && polled.size() < 4)
                (void)sync.poll(free).then([](const auto &) {});
        });

        const auto results = await(sync.poll());

        QVERIFY(polled.size() >= 4);
        QCOMPARE(polled.count(stuck), 1);
        QCOMPARE(polled.constLast(), stuck); // the other was polled again and again meanwhile
        QCOMPARE(results->at(0).problem->kind, Error::Kind::KeychainWaiting);
        QCOMPARE(results->at(0).state, AccountState::Locked);
        QCOMPARE(results->at(1).state, AccountState::Ok);
        QCOMPARE(waiting.size(), 1);
    }

private:
    static AccountId add(Storage &storage, const QString &name, const QString &secretName)
    {
        Account account;
        account.gateway = u"openai-compatible"_s;
        account.name = name;
        account.secretName = secretName;
        account.baseUrl = QUrl(u"https://%1.example/v1"_s.arg(name));
        account.addedAt = june(1);
        return *storage
                    .write([account](Database &database) { return AccountRepository(database).add(account); })
                    .result();
    }

    FakeClock m_clock{june(18, 9)};
};

QTEST_GUILESS_MAIN(TestKeychainPolling)
#include "tst_keychain_polling.moc"
