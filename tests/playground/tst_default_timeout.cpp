// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/default_timeout.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class DefaultTimeoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isByTheKindOfModel_data()
    {
        QTest::addColumn<int>("seconds");
        const auto add = [](const char *model, int seconds) { QTest::newRow(model) << seconds; };
        add("openai/gpt-4.1-mini", 30);
        add("anthropic/claude-haiku-4.5", 30);
        add("google/gemini-2.5-flash", 30);
        add("x-ai/grok-4-fast", 30);
        add("meta-llama/llama-3.1-8b-instruct:free", 30);
        add("gpt-4o", 60);
        add("anthropic/claude-sonnet-4", 60);
        add("qwen/qwen3-32b", 60);

        add("a-model-nobody-knows", 60);
        add("anthropic/claude-opus-4.1", 120);
        add("mistral-large-2411", 120);
        add("google/gemini-2.5-pro", 120);
        add("meta-llama/llama-3.3-70b-instruct", 120);
        add("openai/o3", 300);
        add("openai/o4-mini-deep-research", 300);
        add("deepseek/deepseek-r1", 300);
        add("anthropic/claude-3.7-sonnet:thinking", 300);
        add("Deepseek-Reasoner", 300);
        add("perplexity/sonar-reasoning-pro", 300);
        add("vendor/minimax", 60); // words, not letters
        add("vendor/processor-o11", 60);
    }
    void isByTheKindOfModel()
    {
        QFETCH(int, seconds);
        QCOMPARE(defaultTimeout(QString::fromLatin1(QTest::currentDataTag())).count(), seconds);
    }
};

QTEST_GUILESS_MAIN(DefaultTimeoutTest)
#include "tst_default_timeout.moc"
