// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QByteArray Keys = "/sub2api/api/v1/keys";

//! Somebody who is logged in.
class KeyAsking : public PanelAsking {
public:
    KeyAsking() : PanelAsking(Thursday), m_token(accessToken()) { }

    [[nodiscard]] const QString &token() const { return m_token; }
    Answer onKeys(const QByteArray &method, const QByteArray &way, const QByteArray &body = {})
    {
        return send(method, Keys + way, m_token, body);
    }
    Answer createOnce(const QByteArray &idempotency, const QByteArray &body)
    {
        return ask({.method = "POST",
            .path = Keys,
            .headers = {{"Authorization", "Bearer " + m_token.toLatin1()}, {"Idempotency-Key", idempotency}},
            .body = body});
    }
    //! The data of a key that was made.
    QJsonObject made(const QByteArray &body)
    {
        return jsonOf(onKeys("POST", {}, body))[u"data"_s].toObject();
    }

private:
    QString m_token;
};

QByteArray wayTo(const QJsonObject &key)
{
    return '/' + QByteArray::number(key[u"id"_s].toInteger());
}

} // namespace

class TestPanelKeyChanges : public QObject {
    Q_OBJECT

private:
    static void isRefused(const Answer &answer, int status, const QString &reason)
    {
        QCOMPARE(answer.status, status);
        QCOMPARE(jsonOf(answer)[u"code"_s].toInt(), status);
        QCOMPARE(jsonOf(answer)[u"reason"_s].toString(), reason);
    }

private Q_SLOTS:
    void aNewKeyWorksAndHasSpentNothing()
    {
        KeyAsking asking;
        const auto key = asking.made(
            R"({"name":"fresh","group_id":1,"quota":12.5,"expires_in_days":30,"ip_whitelist":["10.0.0.0/8","::1"],
                "ip_blacklist":["10.1.2.3"],"rate_limit_5h":3,"rate_limit_7d":40.5})");
        QCOMPARE(key[u"id"_s].toInt(), 104);
        QCOMPARE(key[u"name"_s].toString(), u"fresh"_s);
        QCOMPARE(key[u"quota"_s].toDouble(), 12.5);
        QCOMPARE(key[u"status"_s].toString(), u"active"_s);
        QVERIFY(key[u"expires_at"_s].toString().startsWith(u"2026-07-18T11:00:0"_s));
        QCOMPARE(key[u"ip_whitelist"_s].toArray(), (QJsonArray{u"10.0.0.0/8"_s, u"::1"_s}));
        QCOMPARE(key[u"rate_limit_5h"_s].toDouble(), 3.0);
        QCOMPARE(key[u"rate_limit_1d"_s].toDouble(-1), 0.0);
        QCOMPARE(key[u"rate_limit_7d"_s].toDouble(), 40.5);
        QVERIFY(key[u"last_used_at"_s].isNull());
        QCOMPARE(jsonOf(asking.onKeys("GET", wayTo(key)))[u"data"_s].toObject(), key);
        const auto text = key[u"key"_s].toString();
        const auto usage = asking.json("/sub2api/v1/usage", text);
        QCOMPARE(usage[u"mode"_s].toString(), u"quota_limited"_s);
        QCOMPARE(usage[u"quota"_s][u"used"_s].toDouble(-1), 0.0);
        QCOMPARE(usage[u"rate_limits"_s].toArray().size(), 2);
        QVERIFY(!asking.json("/sub2api/v1/models", text)[u"data"_s].toArray().isEmpty());
    }

    void aKeyWithoutLimitsSpendsTheBalance()
    {
        KeyAsking asking;
        const auto usage
            = asking.json("/sub2api/v1/usage", asking.made(R"({"name":"a"})")[u"key"_s].toString());
        QCOMPARE(usage[u"mode"_s].toString(), u"unrestricted"_s);
        QVERIFY(usage[u"balance"_s].toDouble() > 0);
    }

    void theSameMakingMakesOneKey()
    {
        KeyAsking asking;
        const auto first = asking.createOnce("once", R"({"name":"a"})");
        const auto again = asking.createOnce("once", R"({"name":"a"})");
        QCOMPARE(again.body, first.body);
        QVERIFY(std::ranges::find(
                    again.headers, std::pair(QByteArray("X-Idempotency-Replayed"), QByteArray("true")))
            != again.headers.end());
        isRefused(asking.createOnce("once", R"({"name":"b"})"), 409, u"IDEMPOTENCY_KEY_CONFLICT"_s);
        QVERIFY(asking.createOnce("twice", R"({"name":"a"})").body != first.body);
        QCOMPARE(asking.panel("/keys", asking.token())[u"total"_s].toInt(), 5);
    }

    void aChangeTouchesOnlyWhatItNames_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QJsonObject>("expected");
        QTest::newRow("nothing") << "{}"_ba << QJsonObject{};
        QTest::newRow("name") << R"({"name":"b"})"_ba << QJsonObject{{u"name"_s, u"b"_s}};
        QTest::newRow("an empty name") << R"({"name":""})"_ba << QJsonObject{};
        QTest::newRow("quota") << R"({"quota":7.25})"_ba << QJsonObject{{u"quota"_s, 7.25}};
        QTest::newRow("no quota") << R"({"quota":0})"_ba << QJsonObject{{u"quota"_s, 0}};
        QTest::newRow("status") << R"({"status":"inactive"})"_ba << QJsonObject{{u"status"_s, u"inactive"_s}};
        QTest::newRow("expiry") << R"({"expires_at":"2027-01-01T00:00:00Z"})"_ba
                                << QJsonObject{{u"expires_at"_s, u"2027-01-01T00:00:00Z"_s}};
        QTest::newRow("no expiry") << R"({"expires_at":""})"_ba
                                   << QJsonObject{{u"expires_at"_s, QJsonValue::Null}};
        QTest::newRow("addresses") << R"({"ip_whitelist":[],"ip_blacklist":["2001:db8::/32"]})"_ba
                                   << QJsonObject{{u"ip_whitelist"_s, QJsonArray()},
                                          {u"ip_blacklist"_s, QJsonArray{u"2001:db8::/32"_s}}};
        QTest::newRow("windows") << R"({"rate_limit_5h":0,"rate_limit_1d":8.5})"_ba
                                 << QJsonObject{{u"rate_limit_5h"_s, 0}, {u"rate_limit_1d"_s, 8.5}};
    }

    void aChangeTouchesOnlyWhatItNames()
    {
        QFETCH(QByteArray, change);
        QFETCH(QJsonObject, expected);
        KeyAsking asking;
        auto whole = asking.made(
            R"({"name":"a","quota":12.5,"expires_in_days":30,"ip_whitelist":["10.0.0.0/8"],"rate_limit_5h":3})");
        const auto answer = asking.onKeys("PUT", wayTo(whole), change);
        QCOMPARE(answer.status, 200);
        const auto changed = jsonOf(answer)[u"data"_s].toObject();
        for (auto field = expected.constBegin(); field != expected.constEnd(); ++field)
            whole[field.key()] = field.value();
        whole[u"updated_at"_s] = changed[u"updated_at"_s];
        QCOMPARE(changed, whole);
        QCOMPARE(jsonOf(asking.onKeys("GET", wayTo(whole)))[u"data"_s].toObject(), whole);
    }

    void aDisabledKeyIsRefusedByTheGate()
    {
        KeyAsking asking;
        const auto key = asking.made(R"({"name":"a"})");
        QCOMPARE(asking.onKeys("PUT", wayTo(key), R"({"status":"inactive"})").status, 200);
        for (const auto &way : {"/sub2api/v1/usage", "/sub2api/v1/models"}) {
            const auto refusal = asking.get(way, key[u"key"_s].toString());
            QCOMPARE(refusal.status, 401);
            QCOMPARE(jsonOf(refusal)[u"code"_s].toString(), u"API_KEY_DISABLED"_s);
        }
        QCOMPARE(asking.onKeys("PUT", wayTo(key), R"({"status":"active"})").status, 200);
        QCOMPARE(asking.get("/sub2api/v1/usage", key[u"key"_s].toString()).status, 200);
    }

    void aDeletedKeyIsNotKnownAnyMore()
    {
        KeyAsking asking;
        const auto key = asking.made(R"({"name":"a"})");
        QCOMPARE(jsonOf(asking.onKeys("DELETE", wayTo(key)))[u"code"_s].toInt(-1), 0);
        const auto refusal = asking.get("/sub2api/v1/usage", key[u"key"_s].toString());
        QCOMPARE(refusal.status, 401);
        QCOMPARE(jsonOf(refusal)[u"code"_s].toString(), u"INVALID_API_KEY"_s);
        for (const auto &method : {"GET"_ba, "PUT"_ba, "DELETE"_ba})
            isRefused(asking.onKeys(method, wayTo(key), "{}"), 404, u"API_KEY_NOT_FOUND"_s);
        QCOMPARE(asking.panel("/keys", asking.token())[u"total"_s].toInt(), 3);
        QCOMPARE(asking.made(R"({"name":"b"})")[u"id"_s].toInt(), 105); // numbers are not used again
    }

    void refusesWhatTheDocumentationRefuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");
        const auto make = [](const char *name, const QByteArray &body, int status, const QString &reason) {
            QTest::newRow(name) << "POST"_ba
                                << ""_ba << body << status << reason;
        };
        make("no name", R"({"quota":1})", 400, {});
        make("no JSON", "name=a", 400, {});
        make("a short key", R"({"name":"a","custom_key":"short"})", 400, u"API_KEY_TOO_SHORT"_s);
        make("a strange key", R"({"name":"a","custom_key":"sk-0123456789 abcdef"})", 400,
            u"API_KEY_INVALID_CHARS"_s);
        make("a key that is there", R"({"name":"a","custom_key":"sk-0123456789abcdef"})", 409,
            u"API_KEY_EXISTS"_s);
        make("a quota below zero", R"({"name":"a","quota":-1})", 400, u"API_KEY_LIMIT_INVALID"_s);
        make("a window below zero", R"({"name":"a","rate_limit_1d":-0.5})", 400, u"API_KEY_LIMIT_INVALID"_s);
        make("a quota as text", R"({"name":"a","quota":"1"})", 400, {});
        make("no days", R"({"name":"a","expires_in_days":0})", 400, u"API_KEY_EXPIRY_INVALID"_s);
        make("half a day", R"({"name":"a","expires_in_days":0.5})", 400, {});
        make("an address that is none", R"({"name":"a","ip_whitelist":["300.1.1.1"]})", 400,
            u"INVALID_IP_PATTERN"_s);
        make("a network that is none", R"({"name":"a","ip_blacklist":["10.0.0.0/40"]})", 400,
            u"INVALID_IP_PATTERN"_s);
        make("another's group", R"({"name":"a","group_id":9})", 403, u"GROUP_NOT_ALLOWED"_s);
        const auto change = [](const char *name, const QByteArray &way, const QByteArray &body, int status,
                                const QString &reason) {
            QTest::newRow(name) << "PUT"_ba << way << body << status << reason;
        };
        change("a status nobody knows", "/104", R"({"status":"asleep"})", 400, {});
        change("an expiry that is no moment", "/104", R"({"expires_at":"soon"})", 400, {});
        change("a key that is not there", "/999", "{}", 404, u"API_KEY_NOT_FOUND"_s);
        change("no number", "/self", "{}", 400, {});
    }

    void refusesWhatTheDocumentationRefuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, way);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, reason);
        KeyAsking asking;
        QCOMPARE(asking.made(R"({"name":"own","custom_key":"sk-0123456789abcdef"})")[u"key"_s].toString(),
            u"sk-0123456789abcdef"_s);
        const auto before = asking.json("/_control/keys");
        isRefused(asking.onKeys(method, way, body), status, reason);
        QCOMPARE(asking.json("/_control/keys"), before);
    }

    void nobodyGetsInWithoutASession()
    {
        KeyAsking asking;
        for (const auto &credential : {QString(), u"made-up"_s, asking.ofUser(u"email"_s)})
            QCOMPARE(asking.send("POST", Keys, credential, R"({"name":"a"})").status, 401);
        QCOMPARE(asking.send("DELETE", Keys + "/101", u"sub2api_web"_s, {}).status, 401);
        QCOMPARE(asking.send("POST", "/torouter/api/v1/keys", asking.token(), R"({"name":"a"})").status, 401);
    }
};

QTEST_GUILESS_MAIN(TestPanelKeyChanges)
#include "tst_panel_key_changes.moc"
