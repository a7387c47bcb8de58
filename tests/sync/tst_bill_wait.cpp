// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/look_up_world.h"
#include "sync/bill_wait.h"

#include <QUrlQuery>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Forever = std::chrono::hours(1);

Result<HttpResponse> bill(const QUrl &url)
{
    const auto body
        = u"{\"data\":{\"id\":\"%1\",\"created_at\":\"2026-06-18T08:59:00Z\",\"model\":\"acme/a\","
          "\"finish_reason\":\"stop\",\"usage\":0.25,\"is_byok\":false}}"_s;
    return ScriptedHttp::json(body.arg(QUrlQuery(url).queryItemValue(u"id"_s)).toUtf8());
}

} // namespace

class BillWaitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_isOver = false;
        m_world = std::make_unique<LookUpWorld>();
        m_world->http.answer = bill;
        m_main = m_world->add(u"Main"_s);
    }
    void cleanup() { m_world.reset(); }

    void anotherGatewayThatDoesNotAnswerHoldsNobodyUp()
    {
        const auto other = m_world->add(u"Other"_s);
        m_world->http.held.insert(u"other.example"_s);
        QVERIFY(await(m_world->service.add(other, {u"gen-0"_s})));
        m_world->clock.moveTo(june(18, 10)); // it has waited longer than what is wanted now

        wait({u"gen-1"_s}, Forever);

        QTRY_VERIFY(m_isOver);
        QCOMPARE(m_world->http.hosts, QStringList{u"main.example"_s});
        QCOMPARE(m_world->costs(), u"250000000"_s);
        QCOMPARE(m_world->waiting().size(), 1); // the other's, for later
    }

    void itsOwnGatewayThatDoesNotAnswerIsWaitedForNoLongerThanThePatience()
    {
        m_world->http.held.insert(u"main.example"_s);

        wait({u"gen-1"_s}, std::chrono::milliseconds(100));

        QTRY_VERIFY(m_isOver);
        QCOMPARE(m_world->waiting().size(), 1);
        m_world->http.held.clear();
        QTRY_COMPARE(m_world->costs(), u"250000000"_s); // what was asked for comes nevertheless
        QCOMPARE(m_world->http.hosts.size(), 1);
    }

    void allOfThemAreWaitedFor()
    {
        wait({u"gen-2"_s, u"gen-1"_s}, Forever); // asked for in the order of their names
        QTRY_VERIFY(m_isOver);
        QCOMPARE(m_world->costs(), u"250000000,250000000"_s);
    }

    //! As the rows of a run leave it: asked for by itself, and waited for by a page.
    void whatIsAskedForAlreadyIsAskedForOnce()
    {
        const auto wanted
            = m_world->storage.write([account = m_main, at = m_world->clock.now()](Database &database) {
                  return LookUpRepository(database).add(account, {u"gen-1"_s}, at);
              });
        QVERIFY(wanted.result());
        m_world->service.start();

        wait({u"gen-1"_s}, Forever);

        QTRY_VERIFY(m_isOver);
        QCOMPARE(m_world->http.hosts.size(), 1);
        QVERIFY(m_world->waiting().isEmpty());
    }

    void whatIsRefusedIsNotWaitedFor()
    {
        m_world->http.answer = [](const QUrl &) { return ScriptedHttp::json("{}", 403); };
        wait({u"gen-1"_s}, Forever);
        QTRY_VERIFY(m_isOver);
        QVERIFY(m_world->waiting().isEmpty());
    }

    void whatCannotBeKeptIsNotWaitedFor()
    {
        const auto full = m_world->storage.write([](Database &database) {
            return database.execute(u"CREATE TRIGGER refuse BEFORE DELETE ON generation_look_up "
                                    "BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
        });
        QVERIFY(full.result());
        wait({u"gen-1"_s}, Forever);
        QTRY_VERIFY(m_isOver);
        QCOMPARE(m_world->waiting().size(), 1);
    }

private:
    void wait(const QStringList &ids, std::chrono::milliseconds patience)
    {
        QCoro::connect(waitForBills(m_world->service, m_main, ids, patience), this,
            [this](const Outcome &waited) { m_isOver = waited.has_value(); });
    }

    std::unique_ptr<LookUpWorld> m_world;
    AccountId m_main;
    bool m_isOver = false;
};

QTEST_GUILESS_MAIN(BillWaitTest)
#include "tst_bill_wait.moc"
