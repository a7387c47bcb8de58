// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_history_view_model.h"
#include "viewmodels/usage_details.h"
#include "words/request_words.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

void fill(ScriptedRunHistory &history, bool hasBodies)
{
    history.keeps = hasBodies;
    history.kept = {scripted::keptRun(1, scripted::shipmentOrder(), scripted::shipmentRun(), hasBodies),
        scripted::keptRun(2, scripted::shipmentOrder(), scripted::brokenOffRun(), hasBodies),
        scripted::keptRun(3, scripted::quotaOrder(), scripted::quotaRun(), hasBodies)};
}

QString fact(const QVariantList &lines, const QString &name)
{
    for (const auto &line : lines) {
        if (const auto one = line.value<IdLine>(); one.name == name)
            return one.value;
    }
    return u"(none)"_s;
}

} // namespace

class RunHistoryViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAreTheNewestFirstWithTheirVerdict()
    {
        ScriptedRunHistory history;
        fill(history, false);
        RunHistoryViewModel view;
        view.setHistory(&history);
        QTest::qWait(0);
        QVERIFY(history.asked.isEmpty()); // nobody looks at it
        view.setIsActive(true);
        QTRY_COMPARE(view.rows().size(), 3);
        const auto quota = view.rows().constFirst();
        QCOMPARE(quota.code, u"429"_s);
        QCOMPARE(quota.tone, u"danger"_s);
        QCOMPARE(view.rows().at(1).verdict, u"Incomplete"_s);
        QCOMPARE(view.rows().at(1).tone, u"danger"_s);
        const auto shipment = view.rows().constLast();
        QCOMPARE(shipment.verdict, u"Answered by another model"_s);
        QCOMPARE(shipment.cost, u"$0.01556"_s);
    }

    void theSearchAsksAnew()
    {
        ScriptedRunHistory history;
        fill(history, false);
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        view.setSearch(u"qwen"_s);
        QTRY_COMPARE(view.rows().size(), 1);
        QTRY_COMPARE(history.asked.constLast(), u"qwen"_s);
    }

    void bodiesAreKeptOnlyWhereThePersonAllowsIt()
    {
        ScriptedRunHistory history;
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        QVERIFY(!view.keepsBodies());
        view.setKeepsBodies(true);
        QTRY_VERIFY(history.keeps);
        QVERIFY(view.keepsBodies());
        history.error = Error{.kind = Error::Kind::StorageFull};
        view.setKeepsBodies(false);
        QTRY_VERIFY(view.keepsBodies()); // as it was: it could not be changed
        QVERIFY(!view.problem().isEmpty());
    }

    void whatIsRemovedIsGone()
    {
        ScriptedRunHistory history;
        fill(history, false);
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        QTRY_COMPARE(view.rows().size(), 3);
        QSignalSpy removed(&view, &RunHistoryViewModel::removed);
        view.remove(u"2"_s);
        QTRY_COMPARE(view.rows().size(), 2);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.constFirst().constFirst().toString(), u"2"_s);
        history.error = Error{.kind = Error::Kind::StorageFull};
        view.remove(u"3"_s);
        QTRY_VERIFY(!view.problem().isEmpty());
        QCOMPARE(removed.size(), 1); // it is still there
        history.error.reset();
        view.removeAll();
        QTRY_COMPARE(view.rows().size(), 0);
    }

    //! A poll brings a bill: the row changes, and nobody who looks at the list loses his place.
    void whatIsReadAgainKeepsItsRows()
    {
        ScriptedRunHistory history;
        fill(history, false);
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        QTRY_COMPARE(view.rows().size(), 3);
        QSignalSpy reset(view.runs(), &QAbstractItemModel::modelReset);
        QSignalSpy removed(view.runs(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(view.runs(), &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(view.runs(), &QAbstractItemModel::dataChanged);
        history.kept[0].line.cost = Money::fromNanos(20'000'000);
        Q_EMIT history.changed();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 2);
        QCOMPARE(view.rows().constLast().cost, u"$0.02000"_s);
        QCOMPARE(reset.size() + removed.size() + inserted.size(), 0);
    }

    void whatWasCancelledIsNeitherASuccessNorAFailure()
    {
        auto begun = scripted::brokenOffRun();
        auto silent = scripted::quotaRun();
        begun.end = silent.end = RunEnd::Cancelled;
        silent.answer.attempts.last().status.reset(); // no answer had come
        ScriptedRunHistory history;
        history.kept = {scripted::keptRun(1, scripted::quotaOrder(), silent, false),
            scripted::keptRun(2, scripted::shipmentOrder(), begun, false)};
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        QTRY_COMPARE(view.rows().size(), 2);
        for (const auto &row : view.rows())
            QCOMPARE(row.tone + u' ' + row.verdict, u"off Cancelled"_s);
        view.showDetails(u"2"_s);
        QTRY_VERIFY(view.details()->isShown());
        QCOMPARE(fact(view.details()->facts(), u"Cause"_s), QString());
        QCOMPARE(view.details()->attempts().constLast().value<AttemptRow>().reason, u"Cancelled."_s);
        view.endDetails();
        view.showDetails(u"1"_s);
        QTRY_VERIFY(view.details()->isShown());
        QCOMPARE(view.details()->verdict(), u"Cancelled"_s);
        const auto last = view.details()->attempts().constLast().value<AttemptRow>();
        QCOMPARE(last.tone + u' ' + last.reason, u"off Cancelled."_s);
    }

    void aSumThatIsNotWholeIsTheLeastItCanBe()
    {
        ScriptedRunHistory history;
        fill(history, false);
        history.kept[0].line.isCostWhole = false;
        history.kept[1].line.isCostWhole = false;
        history.kept[1].line.cost.reset();
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        QTRY_COMPARE(view.rows().size(), 3);
        QCOMPARE(view.rows().constLast().cost, u"at least $0.01556"_s);
        QCOMPARE(view.rows().at(1).cost, u"unknown"_s);
    }

    void itIsKnownWhetherTextsWouldBeLost()
    {
        ScriptedRunHistory history;
        fill(history, true);
        RunHistoryViewModel view;
        QVERIFY(view.mayHoldTexts()); // nothing has been read yet
        view.setHistory(&history);
        view.setIsActive(true);
        QTRY_COMPARE(view.rows().size(), 3);
        QTRY_VERIFY(view.keepsBodies());
        QVERIFY(view.mayHoldTexts());
        view.setKeepsBodies(false);
        QTRY_VERIFY(!view.mayHoldTexts());
        view.setSearch(u"qwen"_s);
        QTRY_COMPARE(view.rows().size(), 1);
        QVERIFY(view.mayHoldTexts()); // those that the search does not show may
    }

    void aKeptRunCanBeReadAgain()
    {
        ScriptedRunHistory history;
        fill(history, true);
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.showDetails(u"1"_s);
        auto *run = view.details();
        QTRY_VERIFY(run->isShown());
        QCOMPARE(run->id(), u"1"_s);
        QCOMPARE(
            run->code() + u' ' + run->tone() + u' ' + run->verdict(), u"200 ok Answered by another model"_s);
        const QList<std::pair<QString, QString>> facts{{u"Sent"_s, u"18 Jun 14:31:42 UTC"_s},
            {u"Account"_s, u"OpenRouter · main"_s}, {u"Key"_s, u"support-chat-staging"_s},
            {u"Requested"_s, u"anthropic/claude-sonnet-4.5"_s}, {u"Served"_s, u"anthropic/claude-opus-4.7"_s},
            {u"Provider"_s, u"Google Vertex"_s}, {u"Attempts"_s, u"3"_s}, {u"Tokens"_s, u"1,182 + 386"_s},
            {u"Cost"_s, u"$0.01556"_s}, {u"Total time"_s, u"9.84 s"_s}};
        for (const auto &[name, value] : facts)
            QCOMPARE(name + u' ' + fact(run->facts(), name), name + u' ' + value);
        const auto &ids = scripted::shipmentRun().answer.ids;
        QCOMPARE(fact(run->ids(), u"Request"_s), ids.request.constFirst());
        QCOMPARE(fact(run->ids(), u"Generation"_s), ids.generation);
        QCOMPARE(fact(run->ids(), u"Upstream"_s), ids.upstream);
        QCOMPARE(run->answer()->whole(), scripted::shipmentRun().answer.text);
        QVERIFY(run->answerNote().isEmpty());
        const auto attempts = run->attempts();
        QCOMPARE(attempts.size(), 3); // those of the gateway; our one POST is what they are of
        QCOMPARE(attempts.constFirst().value<AttemptRow>().code, u"429"_s);
        QVERIFY(attempts.constLast().value<AttemptRow>().isServed);
        view.endDetails();
        QVERIFY(!run->isShown());
        QVERIFY(run->answer()->whole().isEmpty());
    }

    void aFailureThatIsReadAgainSaysWhy()
    {
        ScriptedRunHistory history;
        fill(history, false);
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.showDetails(u"2"_s);
        view.showDetails(u"3"_s); // the latest question wins
        QTRY_VERIFY(view.details()->isShown());
        QCOMPARE(view.details()->id(), u"3"_s);
        QCOMPARE(view.details()->verdict(), u"The key has used all of its spending cap"_s);
        QCOMPARE(fact(view.details()->facts(), u"Code"_s), u"API_KEY_QUOTA_EXHAUSTED"_s);
        QVERIFY(!view.details()->answerNote().isEmpty()); // it was not kept
        QCOMPARE(view.details()->attempts().size(), 1); // the gateway told of none: our own
        QCOMPARE(view.details()->attempts().constFirst().value<AttemptRow>().origin, u"Tollkeeper"_s);
        view.showDetails(u"2"_s);
        QTRY_COMPARE(view.details()->id(), u"2"_s);
        QCOMPARE(view.details()->verdict(), u"Incomplete"_s);
        QVERIFY(fact(view.details()->facts(), u"Cause"_s).size() > 6);
        view.showDetails(u"77"_s);
        QTRY_VERIFY(!view.problem().isEmpty());
    }

    void whatNeverGotAnAnswerIsNotIncomplete()
    {
        auto run = scripted::quotaRun();
        auto &answer = run.sent.first().answer;
        answer.httpStatus = 0;
        answer.category = Category::Timeout;
        answer.stream.isComplete = false;
        run.answer = answer;
        ScriptedRunHistory history;
        history.kept = {scripted::keptRun(1, scripted::quotaOrder(), run, false)};
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        QTRY_COMPARE(view.rows().size(), 1);
        QCOMPARE(view.rows().constFirst().verdict, reasonSentence(Category::Timeout));
    }

    void twoRunsAreComparedLineByLine()
    {
        ScriptedRunHistory history;
        fill(history, true);
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        view.compare(u"1"_s, u"2"_s);
        QTRY_COMPARE(view.compared().size(), 2);
        QVERIFY(!view.difference().isEmpty());
        QCOMPARE(view.difference().constFirst().value<DiffRow>().kind, u"same"_s);
        QVERIFY(view.comparedNote().isEmpty());
        view.endComparison();
        QVERIFY(view.compared().isEmpty());
    }

    void withoutTheAnswersOnlyFiguresAreCompared()
    {
        ScriptedRunHistory history;
        fill(history, false);
        RunHistoryViewModel view;
        view.setHistory(&history);
        view.setIsActive(true);
        view.compare(u"1"_s, u"3"_s);
        QTRY_COMPARE(view.compared().size(), 2);
        QVERIFY(view.difference().isEmpty());
        QVERIFY(!view.comparedNote().isEmpty());
        view.compare(u"1"_s, u"77"_s);
        QTRY_VERIFY(!view.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunHistoryViewModelTest)
#include "tst_run_history_view_model.moc"
