// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! What "12" or "0+7" cents say, the latter with an own key at the provider and what that one bills; "?" is
//! not told.
AnswerCost costFrom(const QString &word)
{
    const auto cents = [](const QString &text) {
        bool isAmount = false;
        const auto count = text.toLongLong(&isAmount);
        return isAmount ? std::optional(Money::fromNanos(count * 10'000'000)) : std::nullopt;
    };
    const bool isByok = word.contains(u'+');
    return {cents(word.section(u'+', 0, 0)), isByok ? cents(word.section(u'+', 1)) : std::nullopt, isByok};
}

//! One POST in a word, as above, or "free". The last one of a run is answered.
PlaygroundRun runOf(const QStringList &posts)
{
    PlaygroundRun run;
    for (const auto &word : posts) {
        SentRequest sent;
        sent.model = u"acme/model-%1"_s.arg(run.sent.size() + 1);
        auto &answer = sent.answer;
        answer.requestedModel = sent.model;
        answer.httpStatus = 200;
        answer.cost = costFrom(word);
        answer.charged = answer.cost.amount ? Charged::Yes : word == u"free" ? Charged::No : Charged::Unknown;
        answer.isError = run.sent.size() + 1 < posts.size() || word == u"free";
        if (answer.isError) {
            answer.httpStatus = 502;
            answer.category = Category::Provider;
        }
        run.sent.append(sent);
    }
    run.answer = run.sent.constLast().answer;
    run.end = run.answer.isError ? RunEnd::Exhausted : RunEnd::Served;
    return run;
}

//! "name amount" of each line; a sum has a "=" before it.
QStringList linesOf(const RunViewModel &run)
{
    QStringList lines;
    for (const auto &row : run.costs()) {
        const auto line = row.value<CostRow>();
        lines.append((line.isSum ? u"= "_s : QString()) + line.name + u' ' + line.amount);
    }
    return lines;
}

} // namespace

//! What a run says it cost.
class RunCostsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allPostsAreSummedAndWhatIsNotKnownIsNamed_data()
    {
        QTest::addColumn<QStringList>("posts");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const QString &posts, const QStringList &lines) {
            QTest::newRow(name) << posts.split(u' ') << lines;
        };
        row("one", u"12"_s, {u"= Charged $0.12000"_s});
        row("after a free failure", u"free 12"_s, {u"= Charged $0.12000"_s});
        row("nothing at all", u"free free"_s, {u"= Charged nothing"_s});
        row("two were billed", u"5 12"_s,
            {u"Last request $0.12000"_s, u"Request 1 $0.05000"_s, u"= Total of 2 requests $0.17000"_s});
        row("a free one between", u"5 free 12"_s,
            {u"Last request $0.12000"_s, u"Request 1 $0.05000"_s, u"Request 2 nothing"_s,
                u"= Total of 3 requests $0.17000"_s});
        row("an earlier one is not known", u"? 12"_s,
            {u"Last request $0.12000"_s, u"Request 1 unknown"_s,
                u"= Total of 2 requests at least $0.12000"_s});
        row("the last one is not known", u"5 ?"_s,
            {u"Last request unknown"_s, u"Request 1 $0.05000"_s,
                u"= Total of 2 requests at least $0.05000"_s});
        row("the last one is free", u"5 free"_s,
            {u"Last request nothing"_s, u"Request 1 $0.05000"_s, u"= Total of 2 requests $0.05000"_s});
        row("an own key at the provider", u"0+7"_s,
            {u"Charged $0.00"_s, u"Billed by the provider $0.07000"_s, u"= Paid in all $0.07000"_s});
        row("an own key, of both", u"1+7"_s,
            {u"Charged $0.01000"_s, u"Billed by the provider $0.07000"_s, u"= Paid in all $0.08000"_s});
        row("an own key after one that was billed", u"5 0+7"_s,
            {u"Charged $0.00"_s, u"Billed by the provider $0.07000"_s, u"Last request $0.07000"_s,
                u"Request 1 $0.05000"_s, u"= Total of 2 requests $0.12000"_s});
        row("an own key before it", u"0+7 12"_s,
            {u"Last request $0.12000"_s, u"Request 1 $0.07000"_s, u"= Total of 2 requests $0.19000"_s});
        row("an own key whose bill is not told before it", u"0+? 12"_s,
            {u"Last request $0.12000"_s, u"Request 1 unknown"_s,
                u"= Total of 2 requests at least $0.12000"_s});
        row("more than money can be", u"900000000000 900000000000"_s,
            {u"Last request $9,000,000,000.00000"_s, u"Request 1 $9,000,000,000.00000"_s,
                u"= Total of 2 requests at least $9,000,000,000.00000"_s});
        row("nothing is known", u"? ?"_s,
            {u"Last request unknown"_s, u"Request 1 unknown"_s, u"= Total of 2 requests unknown"_s});
    }
    void allPostsAreSummedAndWhatIsNotKnownIsNamed()
    {
        QFETCH(QStringList, posts);
        QFETCH(QStringList, lines);
        RunViewModel run;
        run.begin(u"acme/model-1"_s, {});
        run.end(runOf(posts));
        QCOMPARE(linesOf(run), lines);
        QCOMPARE(run.cost(), run.costs().constLast().value<CostRow>().amount); // the head says the same
    }

    //! By the prices of the models, where the gateway has not told yet.
    void whatWasWorkedOutIsMarked()
    {
        auto posts = runOf({u"?"_s, u"12"_s});
        posts.sent[0].answer.usage.inputTokens = 1'000'000;
        posts.sent[0].answer.usage.outputTokens = 0;
        ModelListing listing;
        listing.model = u"acme/model-1"_s;
        listing.input = *unitPricePerMillionFromText(u"3"_s, Currency());
        listing.output = listing.input;
        RunPlace place;
        place.prices = {listing};
        RunViewModel run;
        run.begin(u"acme/model-1"_s, place);
        run.end(posts);
        QCOMPARE(run.cost(), u"≈ $3.12000"_s);
        QVERIFY(run.costs().constLast().value<CostRow>().isEstimate);
    }

    void whatDoesNotFitIsNotWorkedOut()
    {
        auto posts = runOf({u"?"_s});
        posts.sent[0].answer.usage.inputTokens = Q_INT64_C(1) << 40;
        posts.sent[0].answer.usage.outputTokens = Q_INT64_C(1) << 40;
        posts.answer = posts.sent.constFirst().answer;
        ModelListing listing;
        listing.model = u"acme/model-1"_s;
        listing.input = *unitPricePerMillionFromText(u"9000000000"_s, Currency());
        listing.output = listing.input;
        RunPlace place;
        place.prices = {listing};
        RunViewModel run;
        run.begin(u"acme/model-1"_s, place);
        run.end(posts);
        QCOMPARE(run.cost(), u"unknown"_s);
    }

    void whatTheProviderBillsIsSaidToBeMissing()
    {
        RunViewModel view;
        view.begin(u"m"_s, {});
        view.end(runOf({u"1+7"_s}));
        QCOMPARE(view.costNote(), QString());
        view.end(runOf({u"1+?"_s}));
        QVERIFY2(view.costNote().contains(u"provider"), qPrintable(view.costNote()));
    }

    void aRequestWithoutAnIdIsSaidToBeMissingInTheLedger()
    {
        RunViewModel view;
        RunPlace place;
        place.accountName = u"LiteLLM · on-prem"_s;
        auto run = runOf({u"12"_s});
        view.begin(u"m"_s, place);
        view.end(run);
        QVERIFY2(view.costNote().contains(u"no id"), qPrintable(view.costNote()));
        run.recordedIds = {u"gen-1"_s};
        view.end(run);
        QVERIFY(view.costNote().isEmpty());
        view.showDecoded(run.sent.constFirst(), {}); // it was not sent from here
        QVERIFY(view.costNote().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunCostsTest)
#include "tst_run_costs.moc"
