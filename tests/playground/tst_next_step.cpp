// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/next_step.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Answer failed(Category category, Retry retry, std::optional<std::chrono::seconds> after = std::nullopt)
{
    Answer answer;
    answer.isError = true;
    answer.category = category;
    answer.retry = retry;
    answer.retryAfter = after;
    return answer;
}

NextStep stop(RunEnd end)
{
    return {.kind = NextStep::Kind::Stop, .end = end};
}

NextStep repeat(std::chrono::milliseconds wait)
{
    return {.kind = NextStep::Kind::Repeat, .wait = wait};
}

const NextStep MoveOn{.kind = NextStep::Kind::MoveOn};

struct Case {
    Answer answer;
    SendPolicy policy = {};
    RunProgress progress = {};
    NextStep expected;
};

} // namespace

Q_DECLARE_METATYPE(Case)

class NextStepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsThePolicy_data()
    {
        QTest::addColumn<Case>("what");
        const auto add = [](const char *name, const Case &what) { QTest::newRow(name) << what; };
        SendPolicy two;
        two.retries = 2;
        const RunProgress spare{.modelsLeft = 1, .chance = 1};
        const auto provider = failed(Category::Provider, Retry::Backoff);

        add("a success", {Answer(), two, spare, stop(RunEnd::Served)});
        add("nothing is repeated unasked", {provider, {}, {}, stop(RunEnd::Exhausted)});
        add("a fallback is asked without a retry", {provider, {}, spare, MoveOn});
        add("the same model first", {provider, two, spare, repeat(500ms)});
        add("the wait doubles", {provider, two, {.triesOfModel = 2, .chance = 1}, repeat(1000ms)});
        add("chance takes up to half of it",
            {provider, two, {.triesOfModel = 2, .chance = 0}, repeat(500ms)});
        add("then the next model", {provider, two, {.triesOfModel = 3, .modelsLeft = 1}, MoveOn});
        add("then nothing", {provider, two, {.triesOfModel = 3}, stop(RunEnd::Exhausted)});
        add("the gateway's own delay",
            {failed(Category::RateLimit, Retry::AfterDelay, 7s), two, spare, repeat(7000ms)});

        for (const auto category :
            {Category::Credentials, Category::Balance, Category::KeyBudget, Category::PlanWindow}) {
            auto stubborn = two;
            stubborn.movesOn = {category};
            for (const auto retry : {Retry::AfterFix, Retry::AfterReset}) {
                QTest::addRow("final for the key: %s, %s", toText(category).data(), toText(retry).data())
                    << Case{failed(category, retry), stubborn, spare, stop(RunEnd::Final)};
            }
        }
        add("a balance that requests under way hold",
            {failed(Category::Balance, Retry::AfterDelay, 2s), two, spare, repeat(2000ms)});
        add("a bad request is bad for every model",
            {failed(Category::Request, Retry::Never), two, spare, stop(RunEnd::Final)});
        add("an unknown model goes on to the next, not to itself",
            {failed(Category::ModelUnavailable, Retry::AfterFix), two, spare, MoveOn});
        auto moderated = two;
        moderated.movesOn = {Category::Moderation};
        add("what the person chose to move on",
            {failed(Category::Moderation, Retry::AfterFix), moderated, spare, MoveOn});
        add("what the person chose not to",
            {provider,
                [&] {
                    auto policy = moderated;
                    policy.retries = 0;
                    return policy;
                }(),
                spare, stop(RunEnd::Exhausted)});

        auto hurried = two;
        hurried.deadline = 10s;
        add("a wait beyond the deadline is not waited: the next model",
            {failed(Category::RateLimit, Retry::AfterDelay, 60s), hurried, spare, MoveOn});
        add("nor without one",
            {failed(Category::RateLimit, Retry::AfterDelay, 60s), hurried, {}, stop(RunEnd::Deadline)});
        add("no time for another model",
            {provider, hurried, {.triesOfModel = 3, .modelsLeft = 1, .elapsed = 10s},
                stop(RunEnd::Deadline)});

        add("nor for one that cannot be answered any more",
            {provider, hurried, {.triesOfModel = 3, .modelsLeft = 1, .elapsed = 9'001ms},
                stop(RunEnd::Deadline)});
        add("a second is left",
            {provider, hurried, {.triesOfModel = 3, .modelsLeft = 1, .elapsed = 9s}, MoveOn});
        add("a second is left after the wait",
            {provider, hurried, {.elapsed = 8'500ms, .chance = 1}, repeat(500ms)});
        add("less than a second would be",
            {provider, hurried, {.elapsed = 8'501ms, .chance = 1}, stop(RunEnd::Deadline)});

        add("a wait of an hour",
            {failed(Category::RateLimit, Retry::AfterDelay, 3600s), two, {}, repeat(1h)});
        add("nobody waits longer",
            {failed(Category::RateLimit, Retry::AfterDelay, 3601s), two, {}, stop(RunEnd::Exhausted)});
        add("the next model is there at once",
            {failed(Category::RateLimit, Retry::AfterDelay, 366 * 24h), two, spare, MoveOn});

        auto thrifty = two;
        thrifty.costCeiling = Money::fromNanos(1000);
        add("up to the ceiling",
            {provider, thrifty, {.modelsLeft = 1, .spent = Money::fromNanos(999), .chance = 1},
                repeat(500ms)});
        add("not beyond it",
            {provider, thrifty, {.modelsLeft = 1, .spent = Money::fromNanos(1000)},
                stop(RunEnd::CostCeiling)});
        add("nor where it cannot be told", {provider, thrifty, spare, stop(RunEnd::CostCeiling)});
        add("it ends nothing that is over",
            {provider, thrifty, {.triesOfModel = 3, .spent = Money::fromNanos(1000)},
                stop(RunEnd::Exhausted)});
        add("nor what another try cannot help",
            {failed(Category::Request, Retry::Never), thrifty, {.spent = Money::fromNanos(1000)},
                stop(RunEnd::Final)});
    }

    void followsThePolicy()
    {
        QFETCH(Case, what);

        const auto step = nextStep(what.answer, what.policy, what.progress);

        QCOMPARE(step.kind, what.expected.kind);
        if (step.kind == NextStep::Kind::Stop)
            QCOMPARE(step.end, what.expected.end);
        QCOMPARE(step.wait, what.expected.wait);
    }
};

QTEST_GUILESS_MAIN(NextStepTest)
#include "tst_next_step.moc"
