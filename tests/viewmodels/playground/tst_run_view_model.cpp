// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_view_model.h"
#include "viewmodels/usage_details.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

namespace {

RunPlace place()
{
    RunPlace place;
    place.accountName = u"OpenRouter · main"_s;
    place.gatewayName = u"OpenRouter"_s;
    place.keyName = u"support-chat-staging"_s;
    place.otherKey = u"The next key is apac-chat-prod: ¥5,625.65 left."_s;
    place.keysPage = QUrl(u"https://gateway.example/keys"_s);
    place.prices = scripted::sendModels(scripted::shipmentOrder().account);
    return place;
}

QString onCells(const RunViewModel &run)
{
    QStringList on;
    for (const auto &cell : run.whoseProblem()) {
        const auto row = cell.value<WhoseCell>();
        if (row.isOn)
            on.append(row.isPale ? row.name + u'?' : row.name);
    }
    return on.join(u' ');
}

QStringList actions(const RunViewModel &run)
{
    QStringList list;
    for (const auto &step : run.steps())
        list.append(step.value<StepRow>().action);
    list.removeAll(QString());
    return list;
}

PlaygroundRun failed(Category category, int status, Retry retry)
{
    PlaygroundRun run;
    SentRequest sent;
    sent.model = u"acme/alpha"_s;
    sent.startedAt = QDateTime(QDate(2026, 6, 18), QTime(14, 32, 7), Qt::UTC);
    sent.timings.total = std::chrono::milliseconds(90);
    sent.answer.isError = true;
    sent.answer.category = category;
    sent.answer.retry = retry;
    sent.answer.httpStatus = status;
    sent.answer.charged = Charged::No;
    run.sent = {sent};
    run.answer = sent.answer;
    run.end = RunEnd::Final;
    return run;
}

} // namespace

class RunViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFallbackModelThatAnsweredIsNamed()
    {
        RunViewModel run;
        run.begin(u"anthropic/claude-sonnet-4.5"_s, place());
        QVERIFY(run.isRunning());
        run.end(scripted::shipmentRun());
        QCOMPARE(run.state(), State::Complete);
        QCOMPARE(run.tone(), u"ok"_s);
        QCOMPARE(run.code(), u"200"_s);
        QCOMPARE(run.title(), u"Answered by a fallback model"_s);
        QCOMPARE(run.note(), u"after 2 failed attempts"_s);
        QVERIFY(run.isServedByOther());
        QCOMPARE(run.servedCaption(), u"Served, by Google Vertex"_s);
        QCOMPARE(run.tokens(), u"1,182 + 386"_s);
        QCOMPARE(run.cost(), u"$0.01556"_s);
        QCOMPARE(run.total(), u"9.84 s"_s);
        QCOMPARE(run.attemptsTitle(), u"Route, 3 attempts"_s);
        QCOMPARE(run.traceNote(), QString());
        const auto rows = run.attempts();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).value<AttemptRow>().code, u"429"_s);
        QCOMPARE(rows.at(0).value<AttemptRow>().tone, u"warn"_s);
        QCOMPARE(rows.at(2).value<AttemptRow>().isServed, true);
        QVERIFY(run.whoseProblem().isEmpty());
        QVERIFY(run.ending().startsWith(u"Complete"));
        QCOMPARE(run.text()->whole(), scripted::shipmentRun().answer.text);
        bool tellsExtra = false;
        for (const auto &row : run.costs())
            tellsExtra = tellsExtra || row.value<CostRow>().isWarning;
        QVERIFY(tellsExtra);
    }

    void aUsedUpCapIsTheBudgetsProblemAndFinal()
    {
        RunViewModel run;
        auto where = place();
        where.gatewayName = u"ToRouter"_s;
        where.keyName = u"apac-sandbox-dev"_s;
        run.begin(u"qwen3-max"_s, where);
        run.end(scripted::quotaRun());
        QCOMPARE(run.state(), State::Failed);
        QCOMPARE(run.tone(), u"danger"_s); // by what it means, not by its number
        QCOMPARE(run.code(), u"429"_s);
        QCOMPARE(run.gatewayCode(), u"API_KEY_QUOTA_EXHAUSTED"_s);
        QCOMPARE(onCells(run), u"Budget"_s);
        QCOMPARE(run.retryVerdict(), u"Do not retry."_s);
        QVERIFY(run.retryReason().contains(u"429"));
        QVERIFY(run.when().endsWith(u"no charge"));
        QCOMPARE(actions(run), (QStringList{u"openGateway"_s, u"switchKey"_s}));
        QCOMPARE(run.certainty(), u"Certain: the code is documented."_s);
        QVERIFY(!run.evidence().isEmpty());
        QVERIFY(run.bodyExcerpt().contains(u"API_KEY_QUOTA_EXHAUSTED"));
        QVERIFY(!run.requestId().isEmpty());
    }

    void withoutAPageOfTheGatewayTheKeyItselfIsOpened()
    {
        auto where = place();
        where.keysPage.clear();
        for (const bool isKnown : {true, false}) {
            where.isKeyKnown = isKnown;
            RunViewModel run;
            run.begin(u"qwen3-max"_s, where);
            run.end(scripted::quotaRun());
            QCOMPARE(actions(run).contains(u"openKey"_s), isKnown);
            QVERIFY(!actions(run).contains(u"openGateway"_s));
        }
    }

    void anAnswerThatBrokeOffIsNeverGreen()
    {
        RunViewModel run;
        run.begin(u"anthropic/claude-sonnet-4.5"_s, place());
        run.end(scripted::brokenOffRun());
        QCOMPARE(run.state(), State::Incomplete);
        QCOMPARE(run.tone(), u"danger"_s);
        QCOMPARE(run.title(), u"Incomplete: stream ended after 214 tokens"_s);
        QVERIFY(run.ending().isEmpty());
        QVERIFY(run.hasText());
        QCOMPARE(run.retryVerdict(), u"Safe to retry, once checked."_s);
        QCOMPARE(onCells(run), u"Provider"_s);
        QVERIFY(run.events()->rows() > 0);
        const auto last = run.events()->index(run.events()->rows() - 1);
        QCOMPARE(last.data(EventRowsModel::ToneRole).toString(), u"danger"_s);
    }

    void eachCategoryPointsAtSomebody_data()
    {
        QTest::addColumn<int>("category");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("retry");
        QTest::addColumn<QString>("cells");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, Category category, int status, Retry retry,
                             const QString &cells, const QString &verdict) {
            QTest::newRow(name) << int(category) << status << int(retry) << cells << verdict;
        };
        row("request", Category::Request, 400, Retry::Never, u"Request"_s, u"Do not retry."_s);
        row("credentials", Category::Credentials, 401, Retry::AfterFix, u"Key"_s, u"Do not retry."_s);
        row("balance", Category::Balance, 402, Retry::AfterFix, u"Budget"_s, u"Do not retry."_s);
        row("window", Category::PlanWindow, 429, Retry::AfterReset, u"Budget"_s, u"Retry after the reset."_s);
        row("policy", Category::Policy, 403, Retry::AfterFix, u"Policy"_s, u"Do not retry."_s);
        row("moderation", Category::Moderation, 403, Retry::AfterFix, u"Policy"_s, u"Do not retry."_s);
        row("rate limit", Category::RateLimit, 429, Retry::AfterDelay, u"Key"_s, u"Retry after the wait."_s);
        row("provider", Category::Provider, 502, Retry::Backoff, u"Provider"_s, u"Retry in a moment."_s);
        row("routing", Category::Routing, 503, Retry::AfterFix, u"Policy"_s, u"Do not retry."_s);
        row("model", Category::ModelUnavailable, 404, Retry::AfterFix, u"Request"_s, u"Do not retry."_s);
        row("gateway", Category::Gateway, 500, Retry::Backoff, u"Gateway"_s, u"Retry in a moment."_s);
        row("network", Category::Gateway, 0, Retry::Backoff, u"Network"_s, u"Retry in a moment."_s);
        row("timeout", Category::Timeout, 504, Retry::Backoff, u"Provider"_s, u"Retry in a moment."_s);
        row("unknown", Category::Unknown, 418, Retry::Never, u"Gateway? Provider?"_s, u"Do not retry."_s);
    }
    void eachCategoryPointsAtSomebody()
    {
        QFETCH(int, category);
        QFETCH(int, status);
        QFETCH(int, retry);
        RunViewModel run;
        run.begin(u"acme/alpha"_s, place());
        run.end(failed(Category(category), status, Retry(retry)));
        QCOMPARE(run.state(), State::Failed);
        QTEST(onCells(run), "cells");
        QTEST(run.retryVerdict(), "verdict");
        QVERIFY(!run.title().isEmpty());
        QVERIFY(!run.steps().isEmpty());
        QVERIFY(!run.certainty().isEmpty());
    }

    void aSharedPoolIsTheProvidersProblem()
    {
        auto limited = failed(Category::RateLimit, 429, Retry::AfterDelay);
        limited.answer.actor = Actor::Provider;
        RunViewModel run;
        run.begin(u"acme/alpha"_s, place());
        run.end(limited);
        QCOMPARE(onCells(run), u"Provider"_s);
    }

    //! Each tab has a run of its own, and with it the view that was chosen there.
    void itKeepsHowItIsLookedAtUntilSomethingNewIsSent()
    {
        RunViewModel run;
        RunViewModel other;
        QCOMPARE(run.view(), u"answer"_s);
        run.begin(u"acme/alpha"_s, place());
        run.end(scripted::shipmentRun());
        run.setView(u"headers"_s);
        run.setIsFormatted(true);
        run.end(scripted::shipmentRun(), true); // a bill came
        QCOMPARE(run.view(), u"headers"_s);
        QCOMPARE(other.view(), u"answer"_s);
        QVERIFY(!other.isFormatted());
        run.begin(u"acme/alpha"_s, place());
        QCOMPARE(run.view(), u"answer"_s);
        QVERIFY(run.isFormatted());
        run.setView(u"events"_s);
        run.addText(u"and goes on"_s);
        QCOMPARE(run.view(), u"events"_s);
    }

    void textOfAnEarlierAttemptIsNotThisOnes()
    {
        RunViewModel run;
        run.begin(u"acme/alpha"_s, place());
        run.addText(u"half an ans"_s);
        QCOMPARE(run.state(), State::Streaming);
        run.wait(std::chrono::milliseconds(500));
        QCOMPARE(run.state(), State::Waiting);
        run.beginAttempt(2, u"acme/beta"_s);
        QVERIFY(!run.hasText());
        QVERIFY(run.status().contains(u"acme/beta"));
    }

    void keysAreMaskedWhereverTheyAreEchoed()
    {
        auto leaking = failed(Category::Credentials, 401, Retry::AfterFix);
        const QByteArray key = "sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        leaking.sent[0].body = "{\"error\":{\"message\":\"Key " + key + " is unknown\"}}\nBearer " + key;
        leaking.sent[0].headers.append("x-echo", "Bearer " + key);
        leaking.sent[0].request.url = QUrl(u"https://gateway.example/v1/chat/completions"_s);
        RunViewModel run;
        run.begin(u"acme/alpha"_s, place());
        run.end(leaking);
        QVERIFY(run.raw()->whole().contains(u"is unknown"));
        QVERIFY(!run.raw()->whole().contains(QString::fromLatin1(key)));
        QVERIFY(!run.bodyExcerpt().contains(QString::fromLatin1(key)));
        for (const auto &row : run.headers())
            QVERIFY(!row.value<HeaderRow>().value.contains(QString::fromLatin1(key)));
        QCOMPARE(run.raw()->whole().count(u'\n'), 1); // as it came, line by line
    }
};

QTEST_GUILESS_MAIN(RunViewModelTest)
#include "tst_run_view_model.moc"
