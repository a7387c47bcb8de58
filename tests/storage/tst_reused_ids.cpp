// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/playground_mark_repository.h"
#include "storage/request_repository.h"
#include "storage/usage_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(QList<tollkeeper::RowSource>)

//! Not every id that an answer has is the only one of its kind.
class ReusedIdsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.emplace(*Database::open(u":memory:"_s));
        m_account = addAccount(*m_database, u"Main"_s);
    }

    //! Some servers count their ids anew after a thousand.
    void anIdThatAServerUsesAgainIsAnotherRequest()
    {
        auto refused = request(u"chatcmpl-7"_s, june(3, 9), 100);
        refused.outcome = RequestOutcome::Failed;
        refused.errorCode = u"overloaded"_s;
        const auto served = request(u"chatcmpl-7"_s, june(3, 10), 250);

        store({refused}, RowSource::Playground);
        QCOMPARE(store({served}, RowSource::Playground), (StoredRows{1, 0, 0, 0}));
        for (const auto &again : {refused, served}) // stored twice: each meets its own row
            QCOMPARE(store({again}, RowSource::Playground), (StoredRows{0, 0, 1, 0}));
        const auto first = UsageRepository(*m_database).byRequestId(u"chatcmpl-7"_s);
        QCOMPARE(first->size(), 1);
        QCOMPARE(first->constFirst().facts.errorCode, refused.errorCode);
        QCOMPARE(first->constFirst().facts.startedAt, refused.startedAt);
        const auto apart = u"chatcmpl-7#%1"_s.arg(served.startedAt.toMSecsSinceEpoch());
        const auto second = UsageRepository(*m_database).byRequestId(apart);
        QCOMPARE(second->size(), 1);
        QCOMPARE(second->constFirst().facts.errorCode, QString());
        QCOMPARE(second->constFirst().facts.detail.gatewayRequestId, u"chatcmpl-7"_s);
        QVERIFY(second->constFirst().isFromPlayground);
        QCOMPARE(second->constFirst().facts.cost->billed, cents(250));
        QCOMPARE(m_database->value(u"SELECT SUM(billed_nanos) FROM request_rollup"_s)->toLongLong(),
            cents(350).nanos());
    }

    //! The clocks of two sources differ; only what one of them says twice can be two requests.
    void aLogsRowMeetsTheSentOneWhateverItsClockSays()
    {
        auto sent = request(u"chatcmpl-7"_s, june(3, 9), 100);
        sent.firstByteMs = 70;
        store({request(u"chatcmpl-7"_s, june(3, 9, 1), 100)}, RowSource::PolledLog);
        QCOMPARE(store({sent}, RowSource::Playground), (StoredRows{0, 1, 0, 0}));
        QCOMPARE(store({sent}, RowSource::Playground), (StoredRows{0, 0, 1, 0}));
        const auto rows = UsageRepository(*m_database).byRequestId(u"chatcmpl-7"_s);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->constFirst().source, RowSource::PolledLog); // who fills in does not tell it
        QCOMPARE(m_database->value(u"SELECT COUNT(*) FROM request"_s)->toInt(), 1);
    }

    //! Whichever comes first, and however often the bill is read.
    void aBillLeavesHowItWentToWhoSentIt_data()
    {
        QTest::addColumn<QList<RowSource>>("order");
        const auto sent = RowSource::Playground;
        const auto bill = RowSource::GenerationLookup;
        QTest::newRow("the bill later") << QList<RowSource>{sent, bill};
        QTest::newRow("the bill twice") << QList<RowSource>{sent, bill, bill};
        QTest::newRow("the bill first") << QList<RowSource>{bill, sent};
    }

    void aBillLeavesHowItWentToWhoSentIt()
    {
        QFETCH(QList<RowSource>, order);
        auto sent = request(u"gen-1"_s, june(3, 9), 0);
        sent.cost.reset();
        sent.requestedModel = u"sim/other-model"_s;
        sent.outcome = RequestOutcome::Failed;
        sent.httpStatus = 200;
        sent.errorCode = u"content_filter"_s;
        sent.detail.category = Category::Moderation;
        auto bill = request(u"gen-1"_s, june(3, 9), 250);
        bill.requestedModel.clear();

        for (const auto source : order) {
            store({source == RowSource::Playground ? sent : bill}, source);
            if (source == RowSource::Playground)
                QVERIFY(PlaygroundMarkRepository(*m_database).mark(m_account, {u"gen-1"_s}));
        }

        const auto rows = UsageRepository(*m_database).byRequestId(u"gen-1"_s);
        QCOMPARE(rows->size(), 1);
        const auto &facts = rows->constFirst().facts;
        QCOMPARE(facts.outcome, RequestOutcome::Failed);
        QCOMPARE(facts.errorCode, sent.errorCode);
        QCOMPARE(facts.detail.category, sent.detail.category);
        QCOMPARE(facts.requestedModel, sent.requestedModel);
        QCOMPARE(facts.cost->billed, cents(250));
    }

    void aBillOfWhatOthersSentIsTheBetterSource()
    {
        auto logged = request(u"gen-1"_s, june(3, 9), 100);
        logged.outcome = RequestOutcome::Failed;
        store({logged}, RowSource::PolledLog);
        store({request(u"gen-1"_s, june(3, 9), 250)}, RowSource::GenerationLookup);
        const auto rows = UsageRepository(*m_database).byRequestId(u"gen-1"_s);
        QCOMPARE(rows->constFirst().facts.outcome, RequestOutcome::Complete);
    }

private:
    StoredRows store(const QList<RequestFacts> &rows, RowSource source)
    {
        const RequestBatch batch{m_account, source, u"POST /chat/completions"_s, june(10, 0), {}};
        const auto stored
            = m_database->inTransaction([&] { return RequestRepository(*m_database).store(batch, rows); });
        if (!stored)
            qWarning() << stored.error().detail;
        return stored.value_or(StoredRows{});
    }

    std::optional<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(ReusedIdsTest)
#include "tst_reused_ids.moc"
