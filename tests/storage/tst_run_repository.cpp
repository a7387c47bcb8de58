// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/preset_repository.h"
#include "storage/run_repository.h"
#include "storage/workspace_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QDir>
#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class RunRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }
    void cleanup()
    {
        m_database.reset();
        m_profile.reset();
    }

    void aRunComesBackAsItWas()
    {
        auto run = fullRun();
        const auto id = add(run);
        run.line.id = id;

        const auto kept = RunRepository(*m_database).run(id);

        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        compare(kept->line, run.line);
        QCOMPARE(kept->key, run.key);
        QCOMPARE(kept->request, run.request);
        QCOMPARE(kept->fallbacks, run.fallbacks);
        QCOMPARE(kept->answer, run.answer);
        QCOMPARE(kept->trace, run.trace);
        QCOMPARE(kept->ids, run.ids);
        const auto lines = RunRepository(*m_database).lines({}, 10);
        QCOMPARE(lines->size(), 1);
        compare(lines->constFirst(), run.line);
    }

    void whatIsNotToldStaysSo()
    {
        KeptRun bare;
        bare.line.startedAt = june(3);
        bare.line.account = m_account;
        const auto kept = *RunRepository(*m_database).run(add(bare));
        QVERIFY(!kept.line.cost);
        QCOMPARE(kept.line.end, std::nullopt);
        QVERIFY(!kept.line.inputTokens);
        QVERIFY(!kept.key);
        QVERIFY(kept.trace.isEmpty());
        QVERIFY(!kept.line.hasBodies);
        QCOMPARE(RunRepository(*m_database).run(RunId(99)).error().kind, Error::Kind::NotFound);
    }

    void withoutBodiesTheParametersAreKept()
    {
        auto run = fullRun();
        run.line.hasBodies = false;
        const auto kept = *RunRepository(*m_database).run(add(run));
        QCOMPARE(kept.request.maxTokens, 600);
        QVERIFY(kept.request.messages.isEmpty());
        QVERIFY(kept.answer.isEmpty());
        QVERIFY(kept.line.prompt.isEmpty());
    }

    void theNewestComesFirst()
    {
        for (const int day : {3, 9, 5}) {
            auto run = fullRun();
            run.line.startedAt = june(day);
            (void)add(run);
        }
        const auto lines = *RunRepository(*m_database).lines({}, 2);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].startedAt, june(9));
        QCOMPARE(lines[1].startedAt, june(5));
    }

    void findsATextWhereverItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        const QStringList there{u"openrouter"_s, u"STAGING"_s, u"acme/first"_s, u"acme/third"_s,
            u"acme/second"_s, u"azure"_s, u"quota_ex"_s, u"req_1"_s, u"gen-1"_s, u"HF-20418"_s,
            u"said \"held\""_s, u"line\nbreak"_s, u"额度"_s, u"50%"_s, u"%"_s};
        for (const auto &text : there)
            QTest::newRow(qPrintable(text)) << text << true;
        const QStringList elsewhere{u"nowhere"_s, u"50_"_s, u"!"_s, u"max_tokens"_s, u"user"_s};
        for (const auto &text : elsewhere)
            QTest::newRow(qPrintable(u"not "_s + text)) << text << false;
    }
    void findsATextWhereverItStands()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isFound);
        (void)add(fullRun());
        const auto lines = RunRepository(*m_database).lines(text, 10);
        QVERIFY2(lines, lines ? "" : qPrintable(lines.error().detail));
        QCOMPARE(!lines->isEmpty(), isFound);
    }

    void removedBodiesLeaveNothingBehind_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("bodies alone") << 0;
        QTest::newRow("one run") << 1;
        QTest::newRow("all runs") << 2;
    }
    void removedBodiesLeaveNothingBehind()
    {
        QFETCH(const int, way);
        auto run = fullRun();
        run.answer = u"SecretHarvest "_s.repeated(4000); // more than one page
        const auto id = add(run);
        QVERIFY(filesHold("SecretHarvest"));
        RunRepository runs(*m_database);

        QVERIFY(way == 0 ? runs.removeBodies() : way == 1 ? runs.remove(id) : runs.removeAll());
        runs.wipe();

        QVERIFY(!filesHold("SecretHarvest"));
        QVERIFY(!filesHold("HF-20418"));
        QCOMPARE(runs.lines({}, 10)->size(), way == 0 ? 1 : 0);
        if (way == 0)
            QVERIFY(!runs.lines({}, 10)->constFirst().hasBodies);
        QCOMPARE(m_database->value(u"SELECT COUNT(*) FROM playground_body"_s)->toInt(), 0);
    }

    void bodiesAreKeptOnceAllowed()
    {
        WorkspaceRepository workspace(*m_database);
        QVERIFY(!*workspace.keepsBodies());
        QVERIFY(workspace.setKeepsBodies(true));
        QVERIFY(*workspace.keepsBodies());
    }

    void presetsAreKeptByName()
    {
        PresetRepository presets(*m_database);
        Preset second{u"b"_s, fullRun().request, u"acme/first"_s, {u"acme/second"_s}};
        const Preset first{u"a"_s, {}, {}, {}};
        QVERIFY(presets.save(second));
        QVERIFY(presets.save(first));
        second.model = u"other"_s;
        QVERIFY(presets.save(second));
        QCOMPARE(*presets.all(), (QList{first, second}));
        QVERIFY(presets.remove(u"a"_s));
        QCOMPARE(*presets.all(), QList{second});
    }

private:
    KeptRun fullRun() const
    {
        KeptRun run;
        auto &line = run.line;
        line.startedAt = june(18, 14).addMSecs(310);
        line.account = m_account;
        line.accountName = u"OpenRouter · main"_s;
        line.keyName = u"support-chat-staging"_s;
        line.protocol = ApiProtocol::Gemini;
        line.requestedModel = u"acme/first"_s;
        line.servedModel = u"acme/third"_s;
        line.servedProvider = u"Azure"_s;
        line.category = Category::StreamInterrupted;
        line.isComplete = false;
        line.end = RunEnd::Exhausted;
        line.isCostWhole = false;
        line.httpStatus = 429;
        line.code = u"QUOTA_EXCEEDED"_s;
        line.attempts = 3;
        line.inputTokens = 1182;
        line.outputTokens = 386;
        line.cost = Money::fromNanos(15'560'000, currency(u"CNY"));
        line.total = std::chrono::milliseconds(9840);
        line.requestId = u"req_1"_s;
        line.prompt = u"Where is HF-20418?"_s;
        line.hasBodies = true;
        run.key = KeyId(7);
        run.request.system = u"额度, 50% of it"_s;
        run.request.messages
            = {{ChatMessage::Role::User, u"Where is HF-20418? It said \"held\".\nline\nbreak"_s}};
        run.request.maxTokens = 600;
        run.fallbacks = {u"acme/second"_s};
        run.answer = u"In Rotterdam"_s;
        run.trace = {Attempt{}};
        run.ids = {{u"req_1"_s}, {}, u"gen-1"_s, {}};
        return run;
    }

    RunId add(const KeptRun &run)
    {
        const auto id = m_database->inTransaction([&] { return RunRepository(*m_database).add(run); });
        return id.value_or(RunId());
    }

    [[nodiscard]] bool filesHold(const QByteArray &text) const
    {
        const QDir folder(m_profile->path());
        const auto names = folder.entryList(QDir::Files);
        for (const auto &name : names) {
            QFile file(folder.filePath(name));
            if (file.open(QFile::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    static void compare(const RunLine &line, const RunLine &expected)
    {
        QCOMPARE(line.startedAt, expected.startedAt);
        QCOMPARE(line.account, expected.account);
        QCOMPARE(line.accountName, expected.accountName);
        QCOMPARE(line.keyName, expected.keyName);
        QCOMPARE(line.protocol, expected.protocol);
        QCOMPARE(line.requestedModel, expected.requestedModel);
        QCOMPARE(line.servedModel, expected.servedModel);
        QCOMPARE(line.servedProvider, expected.servedProvider);
        QCOMPARE(line.category, expected.category);
        QCOMPARE(line.isComplete, expected.isComplete);
        QCOMPARE(line.end, expected.end);
        QCOMPARE(line.isCostWhole, expected.isCostWhole);
        QCOMPARE(line.httpStatus, expected.httpStatus);
        QCOMPARE(line.code, expected.code);
        QCOMPARE(line.attempts, expected.attempts);
        QCOMPARE(line.inputTokens, expected.inputTokens);
        QCOMPARE(line.outputTokens, expected.outputTokens);
        QCOMPARE(line.cost, expected.cost);
        QCOMPARE(line.total, expected.total);
        QCOMPARE(line.requestId, expected.requestId);
        QCOMPARE(line.prompt, expected.prompt);
        QCOMPARE(line.hasBodies, expected.hasBodies);
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(RunRepositoryTest)
#include "tst_run_repository.moc"
