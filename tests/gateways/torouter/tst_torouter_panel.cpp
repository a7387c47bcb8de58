// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/panel_answers.h"
#include "gateways/torouter/torouter_connector.h"
#include "support/connector_run.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const QUrl Base(u"https://portal.torouter.ai/v1"_s);
const auto OwnKeyText = "sk-own-key-0123456789abcdef"_ba;
const auto OtherKeyText = "sk-other-key-fedcba9876543210"_ba;

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

HttpResponse envelope(const QByteArray &data)
{
    return jsonAnswer("{\"code\":0,\"message\":\"success\",\"data\":" + data + "}");
}

std::shared_ptr<const Secret> secret(const QByteArray &text)
{
    return std::make_shared<const Secret>(*Secret::fromInput(text));
}

PollContext withLogin(PollPurpose purpose = PollPurpose::Poll)
{
    const auto own = secret(OwnKeyText);
    return {.purpose = purpose,
        .now = Now,
        .hasPanelLogin = true,
        .keyFingerprint = own->fingerprint(),
        .keyMasked = own->masked()};
}

QByteArray keyItem(int id, const QByteArray &key, const QByteArray &more = {})
{
    return "{\"id\":" + QByteArray::number(id) + ",\"key\":\"" + key + "\",\"name\":\"key "
        + QByteArray::number(id) + "\",\"status\":\"active\"" + more + "}";
}

QByteArray listOf(const QByteArrayList &items)
{
    return "{\"items\":[" + items.join(',') + "],\"total\":" + QByteArray::number(items.size())
        + ",\"page\":1,\"page_size\":100,\"pages\":1}";
}

//! A panel with these keys, one request of each key, and ten dollars.
Answerer panelWith(const QByteArray &keys)
{
    return [keys](const HttpRequest &request) {
        const auto path = request.url.path();
        if (path == u"/api/v1/keys"_s)
            return envelope(keys);
        if (path == u"/api/v1/auth/me"_s)
            return envelope(R"({"id":1,"email":"a@b.example","balance":10})");
        if (path == u"/api/v1/usage"_s)
            return envelope(
                R"({"items":[{"id":2,"api_key_id":7,"request_id":"client:b","created_at":"2026-11-18T09:00:00Z","actual_cost":2},
                             {"id":1,"api_key_id":8,"request_id":"client:a","created_at":"2026-11-18T08:00:00Z","actual_cost":1}],
                    "total":2,"page":1,"page_size":1000})");
        return jsonAnswer(
            R"({"mode":"quota_limited","isValid":true,"quota":{"limit":9,"used":2},"rate_limits":[{"window":"5h","limit":3,"used":1}],
                "daily_usage":[{"date":"2026-11-18","actual_cost":2}]})");
    };
}

} // namespace

//! Keys and their polls with a login at the panel of sub2api, without any wire.
class ToRouterPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPollWithALoginTellsEveryKeyAndEveryRequest()
    {
        const auto run = runConnector(torouter::ToRouterConnector(), withLogin(), Base,
            panelWith(listOf({keyItem(8, OtherKeyText), keyItem(7, OwnKeyText)})));

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QStringList paths;
        for (const auto &request : run.requests) {
            paths << request.url.path();
            const bool isPanel = request.url.path().startsWith(u"/api/"_s);
            QCOMPARE(request.credentialKind, isPanel ? CredentialKind::PanelSession : CredentialKind::ApiKey);
        }
        QCOMPARE(paths,
            (QStringList{u"/api/v1/keys"_s, u"/api/v1/auth/me"_s, u"/v1/usage"_s, u"/api/v1/usage"_s}));
        QVERIFY(run.facts->listsAllKeys);
        QCOMPARE(run.facts->balance->amount, usd("10"));
        QCOMPARE(run.facts->requests.size(), 2);
        QVERIFY(run.facts->whole);
    }

    void theOwnKeyIsOneKeyHoweverItIsSeen_data()
    {
        QTest::addColumn<QByteArray>("own");
        QTest::newRow("told whole") << OwnKeyText;
        QTest::newRow("shortened") << "sk-own-...cdef"_ba;
        QTest::newRow("masked") << "sk-****cdef"_ba;
    }

    void theOwnKeyIsOneKeyHoweverItIsSeen()
    {
        QFETCH(QByteArray, own);
        const auto run = runConnector(torouter::ToRouterConnector(), withLogin(), Base,
            panelWith(listOf({keyItem(8, OtherKeyText), keyItem(7, own)})));

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QStringList ids;
        for (const auto &key : run.facts->keys)
            ids << key.remoteId;
        QCOMPARE(ids, (QStringList{u"8"_s, u"self"_s}));
        QCOMPARE(run.facts->keys.at(1).name, u"key 7"_s); // the panel knows its name
        QCOMPARE(run.facts->requests.at(0).remoteKeyId, u"self"_s);
        QCOMPARE(run.facts->requests.at(1).remoteKeyId, u"8"_s);
        QCOMPARE(run.facts->buckets.constFirst().remoteKeyId, u"self"_s);
    }

    void aKeyThatCannotBeRecognisedDoesNotCountTwice()
    {
        const auto run = runConnector(torouter::ToRouterConnector(), withLogin(), Base,
            panelWith(listOf({keyItem(8, "sk-****3210"), keyItem(7, "")})));

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.facts->keys.size(), 2); // under the panel's numbers alone
        QVERIFY(run.facts->buckets.isEmpty() && run.facts->counters.isEmpty());
        QVERIFY(run.facts->limits.isEmpty());
        QCOMPARE(run.facts->requests.at(0).remoteKeyId, u"7"_s);
    }

    void aLoginThatDoesNotOwnTheKeyIsRefused()
    {
        const auto run = runConnector(
            torouter::ToRouterConnector(), withLogin(), Base, panelWith(listOf({keyItem(8, OtherKeyText)})));
        QVERIFY(!run.facts);
        QCOMPARE(run.facts.error().kind, Error::Kind::LoginRefused);
    }

    void aKeyIsNeverKeptWhole()
    {
        const auto connector = torouter::ToRouterConnector();
        const auto page = connector.read(connector.firstCursor(withLogin()),
            envelope(listOf({keyItem(7, OwnKeyText), keyItem(8, OtherKeyText)})));
        QVERIFY(page);
        for (const auto &key : page->facts.keys) {
            const auto all = key.remoteId + key.name + key.masked;
            QVERIFY2(!all.contains(u"0123456789"_s) && !all.contains(u"9876543210"_s), qPrintable(all));
            QVERIFY(!key.masked.isEmpty());
        }
        QVERIFY(!page->next->contains("0123456789abcdef") && !page->next->contains("fedcba9876543210"));
    }

    void readsWhatThePanelSaysOfAKey()
    {
        const auto key = torouter::parseKey(object(keyItem(7, OwnKeyText,
            R"(,"quota":25,"quota_used":"4.5","expires_at":"2027-03-01T00:00:00Z","rate_limit_5h":3,"usage_5h":0.4,
                "reset_5h_at":"2026-11-18T14:00:00Z","rate_limit_1d":0,"usage_1d":0,"rate_limit_7d":null)")));
        QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
        QCOMPARE(key->facts.cap, std::optional(Cap{usd("25"), usd("4.5"), QString()}));
        QCOMPARE(key->facts.expiresAt, std::optional(QDateTime({2027, 3, 1}, {0, 0}, Qt::UTC)));
        QVERIFY(!key->facts.isDisabled);
        QCOMPARE(key->windows.size(), 1);
        QCOMPARE(key->windows.constFirst().name, u"5h"_s);
        QCOMPARE(key->windows.constFirst().limit, std::optional(usd("3")));
        QVERIFY(torouter::parseKey(object(R"({"id":1,"status":"inactive","quota":0})"))->facts.isDisabled);
        QVERIFY(!torouter::parseKey(object(R"({"id":1,"quota":0})"))->facts.cap);
        QVERIFY(!torouter::parseKey(object(R"({"name":"no id"})")));
        QVERIFY(!torouter::parseKey(object(R"({"id":1,"quota":"much"})")));
    }

    void aHashIsNotTheKey()
    {
        const auto hash = QByteArray(64, 'a');
        QVERIFY(torouter::parseKey(object(keyItem(7, hash)))->fingerprint.isEmpty());
    }

    void keysOfSeveralPagesAreReadToTheEnd()
    {
        const auto run
            = runConnector(torouter::ToRouterConnector(), withLogin(), Base, [](const HttpRequest &request) {
                  if (request.url.path() != u"/api/v1/keys"_s)
                      return panelWith({})(request);
                  const bool isFirst = request.url.query().startsWith(u"page=1&"_s);
                  const auto item = isFirst ? keyItem(8, OtherKeyText) : keyItem(7, OwnKeyText);
                  return envelope("{\"items\":[" + item + "],\"total\":2,\"page_size\":1}");
              });
        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.facts->keys.size(), 2);
        QVERIFY(!run.pages.at(0).facts.listsAllKeys && run.pages.at(1).facts.listsAllKeys);
    }

    void aProfileThatIsAbsentCostsNothing()
    {
        const auto whole = panelWith(listOf({keyItem(7, OwnKeyText)}));
        const auto run
            = runConnector(torouter::ToRouterConnector(), withLogin(), Base, [&](const HttpRequest &request) {
                  if (!request.url.path().endsWith(u"/me"_s))
                      return whole(request);
                  auto absent = jsonAnswer("{}");
                  absent.status = 404;
                  return absent;
              });
        QVERIFY(run.facts);
        QVERIFY(!run.facts->balance);
        QVERIFY(run.facts->whole);
    }

    void aTestAsksForTheKeysAndOneRow()
    {
        const auto run = runConnector(torouter::ToRouterConnector(), withLogin(PollPurpose::Test), Base,
            panelWith(listOf({keyItem(7, OwnKeyText)})));
        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.requests.size(), 2);
        QVERIFY(run.asked().at(1).contains(u"page_size=1&"_s));
        QVERIFY(!run.facts->whole);
    }

    void aGatewayThatAnswersInThePanelsPlaceIsNoPanel()
    {
        const torouter::ToRouterConnector connector;
        const auto page = connector.read(
            connector.firstCursor(withLogin()), jsonAnswer(R"({"mode":"quota_limited","isValid":true})"));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::Protocol);
    }
};

QTEST_GUILESS_MAIN(ToRouterPanelTest)
#include "tst_torouter_panel.moc"
