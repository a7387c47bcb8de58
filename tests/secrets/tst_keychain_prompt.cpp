// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_secret_store.h"
#include "support/await.h"
#include "support/keyring_session.h"

#include <QProcess>
#include <QTest>

#include <functional>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Service = u"tollkeeper"_s;
constexpr int PatienceMs = 30'000;

Secret key()
{
    return *Secret::fromInput("sk-new-0123456789"_ba);
}

//! What a person does at the keyboard.
bool xdotool(const QStringList &arguments)
{
    QProcess process;
    process.start(u"xdotool"_s, arguments);
    // The event loop goes on meanwhile: the answer of the prompt comes through it.
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, PatienceMs)
        && process.exitCode() == 0;
}

bool isPromptShown()
{
    return xdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Unlock"_s});
}

bool waitForPrompt()
{
    return QTest::qWaitFor(isPromptShown, PatienceMs);
}

bool press(const QString &name)
{
    return xdotool({u"key"_s, name});
}

//! Until it has taken effect: the prompt takes the keyboard a moment after it is shown, and what was typed
//! before is lost.
bool pressUntil(const QString &name, const std::function<bool()> &done)
{
    for (int tries = 0; tries < 10; ++tries) {
        if (!press(name))
            return false;
        if (QTest::qWaitFor(done, 1000))
            return true;
    }
    return false;
}

bool typeUntil(const QString &password, const std::function<bool()> &done)
{
    for (int tries = 0; tries < 5; ++tries) {
        if (!xdotool({u"type"_s, u"--delay"_s, u"30"_s, password}) || !press(u"Return"_s))
            return false;
        if (QTest::qWaitFor(done, 3000))
            return true;
    }
    return false;
}

//! What the keyring asked of its prompter, as another program on the bus sees it.
class PrompterCalls {
public:
    PrompterCalls()
    {
        m_monitor.start(
            u"dbus-monitor"_s, {u"--session"_s, u"interface='org.gnome.keyring.internal.Prompter'"_s});
        m_monitor.waitForReadyRead(PatienceMs); // it names itself
    }
    Q_DISABLE_COPY_MOVE(PrompterCalls)
    ~PrompterCalls()
    {
        m_monitor.kill();
        m_monitor.waitForFinished();
    }
    [[nodiscard]] qsizetype prompts() { return count("BeginPrompting"); }
    [[nodiscard]] qsizetype questions() { return count("PerformPrompt"); }

private:
    qsizetype count(const QByteArray &member)
    {
        m_seen += m_monitor.readAll();
        return m_seen.count("member=" + member);
    }

    QProcess m_monitor;
    QByteArray m_seen;
};

} // namespace

//! A locked gnome-keyring and its real prompt on a screen.
class TestKeychainPrompt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (keyringSession::state() != u"prompt"_s)
            QSKIP("needs with-keyring.sh --prompt");
    }
    void init()
    {
        QVERIFY(keyringSession::unlock());
        QVERIFY(keyringSession::toolStore(Service, u"a"_s, "sk-kept-0123456789"_ba));
        QVERIFY(keyringSession::lock());
        QTRY_VERIFY(!isPromptShown());
    }

    void anAcceptedPromptGoesOn()
    {
        KeychainSecretStore store(Service);
        auto unlocking = store.unlock();
        QVERIFY(waitForPrompt());
        QVERIFY(typeUntil(u"test-pass"_s, [&] { return unlocking.isReady(); }));
        const auto unlocked = await(std::move(unlocking));

        QVERIFY2(unlocked, qPrintable(unlocked ? QString() : unlocked.error().detail));
        QCOMPARE(await(store.read(u"a"_s))->reveal(), "sk-kept-0123456789"_ba);
    }

    void aCancelledPromptMeansLockedAndIsNotShownAgain()
    {
        PrompterCalls calls;
        KeychainSecretStore store(Service);
        auto unlocking = store.unlock();
        QVERIFY(waitForPrompt());
        QVERIFY(pressUntil(u"Escape"_s, [&] { return unlocking.isReady(); }));
        const auto unlocked = await(std::move(unlocking));
        QVERIFY(!unlocked);
        QCOMPARE(unlocked.error().kind, Error::Kind::KeychainLocked);
        QTRY_COMPARE(calls.prompts(), 1);

        const auto secret = std::make_shared<const Secret>(key());
        for (int poll = 0; poll < 3; ++poll) {
            QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainLocked);
            QCOMPARE(await(store.read(u"nobody"_s)).error().kind, Error::Kind::KeychainLocked);
            QCOMPARE(await(store.write(u"a"_s, secret)).error().kind, Error::Kind::KeychainLocked);
            QCOMPARE(await(store.remove(u"a"_s)).error().kind, Error::Kind::KeychainLocked);
        }
        QVERIFY(!isPromptShown());
        QCOMPARE(calls.prompts(), 1);
        QVERIFY(keyringSession::unlock());
        QCOMPARE(keyringSession::toolLookup(Service, u"a"_s), "sk-kept-0123456789"_ba);
    }

    void aWrongPasswordThenEscapeIsOnePromptAndLocked()
    {
        PrompterCalls calls;
        KeychainSecretStore store(Service);
        auto unlocking = store.unlock();
        QVERIFY(waitForPrompt());
        // the prompt says so and stays
        QVERIFY(typeUntil(u"wrong"_s, [&] { return calls.questions() >= 2; }));
        QVERIFY(pressUntil(u"Escape"_s, [&] { return unlocking.isReady(); }));
        const auto unlocked = await(std::move(unlocking));
        QVERIFY(!unlocked);
        QCOMPARE(unlocked.error().kind, Error::Kind::KeychainLocked);
        QCOMPARE(calls.prompts(), 1);
    }

    //! Requirement 8: whoever closes the window leaves the prompt behind, and it is answered later.
    void endingWithAPromptOpenHarmsNobody()
    {
        for (int run = 0; run < 20; ++run) {
            auto store = std::make_unique<KeychainSecretStore>(Service);
            std::optional<Async<Done>> unlocking = store->unlock();
            QVERIFY2(waitForPrompt(), qPrintable(QString::number(run)));
            store.reset();
            QVERIFY(pressUntil(u"Escape"_s, [] { return !isPromptShown(); }));
            QCoreApplication::processEvents();
            QVERIFY(!unlocking->isReady());
            m_unanswered.push_back(*std::move(unlocking));
        }
        KeychainSecretStore store(Service);
        QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::KeychainLocked);
    }

private:
    std::vector<Async<Done>> m_unanswered; //!< what is never answered is never freed
};

QTEST_GUILESS_MAIN(TestKeychainPrompt)
#include "tst_keychain_prompt.moc"
