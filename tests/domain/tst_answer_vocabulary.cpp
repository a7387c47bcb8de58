// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answer_vocabulary.h"

#include <QTest>

using namespace tollkeeper;

class AnswerVocabularyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFixed()
    {
        QCOMPARE(toText(ApiProtocol::AnthropicMessages), QLatin1StringView("anthropic-messages"));
        QCOMPARE(toText(Retry::AfterReset), QLatin1StringView("after_reset"));
        QCOMPARE(toText(Actor::Ops), QLatin1StringView("ops"));
        QCOMPARE(toText(Charged::Unknown), QLatin1StringView("unknown"));
        QCOMPARE(toText(AttemptOrigin::Gateway), QLatin1StringView("gateway"));
        QCOMPARE(toText(AttemptOutcome::Skipped), QLatin1StringView("skipped"));
        QCOMPARE(toText(RunEnd::CostCeiling), QLatin1StringView("cost_ceiling"));
    }

    void wordsReadBack()
    {
        for (int i = 0; i <= static_cast<int>(ApiProtocol::Gemini); ++i)
            QCOMPARE(apiProtocolFromText(QString(toText(ApiProtocol(i)))), std::optional(ApiProtocol(i)));
        for (int i = 0; i <= static_cast<int>(Retry::AfterReset); ++i)
            QCOMPARE(retryFromText(QString(toText(Retry(i)))), std::optional(Retry(i)));
        for (int i = 0; i <= static_cast<int>(Actor::Nobody); ++i)
            QCOMPARE(actorFromText(QString(toText(Actor(i)))), std::optional(Actor(i)));
        for (int i = 0; i <= static_cast<int>(Charged::Unknown); ++i)
            QCOMPARE(chargedFromText(QString(toText(Charged(i)))), std::optional(Charged(i)));
        for (int i = 0; i <= static_cast<int>(AttemptOrigin::Gateway); ++i)
            QCOMPARE(
                attemptOriginFromText(QString(toText(AttemptOrigin(i)))), std::optional(AttemptOrigin(i)));
        for (int i = 0; i <= static_cast<int>(AttemptOutcome::Skipped); ++i)
            QCOMPARE(
                attemptOutcomeFromText(QString(toText(AttemptOutcome(i)))), std::optional(AttemptOutcome(i)));
        for (int i = 0; i <= static_cast<int>(RunEnd::Cancelled); ++i)
            QCOMPARE(runEndFromText(QString(toText(RunEnd(i)))), std::optional(RunEnd(i)));
        QVERIFY(!retryFromText(u"Never") && !apiProtocolFromText(u""));
    }
};

QTEST_GUILESS_MAIN(AnswerVocabularyTest)
#include "tst_answer_vocabulary.moc"
