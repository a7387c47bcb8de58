// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/key_management.h"
#include "support/connector_run.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl Base(u"https://portal.torouter.ai/v1"_s);
const QByteArray Item
    = R"({"id":104,"user_id":1,"key":"sk-canary0123456789abcdef","name":"Bot","group_id":2,"status":"active",
    "ip_whitelist":["10.0.0.0/8"],"ip_blacklist":[],"last_used_at":"2026-11-18T11:00:00Z","quota":12.5,"quota_used":0,
    "expires_at":"2027-01-01T00:00:00Z","created_at":"2026-11-18T12:00:00Z","rate_limit_5h":3,"rate_limit_1d":0,
    "rate_limit_7d":40.5,"usage_5h":0,"usage_1d":0,"usage_7d":1})";
const QDateTime NewYear({2027, 1, 1}, {0, 0}, Qt::UTC);

Money usd(const char *text)
{
    return *Money::fromText(QString::fromLatin1(text));
}

HttpResponse envelope(const QByteArray &data)
{
    return jsonAnswer("{\"code\":0,\"message\":\"success\",\"data\":" + data + "}");
}

KeyDraft named(const QString &name)
{
    return KeyDraft{.name = name};
}

HttpResponse listOf(const QByteArray &items, int total)
{
    return envelope("{\"items\":[" + items + "],\"total\":" + QByteArray::number(total)
        + ",\"page\":1,\"page_size\":2,\"pages\":2}");
}

} // namespace

//! How the panel of sub2api is asked to make, change and delete keys, without any wire.
class ToRouterKeyManagementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftBecomesTheBodyThatMakesIt_data()
    {
        QTest::addColumn<KeyDraft>("draft");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a name alone") << named(u"Bot"_s) << R"({"name":"Bot"})"_ba;
        auto draft = named(u"b"_s);
        draft.cap.limit = usd("12.345");
        draft.remoteGroup = u"2"_s;
        draft.allowedAddresses = {u"10.0.0.0/8"_s, u"2001:db8::/32"_s};
        draft.deniedAddresses = {u"10.1.0.0/16"_s};
        draft.windows = {{u"5h"_s, usd("3")}, {u"7d"_s, usd("40.5")}};
        QTest::newRow("with everything")
            << draft
            << R"({"name":"b","group_id":2,"quota":12.345,"ip_whitelist":["10.0.0.0/8","2001:db8::/32"],"ip_blacklist":["10.1.0.0/16"],"rate_limit_5h":3,"rate_limit_7d":40.5})"_ba;
    }

    void aDraftBecomesTheBodyThatMakesIt()
    {
        QFETCH(KeyDraft, draft);
        QFETCH(QByteArray, body);
        const auto request = torouter::PanelKeys().createRequest(Base, draft, "once"_ba);
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        QCOMPARE(request->method, "POST"_ba);
        QCOMPARE(request->url, QUrl(u"https://portal.torouter.ai/api/v1/keys"_s));
        QCOMPARE(request->headers.value("idempotency-key"), "once"_ba);
        QCOMPARE(request->credentialKind, CredentialKind::PanelSession);
        QCOMPARE(request->body, body);
    }

    void aDraftThatCannotBeMadeIsRefused_data()
    {
        QTest::addColumn<KeyDraft>("draft");
        QTest::addColumn<QString>("field");
        QTest::newRow("no name") << named(u" "_s) << u"name"_s;
        auto draft = named(u"b"_s);
        draft.cap.limit = usd("0");
        QTest::newRow("a quota of zero, which would be none") << draft << u"cap"_s;
        draft.cap.limit = *Money::fromText(u"5", *Currency::fromCode(u"CNY"));
        QTest::newRow("another currency") << draft << u"cap"_s;
        draft.cap = {usd("1"), u"monthly"_s};
        QTest::newRow("a quota that starts again") << draft << u"reset"_s;
        draft = named(u"b"_s);
        draft.countsByok = false;
        QTest::newRow("BYOK") << draft << u"byok"_s;
        draft = named(u"b"_s);
        draft.expiresAt = NewYear;
        QTest::newRow("a moment of expiry") << draft << u"expiry"_s;
        draft = named(u"b"_s);
        draft.windows = {{u"1h"_s, usd("1")}};
        QTest::newRow("a window it has not got") << draft << u"windows"_s;
        draft.windows = {{u"1d"_s, usd("-1")}};
        QTest::newRow("a window below zero") << draft << u"windows"_s;
        draft = named(u"b"_s);
        draft.remoteGroup = u"team"_s;
        QTest::newRow("a group that is no number") << draft << u"group"_s;
    }

    void aDraftThatCannotBeMadeIsRefused()
    {
        QFETCH(KeyDraft, draft);
        QFETCH(QString, field);
        const auto request = torouter::PanelKeys().createRequest(Base, draft, {});
        QVERIFY(!request);
        QCOMPARE(request.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(request.error().detail, field);
    }

    void anExpiryFollowsAsAChange()
    {
        const torouter::PanelKeys keys;
        auto draft = named(u"b"_s);
        draft.cap.limit = usd("5");
        QVERIFY(!keys.partsOf(draft).then);
        draft.expiresAt = NewYear;
        const auto parts = keys.partsOf(draft);
        QVERIFY(!parts.now.expiresAt);
        QCOMPARE(parts.now.cap.limit, std::optional(usd("5")));
        QVERIFY(keys.createRequest(Base, parts.now, {}));
        QVERIFY(parts.then);
        const auto request = keys.changeRequest(Base, u"104"_s, *parts.then);
        QVERIFY(request);
        QCOMPARE(request->body, R"({"expires_at":"2027-01-01T00:00:00Z"})"_ba);
    }

    void onlyWhatChangesIsSaid_data()
    {
        QTest::addColumn<KeyChange>("change");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("name") << KeyChange{.name = u"New"_s} << R"({"name":"New"})"_ba;
        QTest::newRow("quota") << KeyChange{.cap = CapWish{usd("75.5"), {}}} << R"({"quota":75.5})"_ba;
        QTest::newRow("no quota any more") << KeyChange{.cap = CapWish{}} << R"({"quota":0})"_ba;
        QTest::newRow("disabled") << KeyChange{.isDisabled = true} << R"({"status":"inactive"})"_ba;
        QTest::newRow("enabled") << KeyChange{.isDisabled = false} << R"({"status":"active"})"_ba;
        QTest::newRow("expiry") << KeyChange{.expiresAt = std::optional(NewYear)}
                                << R"({"expires_at":"2027-01-01T00:00:00Z"})"_ba;
        QTest::newRow("no expiry any more")
            << KeyChange{.expiresAt = std::optional<QDateTime>()} << R"({"expires_at":""})"_ba;
        QTest::newRow("addresses") << KeyChange{.allowedAddresses = QStringList{u"10.0.0.0/8"_s},
            .deniedAddresses = QStringList()}
                                   << R"({"ip_whitelist":["10.0.0.0/8"],"ip_blacklist":[]})"_ba;
        QTest::newRow("windows") << KeyChange{.windows
            = QMap<QString, Money>{{u"5h"_s, usd("0")}, {u"1d"_s, usd("8.25")}}}
                                 << R"({"rate_limit_1d":8.25,"rate_limit_5h":0})"_ba;
    }

    void onlyWhatChangesIsSaid()
    {
        QFETCH(KeyChange, change);
        QFETCH(QByteArray, body);
        const auto request = torouter::PanelKeys().changeRequest(Base, u"104"_s, change);
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        QCOMPARE(request->method, "PUT"_ba);
        QCOMPARE(request->url, QUrl(u"https://portal.torouter.ai/api/v1/keys/104"_s));
        QCOMPARE(request->credentialKind, CredentialKind::PanelSession);
        QCOMPARE(request->body, body);
    }

    void whatCannotBeChangedIsRefused_data()
    {
        QTest::addColumn<KeyChange>("change");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << KeyChange{} << u"change"_s;
        QTest::newRow("no window") << KeyChange{.windows = QMap<QString, Money>()} << u"change"_s;
        QTest::newRow("an empty name") << KeyChange{.name = QString()} << u"name"_s;
        QTest::newRow("BYOK") << KeyChange{.countsByok = true} << u"byok"_s;
        QTest::newRow("a quota of zero") << KeyChange{.cap = CapWish{usd("0"), {}}} << u"cap"_s;
        QTest::newRow("a quota by month") << KeyChange{.cap = CapWish{usd("1"), u"monthly"_s}} << u"reset"_s;
        QTest::newRow("no moment") << KeyChange{.expiresAt = std::optional(QDateTime())} << u"expiry"_s;
    }

    void whatCannotBeChangedIsRefused()
    {
        QFETCH(KeyChange, change);
        QFETCH(QString, field);
        const auto request = torouter::PanelKeys().changeRequest(Base, u"104"_s, change);
        QVERIFY(!request);
        QCOMPARE(request.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(request.error().detail, field);
    }

    void theSecretOfANewKeyIsReadOnce()
    {
        const torouter::PanelKeys keys;
        const auto key = keys.readCreated(envelope(Item));
        QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
        QCOMPARE(key->secret->reveal(), "sk-canary0123456789abcdef"_ba);
        QCOMPARE(key->facts.masked, key->secret->masked());
        const auto facts = keys.readKey(envelope(Item));
        QVERIFY(facts);
        QCOMPARE(facts->remoteId, u"104"_s);
        QCOMPARE(facts->cap, std::optional(Cap{usd("12.5"), usd("0"), QString()}));
        QCOMPARE(facts->expiresAt, std::optional(NewYear));
        QCOMPARE(facts->createdAt, std::optional(QDateTime({2026, 11, 18}, {12, 0}, Qt::UTC)));
        QCOMPARE(facts->lastUsedAt, std::optional(QDateTime({2026, 11, 18}, {11, 0}, Qt::UTC)));
        QCOMPARE(facts->allowedAddresses, std::optional(QStringList{u"10.0.0.0/8"_s}));
        QCOMPARE(facts->deniedAddresses, std::optional(QStringList()));
        QCOMPARE(facts->remoteGroup, u"2"_s);
        QCOMPARE(facts->windows,
            (std::optional(
                QMap<QString, Money>{{u"5h"_s, usd("3")}, {u"1d"_s, usd("0")}, {u"7d"_s, usd("40.5")}})));
        QVERIFY(!facts->masked.contains(u"0123456789"_s));
        QVERIFY(!facts->countsByok && !facts->allowedModels);
    }

    void whatAnOlderBuildDoesNotTellStaysUnknown()
    {
        const auto facts
            = torouter::PanelKeys().readKey(envelope(R"({"id":7,"name":"x","quota":0,"ip_whitelist":null})"));
        QVERIFY(facts);
        QVERIFY(!facts->windows && !facts->createdAt && !facts->lastUsedAt && !facts->deniedAddresses);
        QCOMPARE(facts->allowedAddresses, std::optional(QStringList())); // null is how an empty list is sent
        QVERIFY(facts->remoteGroup.isEmpty());
    }

    void anAnswerWithoutKeyIsNoNewKey_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray whole = envelope(Item).body;
        QTest::newRow("no secret") << QByteArray(whole).replace("\"key\":", "\"k\":");
        QTest::newRow("a secret with a line end") << QByteArray(whole).replace("canary", "can\\nary");
        QTest::newRow("no number") << QByteArray(whole).replace("\"id\":", "\"i\":");
        QTest::newRow("a failure inside 200") << R"({"code":409,"reason":"API_KEY_EXISTS"})"_ba;
        for (const auto size : {1, 40, 120, 400})
            QTest::addRow("cut after %d", size) << whole.left(size);
    }

    void anAnswerWithoutKeyIsNoNewKey()
    {
        QFETCH(QByteArray, body);
        const auto key = torouter::PanelKeys().readCreated(jsonAnswer(body));
        QVERIFY(!key);
        QVERIFY(!key.error().detail.contains(u"canary"_s));
    }

    void aDeletedKeyIsSaidInTheEnvelope()
    {
        const torouter::PanelKeys keys;
        const auto request = keys.deleteRequest(Base, u"104"_s);
        QCOMPARE(request.method, "DELETE"_ba);
        QCOMPARE(request.url, keys.keyRequest(Base, u"104"_s).url);
        QVERIFY(keys.readDeleted(envelope(R"({"message":"gone"})")));
        QVERIFY(keys.readDeleted(jsonAnswer(R"({"code":0,"message":"success"})")));
        QVERIFY(!keys.readDeleted(jsonAnswer(R"({"code":404,"reason":"API_KEY_NOT_FOUND"})")));
        QVERIFY(!keys.readDeleted(jsonAnswer("{}")));
    }

    void theAccountsOwnKeyIsFoundInTheList()
    {
        const torouter::PanelKeys keys;
        const auto request = keys.ownKeyRequest(Base, 2);
        QVERIFY(request);
        QCOMPARE(request->url, QUrl(u"https://portal.torouter.ai/api/v1/keys?page=2&page_size=100"_s));
        QCOMPARE(request->credentialKind, CredentialKind::PanelSession);
        const auto own = Secret::fromInput("sk-canary0123456789abcdef"_ba);
        const auto other = R"({"id":7,"key":"sk-other0123456789abcdef","quota":0})"_ba;
        const auto page = keys.readOwnKey(listOf(other + ',' + Item, 3), 1, own->fingerprint(), {});
        QVERIFY(page);
        QCOMPARE(page->remoteId, u"104"_s);
        QVERIFY(!page->isLast);
        const auto last = keys.readOwnKey(listOf(other, 3), 2, own->fingerprint(), own->masked());
        QVERIFY(last && last->remoteId.isEmpty() && last->isLast);
        const auto hidden = keys.readOwnKey(
            listOf(R"({"id":9,"key":"sk-c****cdef","quota":0})", 1), 1, own->fingerprint(), own->masked());
        QCOMPARE(hidden->remoteId, u"9"_s);
        QVERIFY(!keys.readOwnKey(envelope("{}"), 1, {}, {}));
    }

    void aLoginIsWhatLetsKeysBeChanged()
    {
        const auto with = torouter::controlsFor(true);
        const auto without = torouter::controlsFor(false);
        for (const auto control : {&KeyControls::name, &KeyControls::cap, &KeyControls::enabled,
                 &KeyControls::addresses, &KeyControls::expiry, &KeyControls::windows}) {
            QCOMPARE(with.*control, ControlOffer::Editable);
            QCOMPARE(without.*control, ControlOffer::AtGateway);
        }
        QCOMPARE(with.models, ControlOffer::AtGateway);
        QCOMPARE(with.countsByok, ControlOffer::NotOffered);
        QVERIFY(with.createsKeys && with.deletesKeys && !without.createsKeys && !without.deletesKeys);
        QCOMPARE(with.windowNames, (QStringList{u"5h"_s, u"1d"_s, u"7d"_s}));
        QVERIFY(with.resets.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ToRouterKeyManagementTest)
#include "tst_torouter_key_management.moc"
