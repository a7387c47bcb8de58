// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/request_merge.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

RequestFacts sentFrom(RequestOutcome outcome, std::optional<Category> category)
{
    RequestFacts sent;
    sent.requestId = u"gen-1"_s;
    sent.requestedModel = u"sim/other-model"_s;
    sent.outcome = outcome;
    sent.httpStatus = 403;
    sent.errorCode = u"flagged"_s;
    sent.detail.category = category;
    return sent;
}

RequestFacts billOf()
{
    RequestFacts bill;
    bill.requestId = u"gen-1"_s;
    bill.requestedModel = u"openrouter/auto"_s;
    bill.servedModel = u"openai/gpt-5-mini"_s;
    bill.httpStatus = 200;
    bill.inputTokens = 12;
    bill.cost = Amounts{Money::fromNanos(5000), Money()};
    return bill;
}

} // namespace

class RequestMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBillTellsTheCostAndNotHowItWent_data()
    {
        QTest::addColumn<RequestOutcome>("outcome");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("failed") << RequestOutcome::Failed << 403 << u"flagged"_s;
        QTest::newRow("broke off") << RequestOutcome::Incomplete << 403 << u"flagged"_s;
        QTest::newRow("served") << RequestOutcome::Complete << 200 << u"flagged"_s;
    }

    void aBillTellsTheCostAndNotHowItWent()
    {
        QFETCH(RequestOutcome, outcome);
        QFETCH(int, status);
        QFETCH(QString, code);

        const auto row = billedRequest(billOf(), sentFrom(outcome, Category::Moderation));

        QCOMPARE(row.outcome, outcome);
        QCOMPARE(row.httpStatus, std::optional(status));
        QCOMPARE(row.errorCode, code);
        QCOMPARE(row.detail.category, std::optional(Category::Moderation));
        QCOMPARE(row.requestedModel, u"sim/other-model"_s);
        QCOMPARE(row.servedModel, u"openai/gpt-5-mini"_s);
        QCOMPARE(row.inputTokens, std::optional<qint64>(12));
        QCOMPARE(row.cost, billOf().cost);
    }

    void anyOtherSourceIsPreferredWhole()
    {
        const auto row = mergedRequest(billOf(), sentFrom(RequestOutcome::Failed, Category::Moderation));
        QCOMPARE(row.outcome, RequestOutcome::Complete);
        QCOMPARE(row.requestedModel, u"openrouter/auto"_s);
    }
};

QTEST_GUILESS_MAIN(RequestMergeTest)
#include "tst_request_merge.moc"
