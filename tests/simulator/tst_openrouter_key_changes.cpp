// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QByteArray Api = "/openrouter/api/v1";
const QString Manager = u"openrouter_team"_s;

QJsonObject objectOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

struct Made {
    QJsonObject data;
    QString text;
    QByteArray target; //!< /keys/{hash}
};

Made make(Asking &asking, const QByteArray &body)
{
    const auto answer = asking.send("POST", Api + "/keys", Manager, body);
    if (answer.status != 201)
        qFatal("%s", answer.body.constData());
    const auto object = objectOf(answer);
    const auto data = object[u"data"_s].toObject();
    return {data, object[u"key"_s].toString(), Api + "/keys/" + data[u"hash"_s].toString().toLatin1()};
}

} // namespace

class TestOpenRouterKeyChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewKeyWorksAndHasSpentNothing()
    {
        Asking asking(Thursday);
        const auto made = make(asking,
            R"({"name":"fresh","limit":12.345678,"limit_reset":"weekly","include_byok_in_limit":true,
                "expires_at":"2026-12-31T00:00:00Z"})");
        QVERIFY(made.text.startsWith(u"sk-or-v1-"_s));
        QCOMPARE(made.text.size(), 9 + 64);
        QCOMPARE(made.data[u"name"_s].toString(), u"fresh"_s);
        QCOMPARE(micros(made.data[u"limit"_s]), 12'345'678);
        QCOMPARE(made.data[u"limit_reset"_s].toString(), u"weekly"_s);
        QCOMPARE(made.data[u"include_byok_in_limit"_s].toBool(), true);
        QCOMPARE(made.data[u"expires_at"_s].toString(), u"2026-12-31T00:00:00Z"_s);
        QCOMPARE(made.data[u"disabled"_s].toBool(true), false);
        QVERIFY(made.data[u"created_at"_s].toString().startsWith(u"2026-06-18T11:00:0"_s));
        QCOMPARE(asking.json(made.target, Manager)[u"data"_s].toObject(), made.data);
        const auto own = asking.json(Api + "/key", made.text)[u"data"_s];
        QCOMPARE(own[u"usage"_s].toDouble(-1), 0.0);
        QCOMPARE(own[u"is_management_key"_s].toBool(true), false);
        QCOMPARE(asking.get(Api + "/models", made.text).status, 200);
    }

    void everyNewKeyIsAnother()
    {
        Asking asking(Thursday);
        const auto one = make(asking, R"({"name":"same"})");
        const auto two = make(asking, R"({"name":"same"})");
        QVERIFY(one.text != two.text);
        QVERIFY(one.target != two.target);
    }

    void aNewKeyIsListedInItsWorkspace()
    {
        Asking asking(Thursday);
        const auto workspaces = asking.json(Api + "/workspaces", Manager)[u"data"_s].toArray();
        const auto id = workspaces.at(1).toObject()[u"id"_s].toString();
        const QJsonObject wish{{u"name"_s, u"there"_s}, {u"workspace_id"_s, id}};
        const auto made = make(asking, QJsonDocument(wish).toJson());
        QCOMPARE(made.data[u"workspace_id"_s].toString(), id);
        const auto listed
            = asking.json(Api + "/keys?workspace_id=" + id.toLatin1(), Manager)[u"data"_s].toArray();
        QCOMPARE(listed.last().toObject(), made.data);
    }

    void aChangeTouchesOnlyWhatItNames()
    {
        Asking asking(Thursday);
        const auto made = make(asking, R"({"name":"a","limit":5,"limit_reset":"daily"})");
        const auto changed
            = objectOf(asking.send("PATCH", made.target, Manager, R"({"name":"b","limit":null})"));
        auto expected = made.data;
        expected[u"name"_s] = u"b"_s;
        expected[u"limit"_s] = expected[u"limit_remaining"_s] = QJsonValue::Null;
        const auto updated = changed[u"data"_s].toObject()[u"updated_at"_s];
        QVERIFY(updated.isString());
        expected[u"updated_at"_s] = updated;
        QCOMPARE(changed[u"data"_s].toObject(), expected);
        QCOMPARE(asking.json(made.target, Manager)[u"data"_s].toObject(), expected);
    }

    void anExpiryCannotBeChanged()
    {
        Asking asking(Thursday);
        const auto made = make(asking, R"({"name":"a"})");
        const auto answer
            = asking.send("PATCH", made.target, Manager, R"({"expires_at":"2027-01-01T00:00:00Z"})");
        QCOMPARE(answer.status, 200); // unknown members are passed over
        QVERIFY(asking.json(made.target, Manager)[u"data"_s][u"expires_at"_s].isNull());
    }

    void aDisabledKeyIsRefusedUntilItIsEnabled()
    {
        Asking asking(Thursday);
        const auto made = make(asking, R"({"name":"a"})");
        QCOMPARE(asking.send("PATCH", made.target, Manager, R"({"disabled":true})").status, 200);
        const auto refusal = asking.get(Api + "/key", made.text);
        QCOMPARE(refusal.status, 401);
        QCOMPARE(objectOf(refusal)[u"error"_s].toObject()[u"code"_s].toInt(), 401);
        QCOMPARE(asking.send("PATCH", made.target, Manager, R"({"disabled":false})").status, 200);
        QCOMPARE(asking.get(Api + "/key", made.text).status, 200);
    }

    void anExpiredKeyIsRefused()
    {
        Asking asking(Thursday);
        const auto made = make(asking, R"({"name":"a","expires_at":"2026-06-18T12:00:00Z"})");
        QCOMPARE(asking.get(Api + "/key", made.text).status, 200);
        asking.setClock("2026-06-18T12:00:00Z");
        QCOMPARE(asking.get(Api + "/key", made.text).status, 401);
    }

    void aDeletedKeyIsGoneAndItsSpendStays()
    {
        Asking asking(Thursday);
        const auto before = asking.json("/_control/truth?account=OpenRouter%20%C2%B7%20team");
        const auto listed = asking.json(Api + "/keys", Manager)[u"data"_s].toArray();
        const auto dispatch = listed.first().toObject();
        const auto target = Api + "/keys/" + dispatch[u"hash"_s].toString().toLatin1();
        QCOMPARE(objectOf(asking.send("DELETE", target, Manager, {}))[u"deleted"_s].toBool(), true);
        QCOMPARE(asking.get(Api + "/key", u"openrouter_team_dispatch"_s).status, 401);
        for (const auto &method : {"GET"_ba, "PATCH"_ba, "DELETE"_ba})
            QCOMPARE(asking.send(method, target, Manager, "{}").status, 404);
        for (const auto &row : asking.json(Api + "/keys?include_disabled=true", Manager)[u"data"_s].toArray())
            QVERIFY(row[u"hash"_s] != dispatch[u"hash"_s]);
        QCOMPARE(asking.json("/_control/truth?account=OpenRouter%20%C2%B7%20team")[u"total"_s],
            before[u"total"_s]);
        asking.setClock("2026-06-18T15:00:00Z");
        const auto later = asking.json("/_control/truth?account=OpenRouter%20%C2%B7%20team");
        QCOMPARE(keyTruth(later, u"dispatch-assistant"_s), micros(dispatch[u"usage"_s]));
    }

    void refusesWhatTheDocumentationRefuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no name") << "POST"_ba << Manager << R"({"limit":5})"_ba << 400;
        QTest::newRow("an empty name") << "POST"_ba << Manager << R"({"name":""})"_ba << 400;
        QTest::newRow("a limit as text") << "POST"_ba << Manager << R"({"name":"a","limit":"5"})"_ba << 400;
        QTest::newRow("a limit below zero") << "POST"_ba << Manager << R"({"name":"a","limit":-1})"_ba << 400;
        QTest::newRow("a period nobody knows")
            << "POST"_ba << Manager << R"({"name":"a","limit_reset":"yearly"})"_ba << 400;
        QTest::newRow("an expiry without seconds")
            << "POST"_ba << Manager << R"({"name":"a","expires_at":"2027-01-01T00:00Z"})"_ba << 400;
        QTest::newRow("an expiry in another zone")
            << "POST"_ba << Manager << R"({"name":"a","expires_at":"2027-01-01T00:00:00+02:00"})"_ba << 400;
        QTest::newRow("an expiry that is over")
            << "POST"_ba << Manager << R"({"name":"a","expires_at":"2026-01-01T00:00:00Z"})"_ba << 400;
        QTest::newRow("another's workspace")
            << "POST"_ba << Manager << R"({"name":"a","workspace_id":"x"})"_ba << 400;
        QTest::newRow("no JSON") << "POST"_ba << Manager << "name=a"_ba << 400;
        QTest::newRow("an ordinary key")
            << "POST"_ba << u"openrouter_team_dispatch"_s << R"({"name":"a"})"_ba << 403;
        QTest::newRow("no key") << "POST"_ba << QString() << R"({"name":"a"})"_ba << 401;
        QTest::newRow("disabled as text") << "PATCH"_ba << Manager << R"({"disabled":"yes"})"_ba << 400;
        QTest::newRow("a change by an ordinary key")
            << "PATCH"_ba << u"openrouter_team_dispatch"_s << R"({"disabled":true})"_ba << 401;
        QTest::newRow("a change by another account's")
            << "PATCH"_ba << u"openrouter_management"_s << R"({"disabled":true})"_ba << 404;
    }

    void refusesWhatTheDocumentationRefuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, key);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        Asking asking(Thursday);
        const auto made = make(asking, R"({"name":"a"})");
        const auto before = asking.json("/_control/keys");
        const auto target = method == "POST"_ba ? Api + "/keys" : made.target;
        const auto answer = asking.send(method, target, key, body);
        QCOMPARE(answer.status, status);
        QCOMPARE(objectOf(answer)[u"error"_s].toObject()[u"code"_s].toInt(), status);
        QCOMPARE(asking.json("/_control/keys"), before);
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterKeyChanges)
#include "tst_openrouter_key_changes.moc"
