// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_clock.h"
#include "support/fake_polkit.h"
#include "support/private_bus.h"
#include "viewmodels/secret_lock_view_model.h"

#include <QGuiApplication>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class SecretLockViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_polkit = std::make_unique<FakePolkit>(FakePolkit::Mood::Grants);
        m_lock = std::make_unique<SecretLock>(m_clock);
        m_model = std::make_unique<SecretLockViewModel>();
        m_model->setLock(m_lock.get());
    }
    void cleanup()
    {
        m_model.reset();
        m_lock.reset();
        m_polkit.reset();
    }

    void turnsOnLocksAndUnlocks()
    {
        m_lock->begin({});
        QVERIFY(m_model->isOffered());
        m_model->turnOn(15);
        QVERIFY(m_model->isAsking());
        QTRY_VERIFY(m_model->isOn());
        QCOMPARE(m_model->idleMinutes(), 15);
        m_model->lockNow();
        QVERIFY(m_model->isLocked());
        m_model->unlock();
        QTRY_VERIFY(!m_model->isLocked());
        m_model->setIdleMinutes(0);
        QCOMPARE(m_model->idleMinutes(), 0);
        m_model->turnOff();
        QVERIFY(!m_model->isOn());
        QVERIFY(m_model->isOffered());
    }

    void saysWhyItIsNotOffered_data()
    {
        QTest::addColumn<FakePolkit::Mood>("mood");
        QTest::addColumn<QString>("words");
        using Mood = FakePolkit::Mood;
        QTest::newRow("no agent") << Mood::NoAgent << u"authentication agent"_s;
        QTest::newRow("no policy") << Mood::NoAction << u"policy file is not installed"_s;
        QTest::newRow("forbidden") << Mood::Never << u"rules of this system"_s;
        QTest::newRow("no polkit") << Mood::Broken << u"does not run"_s;
    }

    void saysWhyItIsNotOffered()
    {
        QFETCH(FakePolkit::Mood, mood);
        QFETCH(QString, words);
        m_polkit->mood = mood;
        m_lock->begin({});
        m_model->turnOn(15);
        QTRY_VERIFY(!m_model->isAsking());
        QTRY_VERIFY(!m_model->isOffered());
        QVERIFY2(m_model->reason().contains(words), qPrintable(m_model->reason()));
        QVERIFY(!m_model->isOn());
    }

    void saysWhyItStaysLocked_data()
    {
        QTest::addColumn<FakePolkit::Mood>("mood");
        QTest::addColumn<QString>("words");
        using Mood = FakePolkit::Mood;
        QTest::newRow("wrong password") << Mood::Refuses << u"not accepted"_s;
        QTest::newRow("closed") << Mood::Dismissed << u"closed"_s;
        QTest::newRow("no agent any more") << Mood::NoAgent << u"authentication agent"_s;
    }

    void saysWhyItStaysLocked()
    {
        QFETCH(FakePolkit::Mood, mood);
        QFETCH(QString, words);
        m_lock->begin({true, 15});
        m_polkit->mood = mood;
        m_model->unlock();
        QTRY_VERIFY(!m_model->isAsking());
        QVERIFY(m_model->isLocked());
        QVERIFY(m_model->isOffered());
        QVERIFY2(m_model->problem().contains(words), qPrintable(m_model->problem()));
    }

private:
    FakeClock m_clock{QDateTime({2026, 6, 18}, {9, 0}, Qt::UTC)};
    std::unique_ptr<FakePolkit> m_polkit;
    std::unique_ptr<SecretLock> m_lock;
    std::unique_ptr<SecretLockViewModel> m_model;
};

int main(int argc, char **argv)
{
    PrivateBus bus;
    if (!bus.start())
        return 77; // what CTest takes for "not run here"
    const QGuiApplication application(argc, argv);
    SecretLockViewModelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_secret_lock_view_model.moc"
