// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_record.h"
#include "playground/stored_request_look_up.h"
#include "storage/account_repository.h"
#include "storage/request_repository.h"
#include "storage/storage.h"
#include "support/await.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class StoredRequestLookUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void aBilledRequestIsNotAskedForAgain()
    {
        store(m_world->main, RowSource::GenerationLookup);
        const auto found = find(u" gen-1 "_s);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QVERIFY(found->isBilled);
        QCOMPARE(found->accountName, u"Main"_s);
        QCOMPARE(found->facts.cost->billed, cents(12));
        QVERIFY(m_world->asked.isEmpty());
    }

    //! It was given up before the gateway had settled it.
    void aBillThatTellsNoCostIsAskedForAgain()
    {
        m_world->put(m_world->main, RowSource::GenerationLookup, false);
        const auto unsettled = find(u"gen-1"_s);
        QVERIFY(unsettled);
        QVERIFY(!unsettled->isBilled);
        QCOMPARE(m_world->asked, QStringList{u"gen-1"_s});

        m_world->brings = true;
        const auto found = find(u"gen-1"_s);
        QVERIFY(found);
        QVERIFY(found->isBilled);
        QCOMPARE(found->facts.cost->billed, cents(12));
    }

    void whatHasNoBillIsAskedForByTheRowsOwnId_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("its own") << u"gen-1"_s;
        QTest::newRow("the gateway's of the call") << u"req_1"_s;
        QTest::newRow("the provider's") << u"up-1"_s;
    }
    void whatHasNoBillIsAskedForByTheRowsOwnId()
    {
        QFETCH(const QString, id);
        store(m_world->main, RowSource::Playground);
        m_world->brings = true;
        const auto found = find(id);
        QVERIFY(found);
        QCOMPARE(m_world->asked, QStringList{u"gen-1"_s});
        QVERIFY(found->isBilled);
        QCOMPARE(found->source, RowSource::GenerationLookup);
    }

    void whatTheGatewayDoesNotHaveYetIsToldAsItIsKnown()
    {
        store(m_world->main, RowSource::Playground);
        for (const bool fails : {false, true}) {
            m_world->fails = fails;
            const auto found = find(u"gen-1"_s);
            QVERIFY(found);
            QVERIFY(!found->isBilled);
            QCOMPARE(found->source, RowSource::Playground);
        }
        QCOMPARE(m_world->asked.size(), 2);
    }

    void whatTheLedgerDoesNotHaveIsAskedFor()
    {
        m_world->brings = true;
        const auto found = find(u"gen-1"_s);
        QVERIFY(found);
        QVERIFY(found->isBilled);

        m_world->brings = false;
        QCOMPARE(find(u"gen-2"_s).error().kind, Error::Kind::NotFound);
        m_world->fails = true;
        QCOMPARE(find(u"gen-2"_s).error().kind, Error::Kind::Storage);
        QCOMPARE(find(u" "_s).error().kind, Error::Kind::InvalidInput);
    }

    void whereNothingIsLookedUpTheLedgerIsAll()
    {
        const auto other = m_world->other;
        QCOMPARE(await(m_world->lookUp.find(other, u"gen-1"_s)).error().kind, Error::Kind::NotOffered);
        store(other, RowSource::PolledLog);
        const auto found = await(m_world->lookUp.find(other, u"gen-1"_s));
        QVERIFY(found);
        QCOMPARE(found->account, other);
        QVERIFY(!found->isBilled);
        QVERIFY(m_world->asked.isEmpty());
    }

    void theAccountThatIsAskedAboutComesFirst()
    {
        store(m_world->other, RowSource::PolledLog);
        store(m_world->main, RowSource::Playground);
        QCOMPARE(find(u"gen-1"_s)->account, m_world->main);
        QCOMPARE(await(m_world->lookUp.find(m_world->other, u"gen-1"_s))->account, m_world->other);
    }

private:
    static RequestFacts row()
    {
        auto facts = request(u"gen-1"_s, june(3), 12);
        facts.detail.gatewayRequestId = u"req_1"_s;
        facts.detail.upstreamId = u"up-1"_s;
        return facts;
    }

    struct World {
        TempProfile profile;
        Storage storage{profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc()};
        AccountId main = add(u"Main"_s, u"openrouter"_s);
        AccountId other = add(u"Other"_s, u"openai-compatible"_s);
        QStringList asked;
        bool brings = false; //!< the gateway has the bill
        bool fails = false;
        StoredRequestLookUp lookUp{
            storage, [this](AccountId account, QString id) { return bill(account, id); }};

        AccountId add(const QString &name, const QString &gateway)
        {
            return *storage
                        .write([name, gateway](Database &database) {
                            Account account;
                            account.gateway = gateway;
                            account.name = name;
                            account.addedAt = june(1);
                            return AccountRepository(database).add(account);
                        })
                        .result();
        }
        Async<Done> bill(AccountId account, QString id)
        {
            asked.append(id);
            if (fails)
                co_return fail(Error::Kind::Storage);
            if (brings)
                put(account, RowSource::GenerationLookup);
            co_return Done{};
        }
        void put(AccountId account, RowSource source, bool tellsCost = true)
        {
            const RequestBatch batch{account, source, u"GET /generation"_s, june(4), {}};
            auto told = row();
            if (source == RowSource::Playground || !tellsCost)
                told.cost.reset(); // that is what the bill brings; without news the row stays as it is
            const auto stored = storage
                                    .write([batch, told](Database &database) {
                                        return database.inTransaction(
                                            [&] { return RequestRepository(database).store(batch, {told}); });
                                    })
                                    .result();
            QVERIFY(stored);
        }
    };

    void store(AccountId account, RowSource source) { m_world->put(account, source); }
    Result<FoundRequest> find(const QString &id) { return await(m_world->lookUp.find(m_world->main, id)); }

    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(StoredRequestLookUpTest)
#include "tst_stored_request_look_up.moc"
