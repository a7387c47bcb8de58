// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/look_up_world.h"

#include <QSignalSpy>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The bill of a request; `cost`: its members that tell it.
ScriptedHttp::Answer bill(const QByteArray &cost)
{
    return [cost](const QUrl &) -> Result<HttpResponse> {
        return ScriptedHttp::json(R"({"data":{"id":"gen-1","created_at":"2026-06-18T08:59:00Z",)"
                                  R"("model":"acme/a","finish_reason":"stop",)"
            + cost + "}}");
    };
}

} // namespace

//! A gateway knows a request some seconds before it knows what it cost.
class UnsettledBillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAskedForUntilItTellsTheCost_data() { gateways(); }
    void isAskedForUntilItTellsTheCost()
    {
        QFETCH(const QString, gateway);
        QFETCH(const QByteArray, unsettled);
        QFETCH(const QByteArray, settled);
        LookUpWorld world;
        const auto account = world.add(u"Main"_s, gateway);
        QSignalSpy found(&world.service, &GenerationLookUpService::found);
        QVERIFY(await(world.service.add(account, {u"gen-1"_s})));
        world.http.answer = bill(unsettled);

        QVERIFY(await(world.service.askDue()));

        QCOMPARE(world.waiting().size(), 1);
        QCOMPARE(world.waiting().constFirst().tries, 1);
        QCOMPARE(found.size(), 0);
        world.clock.moveTo(world.waiting().constFirst().nextAt);
        world.http.answer = bill(settled);
        QVERIFY(await(world.service.askDue()));
        QCOMPARE(world.costs(), u"250000000"_s);
        QVERIFY(world.waiting().isEmpty());
        QCOMPARE(found.size(), 1);
    }

    void afterADayWhatIsKnownIsKept_data() { gateways(); }
    void afterADayWhatIsKnownIsKept()
    {
        QFETCH(const QString, gateway);
        QFETCH(const QByteArray, unsettled);
        LookUpWorld world;
        const auto account = world.add(u"Main"_s, gateway);
        QSignalSpy found(&world.service, &GenerationLookUpService::found);
        QVERIFY(await(world.service.add(account, {u"gen-1"_s})));
        world.http.answer = bill(unsettled);
        const auto began = world.clock.now();
        while (found.isEmpty()) {
            QVERIFY(await(world.service.askDue()));
            if (const auto waiting = world.waiting(); !waiting.isEmpty())
                world.clock.moveTo(waiting.constFirst().nextAt);
        }
        QVERIFY(began.secsTo(world.clock.now()) >= 24 * 3600);
        QCOMPARE(world.costs(), u"-"_s); // a row, and it does not say that nothing was charged
        QVERIFY(world.waiting().isEmpty());
    }

    void thatItWasFreeIsACost()
    {
        LookUpWorld world;
        const auto account = world.add(u"Main"_s, u"chuizi"_s);
        QVERIFY(await(world.service.add(account, {u"gen-1"_s})));
        world.http.answer = bill(R"("cost":"0.00000000")");
        QVERIFY(await(world.service.askDue()));
        QCOMPARE(world.costs(), u"0"_s);
        QVERIFY(world.waiting().isEmpty());
    }

private:
    static void gateways()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QByteArray>("unsettled");
        QTest::addColumn<QByteArray>("settled");
        QTest::newRow("Chuizi.AI") << u"chuizi"_s << R"("cost":null,"upstream_cost":null)"_ba
                                   << R"("cost":"0.25000000")"_ba;
        QTest::newRow("OpenRouter") << u"openrouter"_s << R"("usage":null)"_ba
                                    << R"("usage":0.25)"_ba;
    }
};

QTEST_GUILESS_MAIN(UnsettledBillTest)
#include "tst_unsettled_bill.moc"
