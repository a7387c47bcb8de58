// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/temp_profile.h"
#include "sync/network_gateway_service.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RepeatPolicy Fast{0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};

//! Keeps keys and a diary; removing can be made to fail.
class DiaryStore final : public SecretStore {
public:
    std::map<QString, Secret> kept;
    QStringList diary;
    std::optional<Error::Kind> writeFails;
    std::optional<Error::Kind> removeFails;

    Async<Secret> read(QString user) override
    {
        const auto found = kept.find(user);
        if (found == kept.end())
            co_return fail(Error::Kind::SecretMissing);
        auto secret = found->second.copy();
        co_return std::move(secret);
    }
    Async<Done> write(QString user, std::shared_ptr<const Secret> secret) override
    {
        diary.append(u"write"_s);
        if (writeFails)
            co_return fail(*writeFails);
        kept.insert_or_assign(user, secret->copy());
        co_return Done{};
    }
    Async<Done> remove(QString user) override
    {
        diary.append(u"remove"_s);
        if (removeFails)
            co_return fail(*removeFails);
        kept.erase(user);
        co_return Done{};
    }
    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QString backendName() const override { return u"diary"_s; }
};

Result<HttpResponse> models()
{
    return ScriptedHttp::json("{\"data\":[{\"id\":\"alpha\"},{\"id\":\"beta\"}]}");
}

} // namespace

class NetworkGatewayServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service.reset();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_store = std::make_unique<DiaryStore>();
        m_http = std::make_unique<ScriptedHttp>([this](const QUrl &) {
            m_store->diary.append(u"test"_s);
            return models();
        });
        renew();
    }

    void offersEveryKindOfGateway()
    {
        const auto choices = m_service->choices();
        QVERIFY(choices.size() >= 3);
        for (const auto &choice : choices) {
            QVERIFY(!choice.kind.isEmpty() && !choice.displayName.isEmpty());
            QVERIFY(!choice.canTell.isEmpty());
        }
    }

    void testsFirstThenKeepsTheKeyThenTheAccount()
    {
        QSignalSpy changed(m_service.get(), &GatewayService::accountsChanged);
        const auto added = add(draft(u"  Main   account "_s));
        QVERIFY(added.has_value());
        QCOMPARE(m_store->diary, (QStringList{u"test"_s, u"write"_s}));
        QCOMPARE(changed.size(), 1);
        const auto accounts = stored();
        QCOMPARE(accounts.size(), 1);
        const auto account = accounts.constFirst();
        QCOMPARE(account.id, *added);
        QCOMPARE(account.name, u"Main account"_s);
        QVERIFY(!account.tellsSpend);
        QCOMPARE(account.addedAt, june(18, 9));
        QVERIFY(!account.maskedKey.contains(u"very-secret"_s));
        QVERIFY(m_store->kept.contains(account.secretName));
        const auto fingerprint = m_storage
                                     ->read([id = account.id](Database &database) {
                                         return AccountRepository(database).keyFingerprint(id);
                                     })
                                     .result();
        QCOMPARE(*fingerprint, secret()->fingerprint());
        QVERIFY(!account.secretName.contains(u"Main"_s)); // random
        QVERIFY(await(m_service->testStored(*added)).has_value());
    }

    void aTestKeepsNothing()
    {
        const auto report = await(m_service->test(draft(u"Main"_s), secret()));
        QVERIFY(report.has_value());
        QVERIFY(report->models == 2);
        QVERIFY(!report->tellsSpend);
        QVERIFY(!report->keys && !report->balance);
        QVERIFY(stored().isEmpty() && m_store->kept.empty());
    }

    void anAccountThatTellsNoMoneySaysSo()
    {
        m_http->answerWith([](const QUrl &url) -> Result<HttpResponse> {
            const bool isStatus = url.path().endsWith(u"/status"_s);
            return ScriptedHttp::json(isStatus
                    ? R"({"data":{"quota_per_unit":500000,"quota_display_type":"TOKENS"}})"
                    : R"({"data":{"total_used":5}})");
        });
        auto account = draft(u"Tokens"_s);
        account.gateway = u"new-api"_s;
        QVERIFY(add(account).has_value());
        QVERIFY(!stored().constFirst().tellsSpend);
    }

    void aWrongKeyLeavesNothingBehind()
    {
        m_http->answerWith(
            [](const QUrl &) -> Result<HttpResponse> { return ScriptedHttp::json("{\"error\":{}}", 401); });
        const auto added = add(draft(u"Main"_s));
        QVERIFY(!added.has_value());
        QCOMPARE(added.error().category, Category::Credentials);
        QVERIFY(stored().isEmpty() && m_store->kept.empty() && m_store->diary.isEmpty());
    }

    void aKeyOfTheWrongFormIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("fact");

        QTest::newRow("a key where a configuration is wanted")
            << u"portkey"_s << "sk-abcdefghijklmnop"_ba << u"configuration wanted"_s;
        QTest::newRow("a configuration where a key is wanted")
            << u"openai-compatible"_s << "{\"api_key\":\"abcdefgh\"}"_ba << u"key wanted"_s;
    }

    void aKeyOfTheWrongFormIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(QString, gateway);
        QFETCH(QByteArray, key);
        QFETCH(QString, fact);
        const NewAccount draft{gateway, u"Work"_s, QUrl(u"https://gateway.example/v1"_s)};
        const auto secret = std::make_shared<const Secret>(*Secret::fromInput(key));

        const auto tested = await(m_service->test(draft, secret));
        const auto added = await(m_service->add(draft, secret));

        QVERIFY(!tested && !added);
        QCOMPARE(added.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(tested.error().detail, fact);
        QCOMPARE(added.error().detail, fact);
        QVERIFY(m_store->diary.isEmpty());
    }

    void aKeychainThatRefusesLeavesNoAccount()
    {
        m_store->writeFails = Error::Kind::KeychainLocked;
        const auto added = add(draft(u"Main"_s));
        QVERIFY(!added.has_value());
        QCOMPARE(added.error().kind, Error::Kind::KeychainLocked);
        QVERIFY(stored().isEmpty());
    }

    void aLedgerThatRefusesLeavesNoKey()
    {
        QVERIFY(stored().isEmpty()); // the file is there
        m_storage = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadOnly);
        renew();
        const auto added = add(draft(u"Main"_s));
        QVERIFY(!added.has_value());
        QCOMPARE(added.error().kind, Error::Kind::ProfileLocked);
        QCOMPARE(m_store->diary, (QStringList{u"test"_s, u"write"_s, u"remove"_s}));
        QVERIFY(m_store->kept.empty());
    }

    void aNameIsTakenOnce()
    {
        QVERIFY(add(draft(u"Main"_s)).has_value());
        const auto asked = m_http->asked().size();
        const auto again = add(draft(u" Main "_s));
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(m_http->asked().size(), asked); // known without asking the gateway
        QCOMPARE(stored().size(), 1);
        QCOMPARE(m_store->kept.size(), std::size_t(1));
    }

    void whatCannotBeAnAccountIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<Error::Kind>("kind");
        const auto good = u"openai-compatible"_s;
        const auto url = u"https://gateway.example/v1"_s;
        const auto invalid = Error::Kind::InvalidInput;
        QTest::newRow("unknown gateway") << u"nonesuch"_s << u"Main"_s << url << Error::Kind::NotFound;
        QTest::newRow("no name") << good << u"  "_s << url << invalid;
        QTest::newRow("long name") << good << QString(81, u'x') << url << invalid;
        QTest::newRow("no address") << good << u"Main"_s << QString() << invalid;
        QTest::newRow("no host") << good << u"Main"_s << u"https:///v1"_s << invalid;
        QTest::newRow("other scheme") << good << u"Main"_s << u"ftp://gateway.example"_s << invalid;
        QTest::newRow("file") << good << u"Main"_s << u"file:///etc/passwd"_s << invalid;
        QTest::newRow("user") << good << u"Main"_s << u"https://user@gateway.example/v1"_s << invalid;
        QTest::newRow("password") << good << u"Main"_s << u"https://user:pw@gateway.example/v1"_s << invalid;
        QTest::newRow("query") << good << u"Main"_s << u"https://gateway.example/v1?key=1"_s << invalid;
        QTest::newRow("fragment") << good << u"Main"_s << u"https://gateway.example/v1#key"_s << invalid;
    }
    void whatCannotBeAnAccountIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(const QString, gateway);
        QFETCH(const QString, name);
        QFETCH(const QString, url);
        QFETCH(const Error::Kind, kind);
        NewAccount account;
        account.gateway = gateway;
        account.name = name;
        account.baseUrl = QUrl(url);
        const auto added = add(account);
        QVERIFY(!added.has_value());
        QCOMPARE(added.error().kind, kind);
        QVERIFY(m_http->asked().isEmpty());
        QVERIFY(stored().isEmpty() && m_store->diary.isEmpty());
    }

    void aKeyInTheEnvironmentIsNeverWritten()
    {
        auto account = draft(u"Server"_s);
        account.keyVariable = u"GATEWAY_KEY"_s;
        const auto added = add(account);
        QVERIFY(added.has_value());
        QCOMPARE(m_store->diary, QStringList{u"test"_s});
        QCOMPARE(stored().constFirst().secretName, u"env:GATEWAY_KEY"_s);
        QVERIFY(await(m_service->remove(*added)).has_value());
        QCOMPARE(m_store->diary, QStringList{u"test"_s});
        QVERIFY(stored().isEmpty());
    }

    void removingTakesTheKeyThenTheAccount()
    {
        const auto added = add(draft(u"Main"_s));
        QVERIFY(added.has_value());
        QVERIFY(await(m_service->remove(*added)).has_value());
        QVERIFY(stored().isEmpty() && m_store->kept.empty());
        const auto again = await(m_service->remove(*added));
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().kind, Error::Kind::NotFound);
        QVERIFY(add(draft(u"Main"_s)).has_value()); // the name is free again
    }

    void anAccountStaysWhileItsKeyMayStillBeThere()
    {
        const auto added = add(draft(u"Main"_s));
        QVERIFY(added.has_value());
        m_store->removeFails = Error::Kind::KeychainLocked;
        const auto removed = await(m_service->remove(*added));
        QVERIFY(!removed.has_value());
        QCOMPARE(removed.error().kind, Error::Kind::KeychainLocked);
        QCOMPARE(stored().size(), 1);
    }

private:
    static std::shared_ptr<const Secret> secret()
    {
        return std::make_shared<const Secret>(*Secret::fromInput("sk-test-very-secret-1234"));
    }
    static NewAccount draft(const QString &name)
    {
        NewAccount account;
        account.gateway = u"openai-compatible"_s;
        account.name = name;
        account.baseUrl = QUrl(u"https://gateway.example/v1"_s);
        return account;
    }
    Result<AccountId> add(const NewAccount &account) { return await(m_service->add(account, secret())); }
    QList<Account> stored()
    {
        return *m_storage->read([](Database &database) { return AccountRepository(database).all(); })
                    .result();
    }
    void renew()
    {
        m_service = std::make_unique<NetworkGatewayService>(*m_http, *m_store, *m_storage, m_clock, Fast);
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<DiaryStore> m_store;
    std::unique_ptr<ScriptedHttp> m_http;
    std::unique_ptr<NetworkGatewayService> m_service;
    FakeClock m_clock{june(18, 9)};
};

QTEST_GUILESS_MAIN(NetworkGatewayServiceTest)
#include "tst_network_gateway_service.moc"
