// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/send_world.h"

#include <QCoroFuture>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A keyring that waits for a person before it answers.
class LockedKeyring final : public SecretStore {
public:
    int asked = 0;

    LockedKeyring() { m_unlocked.start(); }
    void answer() { m_unlocked.finish(); }

    Async<Secret> read(QString /*user*/) override
    {
        ++asked;
        auto unlocked = m_unlocked.future();
        co_await unlocked;
        auto secret = Secret::fromInput(SendWorld::Key);
        co_return secret;
    }
    Async<Done> write(QString /*user*/, std::shared_ptr<const Secret> /*secret*/) override
    {
        co_return Done{};
    }
    Async<Done> remove(QString /*user*/) override { co_return Done{}; }
    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QString backendName() const override { return u"locked"_s; }

private:
    QPromise<void> m_unlocked;
};

//! A run that waits for its key.
struct WaitingWorld : SendWorld {
    WaitingWorld() : SendWorld({served()}) { }

    void start()
    {
        task.emplace(sender.send(order, stop.get_token(), 7).then([this](Result<PlaygroundRun> run) {
            ended.emplace(std::move(run));
        }));
    }
    //! Also gives whatever is still on its way the time to arrive.
    Result<PlaygroundRun> sendAnother() { return await(sender.send(order, {}, 8)); }

    LockedKeyring keyring;
    NetworkPlaygroundService sender{PlaygroundPartners{http, keyring, storage, clock}};
    std::optional<Result<PlaygroundRun>> ended;
    std::optional<QCoro::Task<>> task;
};

} // namespace

//! Nobody waits longer than they want to.
class PatienceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cancellingDoesNotWaitForTheKeyring()
    {
        WaitingWorld world;
        QSignalSpy started(&world.sender, &PlaygroundService::attemptStarted);
        world.start();
        QTRY_COMPARE(world.keyring.asked, 1);

        world.stop.request_stop();

        QTRY_VERIFY(world.ended);
        QVERIFY(!*world.ended);
        QCOMPARE(world.ended->error().kind, Error::Kind::Cancelled);
        world.keyring.answer();
        QVERIFY(world.sendAnother());
        QCOMPARE(started.size(), 1);
        QCOMPARE(world.server.seen().size(), 1);
    }

    void whatIsCancelledAlreadyAsksForNoKey()
    {
        WaitingWorld world;
        world.stop.request_stop();
        world.start();
        QTRY_VERIFY(world.ended);
        QVERIFY(!*world.ended);
        QCOMPARE(world.ended->error().kind, Error::Kind::Cancelled);
        QCOMPARE(world.keyring.asked, 0);
    }

    void aKeyThatComesWhileTheAppIsLockedIsNotUsed()
    {
        WaitingWorld world;
        world.start();
        QTRY_COMPARE(world.keyring.asked, 1);

        world.sender.setLocked(true);
        world.keyring.answer();

        QTRY_VERIFY(world.ended);
        QVERIFY(!*world.ended);
        QCOMPARE(world.ended->error().kind, Error::Kind::AppLocked);
        world.sender.setLocked(false);
        QVERIFY(world.sendAnother());
        QCOMPARE(world.server.seen().size(), 1);
    }

    //! A window that opens tomorrow is told of, not waited for.
    void aRunDoesNotSleepUntilTomorrow()
    {
        SendWorld world(
            {SendWorld::json(429, R"({"error":{"message":"slow down"}})", "Retry-After: 86400\r\n")});
        world.order.policy.retries = 1;
        connect(&world.service, &PlaygroundService::waiting, this, [&world] { world.stop.request_stop(); });

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->end, RunEnd::Exhausted);
        QCOMPARE(run->sent.size(), 1);
        QCOMPARE(run->answer.retry, Retry::AfterDelay);
        QCOMPARE(run->answer.retryAfter, 24h);
    }
};

QTEST_GUILESS_MAIN(PatienceTest)
#include "tst_patience.moc"
