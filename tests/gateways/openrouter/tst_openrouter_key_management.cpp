// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/key_management.h"
#include "support/connector_run.h"

#include <QTest>
#include <QTimeZone>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl Base(u"https://openrouter.ai/api/v1/"_s);
const auto Hash = QString(64, u'a');
const QByteArray Created = R"({"key":"sk-or-v1-canary0123456789","data":{"hash":"HASH","name":"Bot",
    "label":"sk-or-v1-can...789","disabled":false,"limit":12.5,"limit_remaining":12.5,"limit_reset":"weekly",
    "include_byok_in_limit":true,"usage":0,"usage_daily":0,"usage_weekly":0,"usage_monthly":0,"byok_usage":0,
    "byok_usage_daily":0,"byok_usage_weekly":0,"byok_usage_monthly":0,"created_at":"2026-11-18T12:00:00Z",
    "updated_at":null,"expires_at":"2027-01-01T00:00:00Z","workspace_id":"w-1"}})";

Money usd(const char *text)
{
    return *Money::fromText(QString::fromLatin1(text));
}

QByteArray created()
{
    return QByteArray(Created).replace("HASH", Hash.toLatin1());
}

KeyDraft named(const QString &name)
{
    return KeyDraft{.name = name};
}

const QDateTime NewYear({2027, 1, 1}, {0, 0}, Qt::UTC);

} // namespace

//! How OpenRouter is asked to make, change and delete keys, without any wire.
class OpenRouterKeyManagementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftBecomesTheBodyThatMakesIt_data()
    {
        QTest::addColumn<KeyDraft>("draft");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a name alone")
            << named(u"Bot"_s) << R"({"name":"Bot","limit":null,"limit_reset":null})"_ba;
        auto capped = named(u"B x"_s);
        capped.cap = {usd("12.5"), u"weekly"_s};
        capped.countsByok = true;
        QTest::newRow("with a cap")
            << capped
            << R"({"name":"B x","limit":12.5,"limit_reset":"weekly","include_byok_in_limit":true})"_ba;
        auto forGood = named(u"b"_s);
        forGood.cap = {usd("0.000001"), {}};
        QTest::newRow("a cap for good")
            << forGood << R"({"name":"b","limit":0.000001,"limit_reset":null})"_ba;
        auto expiring = named(u"b"_s);
        expiring.expiresAt = QDateTime({2027, 1, 1}, {1, 0}, QTimeZone("Europe/Berlin"_ba));
        expiring.remoteGroup = u"w-1"_s;
        QTest::newRow("with an expiry, in UTC and with seconds")
            << expiring
            << R"({"name":"b","limit":null,"limit_reset":null,"expires_at":"2027-01-01T00:00:00Z","workspace_id":"w-1"})"_ba;
    }

    void aDraftBecomesTheBodyThatMakesIt()
    {
        QFETCH(KeyDraft, draft);
        QFETCH(QByteArray, body);
        const openrouter::OpenRouterKeys keys;
        const auto request = keys.createRequest(Base, draft, "id"_ba);
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        QCOMPARE(request->method, "POST"_ba);
        QCOMPARE(request->url, QUrl(u"https://openrouter.ai/api/v1/keys"_s));
        QCOMPARE(request->body, body);
        QCOMPARE(request->credentialKind, CredentialKind::ApiKey);
        QVERIFY(!keys.partsOf(draft).then);
    }

    void aDraftThatCannotBeMadeIsRefused_data()
    {
        QTest::addColumn<KeyDraft>("draft");
        QTest::addColumn<QString>("field");
        QTest::newRow("no name") << named(u" "_s) << u"name"_s;
        auto draft = named(u"b"_s);
        draft.cap = {usd("-1"), {}};
        QTest::newRow("a cap below zero") << draft << u"cap"_s;
        draft.cap = {*Money::fromText(u"5", *Currency::fromCode(u"EUR")), {}};
        QTest::newRow("a cap in euros") << draft << u"cap"_s;
        draft.cap = {usd("1"), u"yearly"_s};
        QTest::newRow("a period nobody knows") << draft << u"reset"_s;
        draft = named(u"b"_s);
        draft.allowedAddresses = {u"10.0.0.0/8"_s};
        QTest::newRow("addresses") << draft << u"addresses"_s;
        draft = named(u"b"_s);
        draft.deniedAddresses = {u"10.0.0.0/8"_s};
        QTest::newRow("denied addresses") << draft << u"addresses"_s;
        draft = named(u"b"_s);
        draft.windows = {{u"5h"_s, usd("1")}};
        QTest::newRow("windows") << draft << u"windows"_s;
        draft = named(u"b"_s);
        draft.expiresAt = QDateTime();
        QTest::newRow("no moment") << draft << u"expiry"_s;
    }

    void aDraftThatCannotBeMadeIsRefused()
    {
        QFETCH(KeyDraft, draft);
        QFETCH(QString, field);
        const auto request = openrouter::OpenRouterKeys().createRequest(Base, draft, {});
        QVERIFY(!request);
        QCOMPARE(request.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(request.error().detail, field);
    }

    void theSecretOfANewKeyIsReadOnce()
    {
        const auto key = openrouter::OpenRouterKeys().readCreated(jsonAnswer(created()));
        QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
        QCOMPARE(key->secret->reveal(), "sk-or-v1-canary0123456789"_ba);
        const auto &facts = key->facts;
        QCOMPARE(facts.remoteId, Hash);
        QCOMPARE(facts.name, u"Bot"_s);
        QCOMPARE(facts.masked, u"sk-or-v1-can...789"_s);
        QCOMPARE(facts.cap, std::optional(Cap{usd("12.5"), usd("0"), u"weekly"_s}));
        QCOMPARE(facts.countsByok, std::optional(true));
        QCOMPARE(facts.expiresAt, std::optional(NewYear));
        QCOMPARE(facts.createdAt, std::optional(QDateTime({2026, 11, 18}, {12, 0}, Qt::UTC)));
        QCOMPARE(facts.remoteGroup, u"w-1"_s);
        QVERIFY(!facts.allowedModels && !facts.allowedAddresses && !facts.windows && !facts.lastUsedAt);
    }

    void anAnswerWithoutKeyIsNoNewKey_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no secret") << created().replace("\"key\":", "\"k\":");
        QTest::newRow("a secret with a blank") << created().replace("canary", "can ary");
        QTest::newRow("no hash") << created().replace("\"hash\":", "\"h\":");
        QTest::newRow("no data") << R"({"key":"sk-or-v1-canary0123456789"})"_ba;
        QTest::newRow("a page") << "<html></html>"_ba;
        for (const auto size : {1, 20, 60, 300})
            QTest::addRow("cut after %d", size) << created().left(size);
    }

    void anAnswerWithoutKeyIsNoNewKey()
    {
        QFETCH(QByteArray, body);
        const auto key = openrouter::OpenRouterKeys().readCreated(jsonAnswer(body));
        QVERIFY(!key);
        QVERIFY(!key.error().detail.contains(u"canary"_s));
    }

    void onlyWhatChangesIsSaid_data()
    {
        QTest::addColumn<KeyChange>("change");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("name") << KeyChange{.name = u"New"_s} << R"({"name":"New"})"_ba;
        QTest::newRow("cap") << KeyChange{.cap = CapWish{usd("75"), u"daily"_s}}
                             << R"({"limit":75,"limit_reset":"daily"})"_ba;
        QTest::newRow("cap of nothing")
            << KeyChange{.cap = CapWish{usd("0"), {}}} << R"({"limit":0,"limit_reset":null})"_ba;
        QTest::newRow("no cap any more")
            << KeyChange{.cap = CapWish{}} << R"({"limit":null,"limit_reset":null})"_ba;
        QTest::newRow("BYOK") << KeyChange{.countsByok = false} << R"({"include_byok_in_limit":false})"_ba;
        QTest::newRow("disabled") << KeyChange{.isDisabled = true} << R"({"disabled":true})"_ba;
        QTest::newRow("enabled") << KeyChange{.isDisabled = false} << R"({"disabled":false})"_ba;
        QTest::newRow("all of it")
            << KeyChange{.name = u"N"_s,
                   .cap = CapWish{usd("1.25"), u"monthly"_s},
                   .countsByok = true,
                   .isDisabled = false}
            << R"({"name":"N","limit":1.25,"limit_reset":"monthly","include_byok_in_limit":true,"disabled":false})"_ba;
    }

    void onlyWhatChangesIsSaid()
    {
        QFETCH(KeyChange, change);
        QFETCH(QByteArray, body);
        const auto request = openrouter::OpenRouterKeys().changeRequest(Base, Hash, change);
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        QCOMPARE(request->method, "PATCH"_ba);
        QCOMPARE(request->url, QUrl(u"https://openrouter.ai/api/v1/keys/"_s + Hash));
        QCOMPARE(request->body, body);
    }

    void whatCannotBeChangedIsRefused_data()
    {
        QTest::addColumn<KeyChange>("change");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << KeyChange{} << u"change"_s;
        QTest::newRow("an empty name") << KeyChange{.name = QString()} << u"name"_s;
        QTest::newRow("expiry") << KeyChange{.expiresAt = std::optional(NewYear)} << u"expiry"_s;
        QTest::newRow("no expiry") << KeyChange{.expiresAt = std::optional<QDateTime>()} << u"expiry"_s;
        QTest::newRow("addresses") << KeyChange{.allowedAddresses = QStringList()} << u"addresses"_s;
        QTest::newRow("denied addresses") << KeyChange{.deniedAddresses = QStringList()} << u"addresses"_s;
        QTest::newRow("windows") << KeyChange{.windows = QMap<QString, Money>()} << u"windows"_s;
        QTest::newRow("a cap below zero") << KeyChange{.cap = CapWish{usd("-1"), {}}} << u"cap"_s;
    }

    void whatCannotBeChangedIsRefused()
    {
        QFETCH(KeyChange, change);
        QFETCH(QString, field);
        const auto request = openrouter::OpenRouterKeys().changeRequest(Base, Hash, change);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(request.error().detail, field);
    }

    void aKeyIsAskedForAndDeletedByItsHash()
    {
        const openrouter::OpenRouterKeys keys;
        const auto asked = keys.keyRequest(QUrl(u"https://openrouter.ai"_s), Hash);
        QCOMPARE(asked.method, "GET"_ba);
        QCOMPARE(asked.url, QUrl(u"https://openrouter.ai/api/v1/keys/"_s + Hash));
        const auto deleted = keys.deleteRequest(Base, Hash);
        QCOMPARE(deleted.method, "DELETE"_ba);
        QCOMPARE(deleted.url, asked.url);
        QVERIFY(asked.body.isEmpty() && deleted.body.isEmpty());
        QVERIFY(keys.readDeleted(jsonAnswer(R"({"deleted":true})")));
        QVERIFY(!keys.readDeleted(jsonAnswer(R"({"deleted":false})")));
        QVERIFY(!keys.readDeleted(jsonAnswer("{}")));
        QVERIFY(!keys.readDeleted(jsonAnswer(R"({"deleted":tr)")));
        QCOMPARE(keys.readKey(jsonAnswer(created()))->remoteId, Hash);
        QVERIFY(!keys.ownKeyRequest(Base, 1));
    }

    void anOrdinaryKeyChangesNothingFromHere()
    {
        const auto managing = openrouter::controlsFor(KeyRole::Management);
        QCOMPARE(managing.cap, ControlOffer::Editable);
        QCOMPARE(managing.expiry, ControlOffer::AtCreation);
        QCOMPARE(managing.addresses, ControlOffer::NotOffered);
        QVERIFY(managing.createsKeys && managing.deletesKeys);
        for (const auto role : {KeyRole::Ordinary, KeyRole::Unknown}) {
            const auto controls = openrouter::controlsFor(role);
            for (const auto offer : {controls.name, controls.cap, controls.countsByok, controls.enabled,
                     controls.models, controls.expiry})
                QCOMPARE(offer, ControlOffer::AtGateway);
            QVERIFY(!controls.createsKeys && !controls.deletesKeys);
        }
    }
};

QTEST_GUILESS_MAIN(OpenRouterKeyManagementTest)
#include "tst_openrouter_key_management.moc"
