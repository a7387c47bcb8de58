// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"
#include "support/scripted_playground.h"
#include "viewmodels/playground/diagnosis.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Over = u"The wait is over: send it now."_s;
const auto Other = u"The next key is apac-chat-prod: ¥5,625.65 left."_s;
const QDateTime StartedAt({2026, 6, 18}, {14, 32, 7}, Qt::UTC);

PlaygroundRun failed(Category category, Retry retry)
{
    PlaygroundRun run;
    SentRequest sent;
    sent.startedAt = StartedAt;
    sent.timings.total = std::chrono::seconds(1);
    sent.answer.isError = true;
    sent.answer.category = category;
    sent.answer.retry = retry;
    sent.answer.httpStatus = 429;
    run.sent = {sent};
    run.answer = sent.answer;
    run.end = RunEnd::Final;
    return run;
}

QStringList actions(const QVariantList &steps)
{
    QStringList list;
    for (const auto &step : steps)
        list.append(step.value<StepRow>().action);
    return list;
}

} // namespace

class DiagnosisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWaitIsCountedDownToItsEnd()
    {
        auto limited = failed(Category::RateLimit, Retry::AfterDelay);
        limited.answer.retryAfter = std::chrono::seconds(20);
        RunViewModel run;
        run.begin(u"acme/alpha"_s, {});
        QVERIFY(run.waitText().isEmpty());
        run.end(limited);
        QCOMPARE(run.secondsToWait(), 20);
        QCOMPARE(run.waitText(), u"20 s to go."_s);
        run.clear();
        QCOMPARE(run.secondsToWait(), 0);
        QVERIFY(run.waitText().isEmpty());
        limited.answer.retryAfter = std::chrono::seconds(0);
        run.end(limited);
        QCOMPARE(run.waitText(), Over);
    }

    //! By the clock of the run: how far a reset is away is known from its end on.
    void aResetIsCountedDownToo()
    {
        auto window = failed(Category::PlanWindow, Retry::AfterReset);
        window.answer.resetsAt = StartedAt.addSecs(1 + 90);
        RunViewModel run;
        run.end(window);
        QCOMPARE(run.waitText(), u"90 s to go."_s);
        window.answer.resetsAt = StartedAt;
        run.end(window);
        QCOMPARE(run.waitText(), Over);
        window.answer.resetsAt.reset(); // the gateway does not say when
        run.end(window);
        QVERIFY(run.waitText().isEmpty());
    }

    void aWaitThatIsOnlyAdvisedIsCountedDownToo()
    {
        RunViewModel run;
        run.end(scripted::brokenOffRun());
        QCOMPARE(run.secondsToWait(), 5);
        run.end(failed(Category::Provider, Retry::Backoff));
        QCOMPARE(run.secondsToWait(), 5);
    }

    void whereNothingHelpsNothingIsCountedDown()
    {
        auto cancelled = scripted::brokenOffRun();
        cancelled.end = RunEnd::Cancelled;
        auto final = failed(Category::KeyBudget, Retry::AfterFix);
        final.answer.retryAfter = std::chrono::seconds(20);
        auto elsewhere = failed(Category::RateLimit, Retry::AfterDelay);
        elsewhere.answer.retryAfter = std::chrono::seconds(20);
        elsewhere.sent[0].startedAt = {}; // received elsewhere, nobody knows when
        for (const auto &run : {cancelled, final, elsewhere, scripted::shipmentRun()})
            QVERIFY(!advisedWait(run));
    }

    void theTimeThatIsLeftIsReadable_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("over") << 0 << Over;
        QTest::newRow("one") << 1 << u"1 s to go."_s;
        QTest::newRow("seconds") << 119 << u"119 s to go."_s;
        QTest::newRow("minutes") << 121 << u"3 min to go."_s;
        QTest::newRow("hours") << 7201 << u"3 h to go."_s;
        QTest::newRow("days") << 12 * 86400 << u"12 days to go."_s;
    }
    void theTimeThatIsLeftIsReadable()
    {
        QFETCH(int, seconds);
        QTEST(timeLeftText(seconds), "text");
    }

    void whatNeverWentOutHasSomethingToDoAsWell_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("steps");
        const auto row = [](const char *name, Error::Kind kind, const QStringList &steps) {
            QTest::newRow(name) << int(kind) << steps;
        };
        row("locked keyring", Error::Kind::KeychainLocked, {u"sendAgain"_s});
        row("no answer", Error::Kind::KeychainWaiting, {u"sendAgain"_s});
        row("no secret", Error::Kind::SecretMissing, {u"openKey"_s, u"switchKey"_s, u"sendAgain"_s});
        row("locked here", Error::Kind::AppLocked, {u"openKey"_s, u"sendAgain"_s});
        row("not offered", Error::Kind::NotOffered, {u"edit"_s, u"sendAgain"_s});
        row("no such key", Error::Kind::NotFound, {u"edit"_s, u"sendAgain"_s});
        row("data file", Error::Kind::Storage, {u"sendAgain"_s});
        row("cancelled", Error::Kind::Cancelled, {});
    }
    void whatNeverWentOutHasSomethingToDoAsWell()
    {
        QFETCH(int, kind);
        RunPlace place;
        place.isKeyKnown = true;
        place.otherKey = Other;
        RunViewModel run;
        run.begin(u"acme/alpha"_s, place);
        run.fail(Error{.kind = Error::Kind(kind)});
        QTEST(actions(run.steps()), "steps");
        QVERIFY(!run.wasSent()); // and there is no bundle of it
    }

    void aButtonDoesItsOwnStep_data()
    {
        QTest::addColumn<int>("category");
        QTest::addColumn<QByteArrayList>("told");
        QTest::addColumn<QStringList>("does");
        const auto row
            = [](const char *name, Category category, const QByteArrayList &told, const QStringList &does) {
                  QTest::newRow(name) << int(category) << told << does;
              };
        row("usual words", Category::RateLimit, {}, {u"sendAgain"_s, {}, u"addFallback"_s});
        row("a shared pool", Category::RateLimit,
            {"Let the gateway use other providers, or another model.", "Send it again later."},
            {{}, u"sendAgain"_s, u"addFallback"_s});
        row("held credit", Category::Balance,
            {"Wait, then send it again.", "Ask for fewer output tokens, or for less at the same time."},
            {u"sendAgain"_s, u"edit"_s});
        row("a day", Category::PlanWindow, {"Wait for the next day in UTC."}, {QString()});
        row("it never helps", Category::KeyBudget, {"Do not send it again before: it fails every time."},
            {QString()});
        row("nothing is known", Category::Unknown, {}, {{}, {}, u"copyBundle"_s});
    }
    void aButtonDoesItsOwnStep()
    {
        QFETCH(int, category);
        QFETCH(QByteArrayList, told);
        auto run = failed(Category(category), Retry::Backoff);
        for (const auto &step : told)
            run.answer.texts.nextSteps.append(step.constData());
        QTEST(actions(stepRows(run, {})), "does");
    }

    //! Buttons are found by a catalogue's words: whoever words them anew has to see it here.
    void whatACatalogueAdvisesHasItsButton_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QString>("does");
        const auto row = [](const QByteArray &step, const QString &does) {
            QTest::newRow(step.constData()) << step << does;
        };
        row("Ask for fewer output tokens, or for less at the same time.", u"edit"_s);
        row("Use a paid model, or buy credit for a larger allowance.", u"chooseModel"_s);
        row("Raise or remove that budget at the gateway.", u"openGateway"_s);
        row("Raise that budget in the proxy, or wait for its period to end.", u"openGateway"_s);
        row("Wait for the next day, or raise the daily cap.", u"openGateway"_s);
        row("Raise the cap of this key, or rotate to another key.", u"openGateway"_s);
    }
    void whatACatalogueAdvisesHasItsButton()
    {
        QFETCH(QByteArray, step);
        bool isAdvised = false;
        for (const auto &name : dialectNames()) {
            const auto dialect = dialectFor(name);
            for (const auto &line : dialect->codes) {
                for (const auto *told : line.nextSteps)
                    isAdvised = isAdvised || step == told;
            }
        }
        QVERIFY(isAdvised);
        auto run = failed(Category::Balance, Retry::Backoff);
        run.answer.texts.nextSteps.append(step.constData());
        RunPlace place;
        place.keysPage = QUrl(u"https://gateway.example/keys"_s);
        QTEST(stepRows(run, place).constFirst().value<StepRow>().action, "does");
    }

    void aWaitThatIsToldBesideAResetIsNamed()
    {
        auto window = failed(Category::PlanWindow, Retry::AfterReset);
        QCOMPARE(retryWords(window).reason, u"When that is, the gateway does not say."_s);
        window.answer.retryAfter = std::chrono::seconds(20);
        QCOMPARE(retryWords(window).reason,
            u"The gateway asks for a wait of 20 s. When the reset is, it does not say."_s);
    }

    void howLongToWaitIsSaidOnce()
    {
        auto broken = scripted::brokenOffRun();
        QVERIFY(!retryWords(broken).reason.contains(u"5 s")); // it is counted down
        broken.sent[0].startedAt = {};
        QVERIFY(retryWords(broken).reason.endsWith(u"Wait about 5 s."));
    }

    void theOtherKeyIsNamedBeforeItIsSwitchedTo()
    {
        RunViewModel run;
        run.begin(u"qwen3-max"_s, {});
        run.end(scripted::quotaRun());
        QVERIFY(!actions(run.steps()).contains(u"switchKey"_s));
        run.setOtherKey(Other);
        const auto step = run.steps().constLast().value<StepRow>();
        QCOMPARE(step.action + u' ' + step.note, u"switchKey "_s + Other);
    }

    void aMessageIsPutIntoOurWordsWhereItsCodeIsKnown()
    {
        auto quota = scripted::quotaRun();
        QCOMPARE(messageMeaning(quota.answer), u"message means: The key has used all of its spending cap"_s);
        quota.answer.evidence = {{Evidence::Kind::Status, u"429"_s, {}}};
        QVERIFY(messageMeaning(quota.answer).isEmpty()); // a guess is no translation
    }
};

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "tst_diagnosis.moc"
