// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/run_words.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RunWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreSaidInTheFormThatFitsThem_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("title");
        QTest::newRow("one") << 1 << u"Answer complete, 1 token"_s
                             << u"Incomplete: stream ended after 1 token"_s;
        QTest::newRow("many") << 1214 << u"Answer complete, 1,214 tokens"_s
                              << u"Incomplete: stream ended after 1,214 tokens"_s;
    }
    void countsAreSaidInTheFormThatFitsThem()
    {
        QFETCH(int, tokens);
        auto whole = scripted::shipmentRun();
        auto broken = scripted::brokenOffRun();
        whole.answer.usage.outputTokens = broken.answer.usage.outputTokens = tokens;
        RunViewModel run;
        run.end(whole);
        QTEST(run.status(), "status");
        run.end(broken);
        QTEST(run.title(), "title");
    }

    void modelsAreTheSameUnderOtherNames_data()
    {
        QTest::addColumn<QString>("requested");
        QTest::addColumn<QString>("served");
        QTest::addColumn<bool>("isOther");
        QTest::newRow("same") << u"gpt-5"_s << u"gpt-5"_s << false;
        QTest::newRow("with its maker") << u"openai/gpt-5"_s << u"gpt-5"_s << false;
        QTest::newRow("with its date") << u"gpt-5"_s << u"gpt-5-2026-01-15"_s << false;
        QTest::newRow("variant") << u"meta/llama-4:free"_s << u"meta/llama-4"_s << false;
        QTest::newRow("smaller") << u"gpt-5"_s << u"gpt-5-mini"_s << true;
        QTest::newRow("other") << u"claude-sonnet-4.5"_s << u"claude-opus-4.7"_s << true;
        QTest::newRow("not told") << u"gpt-5"_s << QString() << false;
    }
    void modelsAreTheSameUnderOtherNames()
    {
        QFETCH(QString, requested);
        QFETCH(QString, served);
        QTEST(isOtherModel(requested, served), "isOther");
    }
};

QTEST_GUILESS_MAIN(RunWordsTest)
#include "tst_run_words.moc"
