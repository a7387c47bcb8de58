// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/stored_run_history.h"
#include "storage/key_repository.h"
#include "storage/usage_repository.h"
#include "support/send_world.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Leak = u"sk-or-v1-0123456789abcdef0123456789abcdef"_s;

//! What a run leaves in a history that may keep bodies.
struct World : SendWorld {
    using SendWorld::SendWorld;
    StoredRunHistory history{storage};

    KeptRun keep(const PlaygroundRun &run)
    {
        const auto id = await(history.add(order, run));
        return id ? await(history.run(*id)).value_or(KeptRun()) : KeptRun();
    }
    KeptRun sendAndKeep()
    {
        const auto run = send();
        return run ? keep(*run) : KeptRun();
    }
    [[nodiscard]] bool filesHold(const QByteArray &text) const
    {
        const QDir folder(profile.path());
        const auto names = folder.entryList(QDir::Files);
        for (const auto &name : names) {
            QFile file(folder.filePath(name));
            if (file.open(QFile::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }
};

} // namespace

class StoredRunHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunIsKeptWithoutWhatWasSaidUntilAllowed()
    {
        World world({SendWorld::served()});
        world.order.request.maxTokens = 50;
        world.order.policy.fallbacks = {u"acme/second"_s};
        QSignalSpy changed(&world.history, &RunHistory::changed);

        const auto kept = world.sendAndKeep();

        QCOMPARE(changed.size(), 1);
        QCOMPARE(kept.line.accountName, u"Main"_s);
        QVERIFY(kept.line.keyName.isEmpty());
        QCOMPARE(kept.line.requestedModel, u"acme/first"_s);
        QCOMPARE(kept.line.servedModel, u"acme/first"_s);
        QCOMPARE(kept.line.category, Category::None);
        QVERIFY(kept.line.isComplete);
        QCOMPARE(kept.line.httpStatus, 200);
        QCOMPARE(kept.line.attempts, 1);
        QCOMPARE(kept.line.inputTokens, 3);
        QCOMPARE(kept.request.maxTokens, 50);
        QCOMPARE(kept.fallbacks, QStringList{u"acme/second"_s});
        QCOMPARE(kept.trace.size(), 1);
        QVERIFY(!kept.line.hasBodies);
        QVERIFY(kept.request.messages.isEmpty());
        QVERIFY(kept.answer.isEmpty());
        QVERIFY(kept.line.prompt.isEmpty());
        QVERIFY(!world.filesHold("Hello"));
    }

    void bodiesAreKeptOnceAllowedAndGoneOnceForbidden()
    {
        World world({SendWorld::served()});
        QVERIFY(!*await(world.history.keepsBodies()));
        QVERIFY(await(world.history.setKeepsBodies(true)));
        world.order.request.messages = {{ChatMessage::Role::User, u"Where is\nHF-20418?"_s}};

        const auto kept = world.sendAndKeep();

        QVERIFY(kept.line.hasBodies);
        QCOMPARE(kept.request, world.order.request);
        QCOMPARE(kept.answer, u"Hello"_s);
        QCOMPARE(kept.line.prompt, u"Where is HF-20418?"_s);
        QCOMPARE(await(world.history.lines(u"hf-20418"_s, 5))->size(), 1);
        QVERIFY(world.filesHold("HF-20418"));

        QVERIFY(await(world.history.setKeepsBodies(false)));

        QVERIFY(!world.filesHold("HF-20418"));
        const auto lines = await(world.history.lines({}, 5));
        QCOMPARE(lines->size(), 1);
        QVERIFY(!lines->constFirst().hasBodies);
        QVERIFY(await(world.history.lines(u"hf-20418"_s, 5))->isEmpty());
    }

    void noKeyIsEverKept()
    {
        World world({SendWorld::json(401,
            R"({"error":{"message":"Incorrect API key provided: )" + Leak.toUtf8()
                + R"(","code":"invalid_api_key"}})")});
        QVERIFY(await(world.history.setKeepsBodies(true)));
        auto run = world.send();
        QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
        auto &request = world.order.request;
        request.system = u"Use "_s + Leak;
        request.messages = {{ChatMessage::Role::User, u"Authorization: Bearer abcdef0123456"_s}};
        request.tools = "[{\"key\": \"" + Leak.toUtf8() + "\", \"key\": 1234567}]";
        request.routing.only = {Leak};
        world.order.policy.fallbacks = {Leak};
        run->answer.text = u"Your key is "_s + Leak + u".\nBye"_s;
        run->answer.servedModel = run->answer.ids.upstream = Leak;

        const auto kept = world.keep(*run);
        QVERIFY(await(world.history.savePreset({u" Mine "_s, request, Leak, {Leak}})));

        QVERIFY(kept.line.hasBodies);
        QVERIFY(!world.filesHold(Leak.toUtf8()));
        QVERIFY(!world.filesHold("abcdef0123456"));
        QCOMPARE(kept.answer, u"Your key is sk-…\nBye"_s);
        QCOMPARE(kept.request.tools, R"([{"key": "…", "key": 1234567}])"_ba);
        QCOMPARE(await(world.history.presets())->constFirst().name, u"Mine"_s);
    }

    void aRunOfAKeyNamesIt()
    {
        World world({SendWorld::served()});
        const auto account = world.order.account;
        const auto id = *world.storage
                             .write([account, at = world.clock.now()](Database &database) {
                                 KeyRepository keys(database);
                                 auto key = keys.idOf(account, u"self"_s, at);
                                 return key;
                             })
                             .result();
        world.order.key = KeyId(id);
        const auto kept = world.sendAndKeep();
        QCOMPARE(kept.key, std::optional(KeyId(id)));
        QCOMPARE(kept.line.keyName, u"self"_s);
    }

    void howARunEndedIsKept()
    {
        World world({SendWorld::served()});
        auto run = world.send();
        QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
        QCOMPARE(world.keep(*run).line.end, std::optional(RunEnd::Served));
        run->end = RunEnd::Cancelled;
        QCOMPARE(world.keep(*run).line.end, std::optional(RunEnd::Cancelled));
    }

    void removingARunLeavesTheLedger()
    {
        World world({SendWorld::served(), SendWorld::served()});
        const auto first = world.sendAndKeep();
        (void)world.sendAndKeep();
        QVERIFY(await(world.history.remove(first.line.id)));
        QCOMPARE(await(world.history.lines({}, 5))->size(), 1);
        QVERIFY(await(world.history.removeAll()));
        QVERIFY(await(world.history.lines({}, 5))->isEmpty());
        QCOMPARE(await(world.history.run(first.line.id)).error().kind, Error::Kind::NotFound);
        const auto rows
            = world.storage
                  .read([](Database &database) { return UsageRepository(database).byRequestId(u"c1"_s); })
                  .result();
        QCOMPARE(rows->size(), 1);
        QVERIFY(rows->constFirst().isFromPlayground);
    }

    void presetsTellThatTheyChange()
    {
        World world(QList<HostileServer::Answer>{});
        QSignalSpy changed(&world.history, &RunHistory::presetsChanged);
        QCOMPARE(
            await(world.history.savePreset({u"  "_s, {}, {}, {}})).error().kind, Error::Kind::InvalidInput);
        QVERIFY(await(world.history.savePreset({u"b"_s, world.order.request, u"m"_s, {}})));
        QVERIFY(await(world.history.savePreset({u"a"_s, {}, {}, {}})));
        const auto presets = await(world.history.presets());
        QCOMPARE(presets->size(), 2);
        QCOMPARE(presets->constLast().request, world.order.request);
        QVERIFY(await(world.history.removePreset(u"a"_s)));
        QCOMPARE(await(world.history.presets())->size(), 1);
        QCOMPARE(changed.size(), 3);
    }
};

QTEST_GUILESS_MAIN(StoredRunHistoryTest)
#include "tst_stored_run_history.moc"
