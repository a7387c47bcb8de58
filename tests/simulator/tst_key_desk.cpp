// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QByteArray Api = "/openrouter/api/v1";
const QString Team = u"openrouter_team"_s;
const QByteArray Truth = "/_control/truth?account=OpenRouter%20%C2%B7%20team";
const QString Old = u"dispatch-assistant"_s;
const QString New = u"dispatch-assistant-2"_s;

QJsonValue deskRow(Asking &asking, const QString &name)
{
    for (const auto &row : asking.json("/_control/keys")[u"keys"_s].toArray()) {
        if (row[u"name"_s] == name)
            return row;
    }
    return {};
}

QByteArray targetOf(Asking &asking, const QString &name)
{
    return Api + "/keys/" + deskRow(asking, name)[u"remote_id"_s].toString().toLatin1();
}

QString make(Asking &asking, const QString &name)
{
    const auto answer = asking.send("POST", Api + "/keys", Team, "{\"name\":\"" + name.toLatin1() + "\"}");
    return QJsonDocument::fromJson(answer.body)[u"key"_s].toString();
}

int move(Asking &asking, const QString &from, const QString &to, const QByteArray &at = {})
{
    QJsonObject wish{{u"from"_s, from}, {u"to"_s, to}};
    if (!at.isEmpty())
        wish[u"at"_s] = QString::fromLatin1(at);
    return asking.post("/_control/move-traffic", wish).status;
}

} // namespace

class TestKeyDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHowKeysStandAndNeverTheirText()
    {
        Asking asking(Thursday);
        const auto text = make(asking, New);
        const auto body = asking.get("/_control/keys").body;
        QVERIFY(!body.contains(text.toLatin1()));
        for (const auto &key : asking.greeting()[u"keys"_s].toObject())
            QVERIFY(!body.contains(key.toString().toLatin1()));
        const auto row = deskRow(asking, u"web-shop"_s);
        QCOMPARE(row[u"gateway"_s].toString(), u"sub2api"_s);
        QCOMPARE(row[u"remote_id"_s].toString(), u"101"_s);
        QCOMPARE(microsOfText(row[u"cap"_s]), 5'000'000'000);
        QCOMPARE(microsOfText(row[u"windows"_s][u"1d"_s]), 8'000'000);
        QCOMPARE(row[u"expires_at"_s].toString(), u"2027-03-01T00:00:00Z"_s);
        QCOMPARE(deskRow(asking, u"sandbox-dev"_s)[u"disabled"_s].toBool(), true);
        QCOMPARE(microsOfText(deskRow(asking, New)[u"spent"_s]), 0);
    }

    void movedTrafficIsTheNewKeysFromThenOn()
    {
        Asking untouched(Thursday);
        Asking asking(Thursday);
        const auto text = make(asking, New);
        const auto spent = keyTruth(asking.json(Truth), Old);
        QCOMPARE(move(asking, Old, New, "2026-06-18T12:00:00Z"), 200);
        QCOMPARE(keyTruth(asking.json(Truth), Old), spent);
        for (const auto &clock : {"2026-06-18T13:00:00Z"_ba, "2026-06-20T00:00:00Z"_ba}) {
            asking.setClock(clock);
            untouched.setClock(clock);
            const auto truth = asking.json(Truth + "&to=" + clock);
            const auto other = untouched.json(Truth + "&to=" + clock);
            QCOMPARE(truth[u"total"_s], other[u"total"_s]);
            QVERIFY(keyTruth(truth, New) > 0);
            QCOMPARE(keyTruth(truth, Old) + keyTruth(truth, New), keyTruth(other, Old));
        }
        const auto noon = asking.json(Truth + "&to=2026-06-18T12:00:00Z");
        QCOMPARE(keyTruth(noon, New), 0);
        QCOMPARE(keyTruth(asking.json(Truth), Old), keyTruth(noon, Old));
        const auto own = asking.json(Api + "/key", text)[u"data"_s];
        QCOMPARE(micros(own[u"usage"_s]), microsOfText(deskRow(asking, New)[u"spent"_s]));
    }

    void aRequestKeepsItsIdWhenItMoves()
    {
        Asking untouched(Thursday);
        Asking asking(Thursday);
        make(asking, New);
        QCOMPARE(move(asking, Old, New), 200);
        for (auto *one : {&untouched, &asking})
            one->setClock("2026-06-18T13:00:00Z");
        const auto account = u"OpenRouter · team"_s;
        const auto before
            = requestTruth(untouched, account, Old, "2026-06-18T11:05:00Z", "2026-06-18T12:00:00Z");
        const auto after = requestTruth(asking, account, New, "2026-06-18T11:05:00Z", "2026-06-18T12:00:00Z");
        QVERIFY(!before.isEmpty());
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after.first()[u"id"_s], before.first()[u"id"_s]);
        QCOMPARE(
            requestTruth(asking, account, Old, "2026-06-18T11:05:00Z", "2026-06-18T12:00:00Z").size(), 0);
    }

    void movedTrafficCanMoveBack()
    {
        Asking untouched(Thursday);
        Asking asking(Thursday);
        make(asking, New);
        QCOMPARE(move(asking, Old, New, "2026-06-18T12:00:00Z"), 200);
        QCOMPARE(move(asking, New, Old, "2026-06-18T14:00:00Z"), 200);
        QCOMPARE(move(asking, New, Old, "2026-06-18T15:00:00Z"), 200); // nothing is left to move
        for (auto *one : {&untouched, &asking})
            one->setClock("2026-06-19T00:00:00Z");
        const auto between = "&from=2026-06-18T12:00:00Z&to=2026-06-18T14:00:00Z";
        const auto all = "&to=2026-06-19T00:00:00Z";
        QCOMPARE(keyTruth(asking.json(Truth + all), New), keyTruth(untouched.json(Truth + between), Old));
        QCOMPARE(asking.json(Truth + all)[u"total"_s], untouched.json(Truth + all)[u"total"_s]);
    }

    void aDisabledKeySpendsNothing()
    {
        Asking asking(Thursday);
        const auto target = targetOf(asking, Old);
        const auto spent = keyTruth(asking.json(Truth), Old);
        QCOMPARE(asking.send("PATCH", target, Team, R"({"disabled":true})").status, 200);
        asking.setClock("2026-06-18T13:00:00Z");
        QCOMPARE(keyTruth(asking.json(Truth), Old), spent);
        QCOMPARE(asking.send("PATCH", target, Team, R"({"disabled":false})").status, 200);
        QCOMPARE(keyTruth(asking.json(Truth), Old), spent);
        asking.setClock("2026-06-18T15:00:00Z");
        QVERIFY(keyTruth(asking.json(Truth), Old) > spent);
    }

    void thePanelsRowsFollowTheTraffic()
    {
        PanelAsking asking(Thursday);
        const auto token = asking.accessToken();
        const auto made = jsonOf(asking.send(
            "POST", "/sub2api/api/v1/keys", token, R"({"name":"web-shop-2","quota":100})"))[u"data"_s];
        const auto rows = [&](int key) {
            return asking.panel("/usage?page_size=1000&api_key_id=" + QByteArray::number(key), token);
        };
        const auto before = rows(101)[u"total"_s].toInt();
        QCOMPARE(move(asking, u"sub2api_web"_s, u"web-shop-2"_s, "2026-06-18T11:00:00Z"), 200);
        asking.setClock("2026-06-18T15:00:00Z");
        const auto after = rows(made[u"id"_s].toInt());
        QVERIFY(after[u"total"_s].toInt() > 0);
        QCOMPARE(rows(101)[u"total"_s].toInt(), before);
        QCOMPARE(after[u"items"_s].toArray().size(), after[u"total"_s].toInt());
        qint64 sum = 0;
        for (const auto &row : after[u"items"_s].toArray()) {
            QCOMPARE(row[u"api_key"_s][u"name"_s].toString(), u"web-shop-2"_s);
            sum += micros(row[u"actual_cost"_s]);
        }
        const auto usage = asking.json("/sub2api/v1/usage", made[u"key"_s].toString());
        QCOMPARE(micros(usage[u"quota"_s][u"used"_s]), sum);
        QCOMPARE(microsOfText(deskRow(asking, u"web-shop-2"_s)[u"spent"_s]), sum);
        QVERIFY(asking.panel("/keys", token)[u"items"_s][0][u"last_used_at"_s].isString());
    }

    void whatCannotBeMovedIsRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("at");
        QTest::newRow("from nobody") << u"nobody"_s << New << ""_ba;
        QTest::newRow("to nobody") << Old << u"nobody"_s << ""_ba;
        QTest::newRow("to itself") << Old << Old << ""_ba;
        QTest::newRow("a name of two") << u"nightly-eval"_s << New << ""_ba;
        QTest::newRow("to another account") << Old << u"sub2api_web"_s << ""_ba;
        QTest::newRow("the past") << Old << New << "2026-06-18T10:00:00Z"_ba;
        QTest::newRow("no moment") << Old << New << "soon"_ba;
        QTest::newRow("to a disabled key") << Old << u"retired-pilot"_s << ""_ba;
    }

    void whatCannotBeMovedIsRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QByteArray, at);
        Asking asking(Thursday);
        make(asking, New);
        QCOMPARE(move(asking, from, to, at), 400);
    }

    void aChangeWhoseAnswerIsLostIsDone_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("isDone");
        QTest::newRow("cut") << R"("cut_after_bytes":10)"_ba << true;
        QTest::newRow("closed") << R"("close":true)"_ba << true;
        QTest::newRow("a status instead") << R"("status":500)"_ba << false;
        QTest::newRow("a status afterwards") << R"("status":504,"done":true)"_ba << true;
        QTest::newRow("said and not done") << R"("status":200,"body":"{}")"_ba << false;
    }

    void aChangeWhoseAnswerIsLostIsDone()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, isDone);
        Asking asking(Thursday);
        const auto target = targetOf(asking, Old);
        const auto posted = asking.send("POST", "/_control/fault", {},
            R"({"match":"/openrouter/api/v1/keys/","method":"PATCH","times":1,)" + fault + '}');
        QCOMPARE(posted.status, 200);
        QCOMPARE(asking.get(target, Team).status, 200); // another method is left alone
        const auto answer = asking.send("PATCH", target, Team, R"({"name":"renamed"})");
        QVERIFY(answer.status != 200 || answer.close || answer.cutAfterBytes || answer.body == "{}");
        const auto name = asking.json(target, Team)[u"data"_s][u"name"_s].toString();
        QCOMPARE(name, isDone ? u"renamed"_s : Old);
    }

    void aFaultCanMeanAKeyThatWasMade()
    {
        Asking asking(Thursday);
        const auto text = make(asking, New);
        QCOMPARE(asking.post("/_control/fault", {{u"key"_s, New}, {u"status"_s, 503}}).status, 200);
        QCOMPARE(asking.get(Api + "/key", text).status, 503);
        QCOMPARE(asking.get(Api + "/key", u"openrouter_team_dispatch"_s).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestKeyDesk)
#include "tst_key_desk.moc"
