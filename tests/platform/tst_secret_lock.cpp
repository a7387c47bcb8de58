// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/secret_lock.h"
#include "support/fake_clock.h"
#include "support/fake_polkit.h"
#include "support/private_bus.h"

#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>
#include <QXmlStreamReader>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Tick(1);
const QDateTime Start({2026, 6, 18}, {9, 0}, Qt::UTC);

//! "agent" and its like; empty: nothing is in the way.
QString obstacleOf(const SecretLock &lock)
{
    const auto obstacle = lock.obstacle();
    return obstacle ? QString(obstacle->detail) : QString();
}

} // namespace

class SecretLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock.moveTo(Start);
        m_polkit = std::make_unique<FakePolkit>(FakePolkit::Mood::Grants);
        QVERIFY(m_polkit->isThere());
    }
    void cleanup() { m_polkit.reset(); }

    void isOffAndOpenUntilTheLockIsTurnedOn()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        QVERIFY(!lock.isLocked());
        QVERIFY(!lock.obstacle());
        lock.lockNow();
        QVERIFY(!lock.isLocked());
        QCOMPARE(m_polkit->questions(), 0U); // nobody is asked without having asked for it
    }

    void turningItOnProvesThatItCanBeOpenedAgain()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        turnOn(lock, 10);
        QCOMPARE(lock.settings(), (SecretLock::Settings{true, 10}));
        QVERIFY(!lock.isLocked());
        QCOMPARE(m_polkit->questions(), 1U);
        const auto &call = m_polkit->calls.back();
        QCOMPARE(call.action, u"org.tollkeeper.unlock-secrets"_s);
        QCOMPARE(call.subjectKind, u"system-bus-name"_s);
        QCOMPARE(call.subjectName, QDBusConnection::systemBus().baseService());
    }

    void thePolicyThatIsShippedHasOurAction()
    {
        QFile file(QStringLiteral(TK_POLICY));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QStringList actions;
        QStringList defaults;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "action"_L1)
                actions.append(xml.attributes().value("id"_L1).toString());
            else if (xml.name().startsWith("allow_"_L1))
                defaults.append(xml.readElementText());
        }
        QVERIFY(!xml.hasError());
        QCOMPARE(actions, QStringList{QString::fromLatin1(PolkitAuthority::Action)});
        // Never "auth_self_keep": it would open again by itself for some minutes.
        QCOMPARE(defaults, (QStringList{u"auth_self"_s, u"auth_self"_s, u"auth_self"_s}));
    }

    void isNotOffered_data()
    {
        QTest::addColumn<FakePolkit::Mood>("mood");
        QTest::addColumn<bool>("knowsBeforeAsking");
        QTest::addColumn<QString>("obstacle");
        using Mood = FakePolkit::Mood;
        QTest::newRow("no agent") << Mood::NoAgent << false << u"agent"_s;
        QTest::newRow("policy not installed") << Mood::NoAction << true << u"policy"_s;
        QTest::newRow("forbidden by rules") << Mood::Never << true << u"refused"_s;
        QTest::newRow("another polkit") << Mood::Broken << true << u"polkit"_s;
    }

    void isNotOffered()
    {
        QFETCH(FakePolkit::Mood, mood);
        QFETCH(bool, knowsBeforeAsking);
        QFETCH(QString, obstacle);
        m_polkit->mood = mood;
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        QCOMPARE(obstacleOf(lock), knowsBeforeAsking ? obstacle : QString());
        if (!knowsBeforeAsking)
            turnOn(lock, 10);
        QCOMPARE(obstacleOf(lock), obstacle);
        QVERIFY(!lock.settings().isOn);
        lock.lockNow();
        QVERIFY(!lock.isLocked());
    }

    void isNotOfferedWithoutPolkit()
    {
        m_polkit.reset();
        SecretLock lock(m_clock, Tick);
        begin(lock, {true, 10}); // it was there when it was turned on
        QCOMPARE(obstacleOf(lock), u"polkit"_s);
        QVERIFY(!lock.isLocked()); // who could ever open it again?
        lock.lockNow();
        QVERIFY(!lock.isLocked());
        m_clock.moveTo(Start.addSecs(3600));
        QTest::qWait(10);
        QVERIFY(!lock.isLocked());
    }

    void beginsLockedWhereItIsOn()
    {
        SecretLock lock(m_clock, Tick);
        lock.begin({true, 10});
        QVERIFY(lock.isLocked()); // before polkit has said anything
        QTRY_COMPARE(m_polkit->calls.size(), 1U);
        QVERIFY(lock.isLocked());
        QCOMPARE(m_polkit->questions(), 0U);
    }

    void locksOnDemandAndOpensForWhoeverProvesWhoTheyAre()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        turnOn(lock, 0);
        const QSignalSpy changed(&lock, &SecretGate::lockChanged);
        lock.lockNow();
        QVERIFY(lock.isLocked());
        QCOMPARE(changed.size(), 1);
        lock.unlock();
        QVERIFY(lock.isAsking());
        QVERIFY(lock.isLocked());
        QTRY_VERIFY(!lock.isLocked());
        QVERIFY(!lock.isAsking());
        QCOMPARE(changed.size(), 2);
    }

    void staysLocked_data()
    {
        QTest::addColumn<FakePolkit::Mood>("mood");
        QTest::addColumn<Error::Kind>("problem");
        using Mood = FakePolkit::Mood;
        QTest::newRow("wrong password") << Mood::Refuses << Error::Kind::AppLocked;
        QTest::newRow("dismissed") << Mood::Dismissed << Error::Kind::Cancelled;
        QTest::newRow("the agent has gone") << Mood::NoAgent << Error::Kind::NotOffered;
        QTest::newRow("an answer in another shape") << Mood::Broken << Error::Kind::NotOffered;
    }

    void staysLocked()
    {
        QFETCH(FakePolkit::Mood, mood);
        QFETCH(Error::Kind, problem);
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        turnOn(lock, 10);
        lock.lockNow();
        m_polkit->mood = mood;
        lock.unlock();
        QTRY_VERIFY(!lock.isAsking());
        QVERIFY(lock.isLocked());
        QCOMPARE(lock.problem()->kind, problem);

        m_polkit->mood = FakePolkit::Mood::Grants; // and another try is possible
        lock.unlock();
        QTRY_VERIFY(!lock.isLocked());
        QVERIFY(!lock.problem());
    }

    void asksOneQuestionAtATime()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {true, 0});
        m_polkit->isHeld = true;
        lock.unlock();
        lock.unlock();
        QTRY_COMPARE(m_polkit->questions(), 1U);
        lock.unlock();
        m_polkit->letGo();
        QTRY_VERIFY(!lock.isLocked());
        QCOMPARE(m_polkit->questions(), 1U);
    }

    void aQuestionThatIsOpenWhenTheProgramEndsHarmsNobody()
    {
        {
            SecretLock lock(m_clock, Tick);
            begin(lock, {true, 0});
            m_polkit->isHeld = true;
            lock.unlock();
            QTRY_COMPARE(m_polkit->questions(), 1U);
        }
        m_polkit->letGo();
        QTest::qWait(10);
    }

    void locksAfterMinutesWithoutInput()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        turnOn(lock, 10);
        m_clock.moveTo(Start.addSecs(10 * 60 - 1));
        QTest::qWait(10);
        QVERIFY(!lock.isLocked());
        m_clock.moveTo(Start.addSecs(10 * 60));
        QTRY_VERIFY(lock.isLocked());
    }

    void inputInOurWindowKeepsItOpen_data()
    {
        QTest::addColumn<QString>("input");
        for (const auto *input : {"key", "click", "move"})
            QTest::newRow(input) << QString::fromLatin1(input);
    }

    void inputInOurWindowKeepsItOpen()
    {
        QFETCH(QString, input);
        QWindow window;
        window.resize(100, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        turnOn(lock, 10);
        for (int minute = 9; minute < 30; minute += 9) {
            m_clock.moveTo(Start.addSecs(minute * 60));
            give(window, input, minute);
        }
        QTest::qWait(10);
        QVERIFY(!lock.isLocked());
        m_clock.moveTo(Start.addSecs(37 * 60));
        QTRY_VERIFY(lock.isLocked());
        give(window, input, 1);
        QVERIFY(lock.isLocked());
    }

    void inputThatEndsALongAbsenceComesTooLate()
    {
        QWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        SecretLock lock(m_clock, std::chrono::hours(1)); // as if the machine had slept until now
        begin(lock, {});
        turnOn(lock, 10);
        m_clock.moveTo(Start.addSecs(8 * 3600));
        QTest::keyClick(&window, Qt::Key_A);
        QVERIFY(lock.isLocked());
    }

    void neverLocksByItselfWithZeroMinutes()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        turnOn(lock, 0);
        m_clock.moveTo(Start.addDays(7));
        QTest::qWait(10);
        QVERIFY(!lock.isLocked());
    }

    void aClockThatIsSetBackDoesNotKeepItOpen()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {});
        turnOn(lock, 10);
        m_clock.moveTo(Start.addDays(-1));
        // ten minutes a try: it has to lock long before the day is over
        QTRY_VERIFY((m_clock.moveTo(m_clock.now().addSecs(600)), lock.isLocked()));
        QVERIFY(m_clock.now() < Start);
    }

    void whoHasNotOpenedItCannotLoosenIt()
    {
        SecretLock lock(m_clock, Tick);
        begin(lock, {true, 10});
        const QSignalSpy kept(&lock, &SecretLock::settingsChanged);
        lock.turnOff();
        lock.setIdleMinutes(0);
        lock.turnOn(0);
        QCOMPARE(lock.settings(), (SecretLock::Settings{true, 10}));
        QVERIFY(kept.isEmpty());
        QVERIFY(lock.isLocked());

        lock.unlock();
        QTRY_VERIFY(!lock.isLocked());
        lock.setIdleMinutes(30);
        lock.turnOff();
        QCOMPARE(lock.settings(), (SecretLock::Settings{false, 30}));
        QCOMPARE(kept.size(), 2);
    }

private:
    void begin(SecretLock &lock, SecretLock::Settings settings)
    {
        QSignalSpy changed(&lock, &SecretLock::stateChanged);
        const bool wasOn = settings.isOn;
        lock.begin(settings);
        QTRY_VERIFY(changed.size() >= (wasOn ? 2 : 1)); // polkit has told
    }
    static void turnOn(SecretLock &lock, int minutes)
    {
        lock.turnOn(minutes);
        QTRY_VERIFY(!lock.isAsking());
    }
    static void give(QWindow &window, const QString &input, int place)
    {
        const QPoint at(10 + place, 20);
        if (input == "key"_L1)
            QTest::keyClick(&window, Qt::Key_A);
        else if (input == "click"_L1)
            QTest::mouseClick(&window, Qt::LeftButton, {}, at);
        else
            QTest::mouseMove(&window, at);
    }

    FakeClock m_clock{Start};
    std::unique_ptr<FakePolkit> m_polkit;
};

int main(int argc, char **argv)
{
    PrivateBus bus;
    if (!bus.start())
        return 77; // what CTest takes for "not run here"
    const QGuiApplication application(argc, argv);
    SecretLockTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_secret_lock.moc"
