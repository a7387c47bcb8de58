// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

SentRequest post(int number, std::chrono::milliseconds took)
{
    SentRequest sent;
    sent.model = u"acme/alpha"_s;
    sent.request.url = QUrl(u"https://gateway.example/v1/chat/completions"_s);
    sent.startedAt = QDateTime(QDate(2026, 6, 18), QTime(14, 32, number), Qt::UTC);
    sent.timings.total = took;
    sent.timings.firstByte = took;
    sent.body = "answer " + QByteArray::number(number);
    sent.answer.httpStatus = 200;
    return sent;
}

SentRequest failedPost(int number)
{
    auto sent = post(number, std::chrono::milliseconds(90));
    sent.answer.isError = true;
    sent.answer.category = Category::Provider;
    sent.answer.retry = Retry::Backoff;
    sent.answer.httpStatus = 502;
    sent.answer.code = u"upstream_down"_s;
    sent.answer.message = u"The kitchen is on fire"_s;
    sent.answer.ids.request = {u"req_"_s + QString::number(number)};
    return sent;
}

PlaygroundRun runOf(const QList<SentRequest> &sent)
{
    PlaygroundRun run;
    run.sent = sent;
    run.answer = sent.constLast().answer;
    return run;
}

AttemptRow rowAt(const RunViewModel &run, int place)
{
    return run.attempts().value(place).value<AttemptRow>();
}

QString typeSent(const RunViewModel &run)
{
    for (const auto &row : run.headers()) {
        if (const auto line = row.value<HeaderRow>(); line.name == u"Content-Type")
            return line.value;
    }
    return {};
}

QStringList headings(const RunViewModel &run)
{
    QStringList all;
    for (const auto &row : run.headers()) {
        if (const auto line = row.value<HeaderRow>(); line.isHeading)
            all.append(line.name);
    }
    return all;
}

} // namespace

//! The route of a run of several POSTs, while it runs and afterwards.
class RunAttemptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAnEarlierAttemptWasAnsweredIsStillThere()
    {
        RunViewModel run;
        run.begin(u"acme/alpha"_s, {});
        run.end(runOf({failedPost(1), failedPost(2), post(3, std::chrono::seconds(1))}));
        QCOMPARE(run.attempts().size(), 3);
        const auto second = rowAt(run, 1);
        QCOMPARE(second.code + u' ' + second.errorCode, u"502 upstream_down"_s);
        QCOMPARE(second.message, u"The kitchen is on fire"_s);
        QCOMPARE(second.requestId, u"req_2"_s);
        QVERIFY(second.reason.endsWith(u'.'));
        const auto served = rowAt(run, 2);
        QVERIFY(served.isServed);
        QVERIFY(served.message.isEmpty() && served.errorCode.isEmpty() && served.requestId.isEmpty());
    }

    void theAttemptUnderWayHasARowOfItsOwn()
    {
        RunViewModel run;
        run.begin(u"acme/alpha"_s, {});
        QCOMPARE(run.attempts().size(), 1);
        QVERIFY(rowAt(run, 0).isRunning);
        QCOMPARE(rowAt(run, 0).tone, QString());
        run.endAttempt(failedPost(1));
        QCOMPARE(run.attempts().size(), 1);
        QVERIFY(!rowAt(run, 0).isRunning); // it has failed
        run.wait(std::chrono::milliseconds(500));
        QCOMPARE(run.attempts().size(), 1); // nobody is asked now
        run.beginAttempt(2, u"acme/beta"_s);
        QCOMPARE(run.attempts().size(), 2);
        QVERIFY(!rowAt(run, 0).isRunning && rowAt(run, 1).isRunning);
        QCOMPARE(rowAt(run, 1).model, u"acme/beta"_s);
        run.end(runOf({failedPost(1), post(2, std::chrono::seconds(1))}));
        QCOMPARE(run.attempts().size(), 2);
        QVERIFY(!rowAt(run, 1).isRunning);
    }

    void theTimesAreThoseOfTheLastAttempt()
    {
        RunViewModel run;
        run.end(runOf({post(1, std::chrono::milliseconds(1500))}));
        QCOMPARE(run.timingsTitle() + u' ' + run.timingsTotal(), u"Timing 1.50 s"_s);
        run.end(runOf({failedPost(1), post(2, std::chrono::milliseconds(1500))}));
        QCOMPARE(run.timingsTitle() + u' ' + run.timingsTotal(), u"Timing of the last attempt 1.50 s"_s);
        QCOMPARE(run.total(), u"1.59 s"_s);
    }

    void headersAreHeadedByWhoseTheyAre()
    {
        RunViewModel run;
        run.end(runOf({post(1, std::chrono::seconds(1))}));
        QCOMPARE(headings(run), (QStringList{u"Request"_s, u"Answer"_s}));
        run.end(runOf({failedPost(1), post(2, std::chrono::seconds(1))}));
        QCOMPARE(headings(run),
            (QStringList{u"Request, attempt 1"_s, u"Answer, attempt 1"_s, u"Request, attempt 2"_s,
                u"Answer, attempt 2"_s}));
    }

    void bytesThatWereLookedAtAreNotThoseOfAnEarlierAttempt()
    {
        RunViewModel run;
        run.begin(u"acme/alpha"_s, {});
        QVERIFY(run.raw()->whole().isEmpty());
        run.endAttempt(failedPost(1));
        QCOMPARE(run.raw()->whole(), u"answer 1"_s);
        run.endAttempt(failedPost(2));
        QCOMPARE(run.raw()->whole(), u"answer 2"_s);
    }

    //! Whatever the gateway's list of its attempts says of the last one.
    void whatBrokeOffHasNotServed()
    {
        for (const bool isTold : {false, true}) {
            auto broken = post(1, std::chrono::seconds(6));
            broken.answer.isError = true;
            broken.answer.category = Category::Timeout; // would pass by itself
            broken.answer.retry = Retry::Backoff;
            broken.answer.text = u"Half an ans"_s;
            broken.answer.stream.isComplete = false;
            if (isTold)
                broken.answer.attempts = {{AttemptOrigin::Gateway, u"Acme"_s, u"acme/alpha"_s, 429,
                                              AttemptOutcome::Failed, u"Too many."_s, 5},
                    {AttemptOrigin::Gateway, u"Brook"_s, u"acme/alpha"_s, 200, AttemptOutcome::Served, {},
                        5}};
            RunViewModel run;
            run.end(runOf({broken}));
            QCOMPARE(run.state(), RunViewModel::State::Incomplete);
            const auto last = run.attempts().constLast().value<AttemptRow>();
            QCOMPARE(last.tone + u' ' + last.reason, u"danger Began to answer, then broke off."_s);
            QVERIFY(!last.isServed);
            QCOMPARE(rowAt(run, 0).tone, isTold ? u"warn"_s : u"danger"_s);
        }
    }

    void whatWasCancelledBeforeAnyAnswerHasNotFailed()
    {
        auto silent = post(1, std::chrono::seconds(1));
        silent.answer.isError = true;
        silent.answer.httpStatus = 0;
        silent.answer.stream.isComplete = false;
        silent.problem = Error{.kind = Error::Kind::Cancelled};
        auto ended = runOf({failedPost(1), silent});
        ended.end = RunEnd::Cancelled;
        RunViewModel run;
        run.end(ended);
        QCOMPARE(run.note(), u"after 1 failed attempt"_s); // the one before
        QCOMPARE(rowAt(run, 1).tone + u' ' + rowAt(run, 1).reason, u"off Cancelled."_s);
        ended.sent = {silent};
        run.end(ended);
        QCOMPARE(run.note(), QString());
        QCOMPARE(run.tone() + u' ' + run.title(), u"off Cancelled"_s);
    }

    void theHeadersThatWereSentHaveTheTypeOfTheBody()
    {
        auto sent = post(1, std::chrono::seconds(1));
        RunViewModel run;
        run.end(runOf({sent}));
        QCOMPARE(typeSent(run), QString());
        sent.request.body = "{}";
        run.end(runOf({sent}));
        QCOMPARE(typeSent(run), u"application/json"_s);
    }

    void whatThePersonStoppedHasNotFailed()
    {
        auto stopped = post(1, std::chrono::seconds(1));
        stopped.answer.isError = true;
        stopped.answer.category = Category::Unknown;
        stopped.answer.evidence = {{Evidence::Kind::Stopped, {}, {}}};
        auto ended = runOf({stopped});
        ended.end = RunEnd::Cancelled;
        RunViewModel run;
        run.end(ended);
        QCOMPARE(rowAt(run, 0).tone, u"off"_s);
        QCOMPARE(run.note(), QString()); // of no failed attempt
        QVERIFY(run.whoseProblem().isEmpty()); // nobody's
        QVERIFY(run.retryVerdict().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunAttemptsTest)
#include "tst_run_attempts.moc"
