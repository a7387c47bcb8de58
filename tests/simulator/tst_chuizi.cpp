// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString New = u"chuizi_new"_s;
const QString NewAccount = u"Chuizi · new"_s;
const QString NewKey = u"storefront"_s;
const QString OldA = u"chuizi_old_a"_s;
const QString OldB = u"chuizi_old_b"_s;
const QByteArray Info = "/chuizi/v1/key/info"_ba;

//! Decimal text in units of 10^-8.
qint64 units(const QJsonValue &text)
{
    return qRound64(text.toString().toDouble() * 1e8);
}

} // namespace

class TestChuizi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCurrentFormTellsNoSpend()
    {
        Asking asking(Thursday);
        const auto body = asking.json(Info, New);
        const auto data = body[u"data"_s];
        QCOMPARE(data[u"key_prefix"_s].toString().toLatin1(), asking.text(New).left(7));
        QCOMPARE(data[u"daily_limit"_s].toString(), u"25.0000"_s);
        QVERIFY(data[u"balance"_s].isString() && units(data[u"balance"_s]) > 0);
        QCOMPARE(data[u"allowed_models"_s].toArray().size(), 2);
        QVERIFY(data[u"usage_today"_s].isUndefined() && body[u"usage_today"_s].isUndefined());
    }

    void theOldFormsTellTodaysSpend_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("keyName");
        QTest::newRow("flat") << OldA << u"Chuizi · old A"_s << u"ci"_s;
        QTest::newRow("nested") << OldB << u"Chuizi · old B"_s << u"notebooks"_s;
    }

    void theOldFormsTellTodaysSpend()
    {
        QFETCH(QString, key);
        QFETCH(QString, account);
        QFETCH(QString, keyName);
        Asking asking(Thursday);
        const auto info = asking.json(Info, key);
        const auto name = key == OldA ? info[u"name"_s] : info[u"key"_s][u"name"_s];
        QCOMPARE(name.toString(), keyName);
        QCOMPARE(info[u"currency"_s].toString(), u"USD"_s);
        QVERIFY(info[u"balance"_s].isString());
        const auto today
            = requestTruth(asking, account, keyName, "2026-06-18T00:00:00Z", "2026-06-18T11:00:00Z");
        QCOMPARE(microsOfText(info[u"usage_today"_s][u"cost"_s]), sumOfRequests(today));
        QVERIFY(info[u"usage_today"_s][u"requests"_s].toInt() > 10);
    }

    void theOldDailyLimitIsNoMoney()
    {
        Asking asking(Thursday);
        QCOMPARE(asking.json(Info, OldA)[u"rate_limit"_s][u"daily"_s].toInt(), 5000);
    }

    void theBalanceDipsWhileARequestIsOnHold()
    {
        Asking asking(Thursday);
        const auto requests
            = requestTruth(asking, NewAccount, NewKey, "2026-06-18T10:00:00Z", "2026-06-18T11:00:00Z");
        const auto first = QDateTime::fromString(requests.first()[u"at"_s].toString(), Qt::ISODateWithMs);
        const auto balanceAt = [&](const QDateTime &moment) {
            asking.setClock(moment.toString(Qt::ISODateWithMs).toLatin1());
            return units(asking.json(Info, New)[u"data"_s][u"balance"_s]);
        };
        const auto before = balanceAt(first.addMSecs(-1000));
        const auto during = balanceAt(first.addMSecs(1));
        QCOMPARE(before - during, 2 * units(requests.first()[u"amount"_s]));
        QVERIFY(before > during);
        QCOMPARE(balanceAt(first.addMSecs(1)), during);
    }

    void aGenerationTellsItsBill()
    {
        Asking asking(Thursday);
        const auto requests
            = requestTruth(asking, NewAccount, NewKey, "2026-06-17T09:00:00Z", "2026-06-17T12:00:00Z");
        QVERIFY(requests.size() > 5);
        for (const auto &request : requests) {
            const auto target = "/chuizi/v1/generation?id=" + request[u"id"_s].toString().toLatin1();
            const auto data = asking.json(target, New)[u"data"_s];
            QCOMPARE(data[u"id"_s], request[u"id"_s]);
            QCOMPARE(data[u"created_at"_s], request[u"at"_s]);
            QCOMPARE(microsOfText(data[u"cost"_s]), microsOfText(request[u"amount"_s]));
            QVERIFY(data[u"upstream_cost"_s].isString());
            QVERIFY(qAbs(units(data[u"cost"_s]) * 100 - units(data[u"upstream_cost"_s]) * 105) <= 105);
            QCOMPARE(data[u"model"_s], request[u"model"_s]);
        }
    }

    void aGenerationIsFoundOnlyByItsOwnerAndWhenSettled()
    {
        Asking asking(Thursday);
        const auto requests
            = requestTruth(asking, NewAccount, NewKey, "2026-06-18T10:50:00Z", "2026-06-18T11:00:00Z");
        const auto target = "/chuizi/v1/generation?id=" + requests.last()[u"id"_s].toString().toLatin1();
        QCOMPARE(asking.get(target, New).status, 200);
        const auto foreign = asking.get(target, OldA);
        QCOMPARE(foreign.status, 404);
        QVERIFY(foreign.body.contains(R"("code":"404")") && foreign.body.contains(R"("type":"not_found")"));
        asking.setClock("2026-06-18T10:50:00Z");
        const auto unsettled = asking.get(target, New);
        QCOMPARE(unsettled.status, 404);
        QVERIFY(unsettled.body.contains(R"("code":"generation_not_found")"));
        QCOMPARE(asking.get("/chuizi/v1/generation?id=gen-00aa", New).status, 404);
        QCOMPARE(asking.get("/chuizi/v1/generation", New).status, 400);
    }

    void modelsCarryThePriceWithTheGatewaysShare()
    {
        Asking asking(Thursday);
        const auto current = asking.json("/chuizi/v1/models", New)[u"data"_s].toArray();
        QCOMPARE(current.size(), 2);
        QCOMPARE(current.first()[u"id"_s].toString(), u"anthropic/claude-sonnet-4.5"_s);
        QCOMPARE(current.first()[u"pricing"_s][u"input"_s].toString(), u"3.15000"_s);
        QCOMPARE(current.first()[u"pricing"_s][u"output"_s].toString(), u"15.75000"_s);
        QCOMPARE(current.first()[u"pricing"_s][u"unit"_s].toString(), u"token"_s);
        const auto oldest = asking.json("/chuizi/v1/models", OldB)[u"data"_s].toArray();
        QVERIFY(oldest.size() > 2 && oldest.first()[u"pricing"_s].isUndefined());
    }

    void refusesStrangers_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("none") << QString();
        QTest::newRow("unknown") << u"ck-nobody"_s;
        QTest::newRow("of another gateway") << u"sub2api_web"_s;
    }

    void refusesStrangers()
    {
        QFETCH(QString, key);
        Asking asking(Thursday);
        const auto answer = asking.get(Info, key);
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.body.contains(R"("code":"invalid_api_key")"));
    }

    void keysHaveTheDocumentedLength()
    {
        Asking asking(Thursday);
        QCOMPARE(asking.text(New).size(), 35);
        QVERIFY(asking.text(New).startsWith("ck-"));
        QCOMPARE(asking.get("/chuizi/health").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestChuizi)
#include "tst_chuizi.moc"
