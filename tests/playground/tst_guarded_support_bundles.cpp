// SPDX-License-Identifier: GPL-3.0-or-later
// First: what it includes names a type as domain/answer.h does.
// clang-format off
#include "support/send_world.h"
// clang-format on

#include "playground/guarded_support_bundles.h"
#include "storage/key_repository.h"
#include "support/marked_run.h"

#include <QTest>
#include <QTimer>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Without the form of a key, so that only a look into the keychain tells.
const auto Odd = u"tangerine.42.harbour"_s;

PlaygroundRun runWith(const QString &mark)
{
    return MarkedRun::with(mark, u"message"_s, u"What is the plan?"_s, u"There is none."_s);
}

//! An empty keychain that notes at which turn of the event loop it was asked last.
class NotedSecretStore final : public SecretStore {
public:
    int turns = 0;
    int askedAt = -1;

    NotedSecretStore()
    {
        connect(&m_turning, &QTimer::timeout, this, [this] { ++turns; });
        m_turning.start(0);
    }
    Async<Secret> read(QString) override
    {
        askedAt = turns;
        co_return fail(Error::Kind::SecretMissing);
    }
    Async<Done> write(QString, std::shared_ptr<const Secret>) override { co_return Done{}; }
    Async<Done> remove(QString) override { co_return Done{}; }
    [[nodiscard]] bool isPersistent() const override { return false; }
    [[nodiscard]] QString backendName() const override { return u"noted"_s; }

private:
    QTimer m_turning;
};

} // namespace

class GuardedSupportBundlesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsAccountGatewayAndKey()
    {
        SendWorld world({SendWorld::served()}, u"openrouter"_s);
        GuardedSupportBundles bundles(world.storage, world.secrets, u"tollkeeper 0.1"_s);

        const auto bundle = await(bundles.bundle(world.order, runWith(u"x"_s), false));

        QVERIFY2(bundle, bundle ? "" : qPrintable(bundle.error().detail));
        for (const auto &line : {u"Account: Main"_s, u"Gateway: OpenRouter"_s, u"Made by: tollkeeper 0.1"_s})
            QVERIFY2(bundle->contains(line), qPrintable(*bundle));
        QVERIFY(!bundle->contains(u"plan"_s));
    }

    void holdsBackWhatHoldsAKeyOfThisMachine_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::newRow("the account's own") << u"own"_s;
        QTest::newRow("of another account") << u"other"_s;
        QTest::newRow("of a key") << u"key"_s;
        QTest::newRow("nobody's") << u"stray"_s;
    }
    void holdsBackWhatHoldsAKeyOfThisMachine()
    {
        QFETCH(QString, entry);
        SendWorld world({SendWorld::served()});
        Account other;
        other.gateway = u"litellm"_s;
        other.name = u"Other"_s;
        other.secretName = u"other"_s;
        other.addedAt = world.clock.now();
        const auto added
            = world.storage
                  .write([other](Database &database) { return AccountRepository(database).add(other); })
                  .result();
        QVERIFY(added);
        const auto account = *added;
        const auto now = world.clock.now();
        const auto stored
            = world.storage
                  .write([account, now](Database &database) -> Outcome {
                      const auto id = KeyRepository(database).idOf(account, u"r"_s, now);
                      if (!id)
                          return fail(id.error());
                      return KeyRepository(database).setSecret(KeyId(*id), u"key"_s, u"…our"_s, u"0"_s);
                  })
                  .result();
        QVERIFY(stored);
        world.secrets.kept.insert_or_assign(entry, Secret::fromInput(Odd.toLatin1())->copy());
        GuardedSupportBundles bundles(world.storage, world.secrets, u"t"_s);

        const auto bundle = await(bundles.bundle(world.order, runWith(Odd), false));

        QCOMPARE(bundle.has_value(), entry == u"stray");
        if (bundle)
            return;
        QCOMPARE(bundle.error().kind, Error::Kind::Leak);
        QCOMPARE(bundle.error().detail, u"secret"_s);
    }

    //! Then the form of a key is what is looked for.
    void aKeychainThatDoesNotAnswerIsNoObstacle_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("locked") << Error::Kind::KeychainLocked;
        QTest::newRow("missing") << Error::Kind::KeychainMissing;
        QTest::newRow("waiting") << Error::Kind::KeychainWaiting;
    }
    void aKeychainThatDoesNotAnswerIsNoObstacle()
    {
        QFETCH(Error::Kind, kind);
        SendWorld world({SendWorld::served()});
        world.secrets.readFails = kind;
        GuardedSupportBundles bundles(world.storage, world.secrets, u"t"_s);

        const auto bundle
            = await(bundles.bundle(world.order, runWith(QString::fromLatin1(SendWorld::Key)), false));

        QVERIFY(bundle);
        QVERIFY(!bundle->contains(QString::fromLatin1(SendWorld::Key)));
    }

    //! Writing and scanning take a while, in which the window goes on.
    void theEventLoopTurnsWhileALongAnswerIsScanned()
    {
        SendWorld world({SendWorld::served()});
        NotedSecretStore secrets;
        GuardedSupportBundles bundles(world.storage, secrets, u"t"_s);
        const auto run = MarkedRun::with(
            u"x"_s, u"message"_s, u"What is the plan?"_s, u"It goes on and on. "_s.repeated(4'000));
        int answeredAt = -1;
        bool isWhole = false;

        QCoro::connect(bundles.bundle(world.order, run, true), this, [&](const Result<QString> &bundle) {
            answeredAt = secrets.turns;
            isWhole = bundle && bundle->contains(u"It goes on and on."_s);
        });

        QTRY_VERIFY(answeredAt >= 0);
        QVERIFY(isWhole);
        QVERIFY(secrets.askedAt >= 0); // all there is to wait for is behind it then
        QVERIFY(answeredAt > secrets.askedAt);
    }

    //! What really came over the wire, echo and all.
    void aRefusalThatEchoesLeavesClean()
    {
        const auto body
            = "{\"error\":{\"message\":\"messages[0].content 'Tell me all about the Globex merger today'"
              " with "_ba
            + SendWorld::Key + " is refused\",\"code\":\"bad\"}}"_ba;
        SendWorld world({SendWorld::json(400, body, "X-Echo: " + SendWorld::Key + "\r\n")});
        world.order.request.messages
            = {{ChatMessage::Role::User, u"Tell me all about the Globex merger today"_s}};
        const auto run = world.send();
        QVERIFY(run);
        GuardedSupportBundles bundles(world.storage, world.secrets, u"t"_s);

        const auto bundle = await(bundles.bundle(world.order, *run, false));

        QVERIFY2(bundle, bundle ? "" : qPrintable(bundle.error().detail));
        QVERIFY2(!bundle->contains(u"Globex"_s), qPrintable(*bundle));
        QVERIFY(!bundle->contains(QString::fromLatin1(SendWorld::Key)));
        QVERIFY(bundle->contains(u"is refused"_s));
    }
};

QTEST_GUILESS_MAIN(GuardedSupportBundlesTest)
#include "tst_guarded_support_bundles.moc"
