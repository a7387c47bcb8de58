// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/joined_bill.h"
#include "playground/run_answer.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

PlaygroundRun twoPosts()
{
    PlaygroundRun run;
    for (const auto &model : {u"alpha"_s, u"beta"_s}) {
        SentRequest sent;
        sent.model = model;
        sent.answer.httpStatus = 200;
        sent.answer.charged = Charged::Unknown;
        run.sent.append(sent);
    }
    run.sent.first().answer.isError = true;
    run.answer = answerOfAll(run.sent, u"alpha"_s);
    return run;
}

RequestFacts bill()
{
    auto facts = request(u"gen-1"_s, june(3), 12);
    facts.provider = u"Azure"_s;
    facts.detail.upstreamId = u"up-1"_s;
    facts.detail.attempts = {{u"Anthropic"_s, u"alpha"_s, 429, 410}, {u"Azure"_s, u"alpha"_s, 200, 900}};
    return facts;
}

//! "client alpha failed" for each attempt.
QStringList traceOf(const Answer &answer)
{
    QStringList lines;
    for (const auto &attempt : answer.attempts)
        lines.append(u"%1 %2 %3"_s.arg(toText(attempt.origin), attempt.model, toText(attempt.outcome)));
    return lines;
}

} // namespace

class JoinedBillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPostHasABillOfItsOwn_data()
    {
        QTest::addColumn<int>("post");
        QTest::addColumn<QStringList>("trace");
        QTest::newRow("the last") << 1
                                  << QStringList{u"client alpha failed"_s, u"client beta served"_s,
                                         u"gateway alpha failed"_s, u"gateway alpha served"_s};
        QTest::newRow("an earlier one") << 0
                                        << QStringList{u"client alpha failed"_s, u"gateway alpha failed"_s,
                                               u"gateway alpha served"_s, u"client beta served"_s};
    }
    void eachPostHasABillOfItsOwn()
    {
        QFETCH(int, post);
        QFETCH(QStringList, trace);
        auto run = twoPosts();

        joinBill(run, post, bill());

        QCOMPARE(traceOf(run.answer), trace);
        QVERIFY(run.answer.isTracePublished);
        const auto &billed = run.sent.at(post).answer;
        const auto &other = run.sent.at(1 - post).answer;
        QCOMPARE(billed.cost.amount, std::optional(cents(12)));
        QCOMPARE(billed.servedProvider, u"Azure"_s);
        QCOMPARE(billed.ids.upstream, u"up-1"_s);
        QVERIFY(!other.cost.amount);
        QVERIFY(other.ids.upstream.isEmpty());
        QCOMPARE(run.answer.cost, run.sent.constLast().answer.cost);
        QCOMPARE(run.answer.requestedModel, u"alpha"_s);

        joinBill(run, post, bill()); // a second time changes nothing
        QCOMPARE(traceOf(run.answer), trace);
    }

    void whatWasPaidSaysWhetherItWasCharged_data()
    {
        QTest::addColumn<qint64>("billed");
        QTest::addColumn<qint64>("byok");
        QTest::addColumn<Charged>("charged");
        QTest::newRow("by the gateway") << qint64(12) << qint64(0) << Charged::Yes;
        QTest::newRow("by the provider") << qint64(0) << qint64(7) << Charged::Yes;
        QTest::newRow("by both") << qint64(1) << qint64(7) << Charged::Yes;
        QTest::newRow("by nobody") << qint64(0) << qint64(0) << Charged::No;
    }
    void whatWasPaidSaysWhetherItWasCharged()
    {
        QFETCH(qint64, billed);
        QFETCH(qint64, byok);
        QFETCH(Charged, charged);
        auto run = twoPosts();
        auto told = bill();
        told.cost = Amounts{cents(billed), cents(byok)};

        joinBill(run, 1, told);

        QCOMPARE(run.answer.charged, charged);
        QCOMPARE(paid(run.answer.cost), std::optional(cents(billed + byok)));
        QCOMPARE(run.answer.cost.isByok.value_or(false), byok > 0);
        QCOMPARE(run.sent.constFirst().answer.charged, Charged::Unknown);
    }

    //! It tells no cost yet, and what the answer told of it stays.
    void aBillWithoutACostSaysNothingOfIt()
    {
        auto run = twoPosts();
        run.sent.last().answer.cost = {cents(0), cents(3), true};
        run.sent.last().answer.charged = Charged::Yes;
        auto told = bill();
        told.cost.reset();

        joinBill(run, 1, told);

        QCOMPARE(paid(run.answer.cost), std::optional(cents(3)));
        QCOMPARE(run.answer.charged, Charged::Yes);
    }

    void tokensThatWereNotToldAreFilledIn()
    {
        auto run = twoPosts();
        run.sent.last().answer.usage.inputTokens = 11;
        auto told = bill(); // 10 and 5
        told.detail.cachedTokens = 4;
        told.detail.reasoningTokens = 2;

        joinBill(run, 1, told);

        const auto &usage = run.answer.usage;
        QCOMPARE(usage.inputTokens, std::optional<qint64>(11));
        QCOMPARE(usage.outputTokens, std::optional<qint64>(5));
        QCOMPARE(usage.cachedTokens, std::optional<qint64>(4));
        QCOMPARE(usage.reasoningTokens, std::optional<qint64>(2));
    }

    //! One gateway's answer in two may tell its attempts.
    void theTraceIsPublishedWhereAnyPostTellsOne_data()
    {
        QTest::addColumn<bool>("first");
        QTest::addColumn<bool>("last");
        for (const bool first : {false, true}) {
            for (const bool last : {false, true})
                QTest::addRow("%s, %s", first ? "told" : "not told", last ? "told" : "not told")
                    << first << last;
        }
    }
    void theTraceIsPublishedWhereAnyPostTellsOne()
    {
        QFETCH(bool, first);
        QFETCH(bool, last);
        auto run = twoPosts();
        run.sent.first().answer.isTracePublished = first;
        run.sent.last().answer.isTracePublished = last;
        QCOMPARE(answerOfAll(run.sent, u"alpha"_s).isTracePublished, first || last);
    }
};

QTEST_GUILESS_MAIN(JoinedBillTest)
#include "tst_joined_bill.moc"
