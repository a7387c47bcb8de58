// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_reader.h"
#include "gateways/registry.h"
#include "words/answer_words.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

bool isSentence(const QString &text)
{
    return !text.isEmpty() && text.at(0).isUpper() && text.endsWith(u'.') && !text.contains(u'%');
}

} // namespace

class AnswerWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCategoryIsExplained_data()
    {
        QTest::addColumn<int>("category");
        for (int category = 0; category <= static_cast<int>(Category::Unknown); ++category)
            QTest::newRow(toText(static_cast<Category>(category)).data()) << category;
    }
    void everyCategoryIsExplained()
    {
        QFETCH(int, category);
        Answer answer;
        answer.category = static_cast<Category>(category);
        answer.isError = category != 0;
        const auto words = explain(answer);
        QVERIFY(!words.title.isEmpty() && !words.title.endsWith(u'.'));
        QVERIFY2(isSentence(words.explanation), qPrintable(words.explanation));
        QCOMPARE(words.nextSteps.isEmpty(), !answer.isError);
        for (const auto &step : words.nextSteps)
            QVERIFY2(isSentence(step), qPrintable(step));
    }

    //! Of a used-up spending cap as well: it proves no window.
    void aMissingDelaySaysNoMoreThanItProves()
    {
        const auto text = evidenceText({Evidence::Kind::NoDelay, {}, {}});
        QVERIFY2(isSentence(text) && !text.contains(u"window"), qPrintable(text));
    }

    void everyCategoryHasItsOwnWords()
    {
        QStringList seen;
        for (int category = 0; category <= static_cast<int>(Category::Unknown); ++category) {
            Answer answer;
            answer.category = static_cast<Category>(category);
            seen << explain(answer).explanation;
        }
        QCOMPARE(seen.removeDuplicates(), 0);
    }

    void theCataloguesWordsGoFirst()
    {
        for (const auto &name : dialectNames()) {
            const auto codes = dialectFor(name)->codes;
            for (const auto &line : codes) {
                Answer answer;
                answer.category = line.category;
                answer.isError = true;
                const auto usual = explain(answer);
                answer.texts = {line.title, line.explanation, line.nextSteps};
                const auto words = explain(answer);
                QVERIFY2(isSentence(words.explanation), line.code);
                for (const auto &step : words.nextSteps)
                    QVERIFY2(isSentence(step), line.code);
                QCOMPARE(words.explanation != usual.explanation, line.explanation != nullptr);
                QCOMPARE(words.nextSteps != usual.nextSteps, !line.nextSteps.isEmpty());
            }
        }
    }

    void everyProofIsASentence()
    {
        QStringList seen;
        for (int kind = 0; kind <= static_cast<int>(Evidence::Kind::TooLarge); ++kind) {
            const auto text = evidenceText({static_cast<Evidence::Kind>(kind), u"7"_s, u"error.code"_s});
            QVERIFY2(isSentence(text), qPrintable(text));
            seen << text;
        }
        QCOMPARE(seen.removeDuplicates(), 0);
    }

    void anAllowanceThatWentIntoReasoningHasItsOwnWords()
    {
        HttpResponse response{.status = 200,
            .body
            = R"({"choices":[{"finish_reason":"length","message":{"content":""}}],"usage":{"completion_tokens":9}})"};
        const auto answer = readAnswer(response, *dialectFor(u"openai-compatible"), {}, QDateTime());
        const auto words = explain(answer);
        QVERIFY2(words.title.contains(u"reasoning"), qPrintable(words.title));
        QVERIFY2(isSentence(words.explanation), qPrintable(words.explanation));
        QVERIFY2(words.nextSteps.constFirst().contains(u"maximum"), qPrintable(words.nextSteps.constFirst()));
        for (const auto &step : words.nextSteps)
            QVERIFY2(isSentence(step), qPrintable(step));
    }

    void whatStandsForATraceThatIsNotThere()
    {
        Answer answer;
        const auto untold = traceText(answer);
        QVERIFY2(isSentence(untold), qPrintable(untold));
        answer.isTracePublished = true;
        Attempt ours;
        ours.origin = AttemptOrigin::Client;
        answer.attempts = {ours};
        const auto nobody = traceText(answer);
        QVERIFY2(isSentence(nobody) && nobody.contains(u"no provider"), qPrintable(nobody));
        answer.attempts.append(Attempt());
        QCOMPARE(traceText(answer), QString());
    }

    void whenToSendItAgain_data()
    {
        QTest::addColumn<int>("retry");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("piece");
        const auto row = [](Retry retry, int seconds, const QString &piece) {
            QTest::addRow("%s %d", toText(retry).data(), seconds)
                << static_cast<int>(retry) << seconds << piece;
        };
        row(Retry::Never, 0, u"Do not send the same again"_s);
        row(Retry::AfterFix, 0, u"once that is fixed"_s);
        row(Retry::Backoff, 0, u"later each time"_s);
        row(Retry::AfterDelay, 1, u"Wait 1 second,"_s);
        row(Retry::AfterDelay, 12, u"Wait 12 seconds,"_s);
        row(Retry::AfterReset, 0, u"after 2026-12-01T00:00:00Z."_s);
    }
    void whenToSendItAgain()
    {
        QFETCH(int, retry);
        QFETCH(int, seconds);
        QFETCH(QString, piece);
        Answer answer;
        answer.isError = true;
        answer.retry = static_cast<Retry>(retry);
        answer.retryAfter = std::chrono::seconds(seconds);
        answer.resetsAt = QDateTime({2026, 12, 1}, {0, 0}, Qt::UTC);
        QVERIFY2(retryText(answer).contains(piece), qPrintable(retryText(answer)));
    }
};

QTEST_GUILESS_MAIN(AnswerWordsTest)
#include "tst_answer_words.moc"
