// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tray.h"
#include "support/private_bus.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Watcher = u"org.kde.StatusNotifierWatcher"_s;
const auto WatcherPath = u"/StatusNotifierWatcher"_s;

//! A call of the mock's own interface.
bool tellMock(const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(Watcher, WatcherPath, u"org.freedesktop.DBus.Mock"_s, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

} // namespace

//! The tray against a mocked desktop; what is drawn and what the menu does need none.
class TrayTest : public QObject {
    Q_OBJECT

public:
    static inline PrivateBus *bus = nullptr;

private Q_SLOTS:
    void eachStateHasAShapeOfItsOwn()
    {
        QList<QImage> shapes;
        for (const auto state :
            {TrayState::Normal, TrayState::Warning, TrayState::Critical, TrayState::Paused}) {
            for (const bool isDark : {false, true}) {
                const auto icon = trayPicture(state, isDark);
                QCOMPARE(icon.availableSizes().size(), 7);
            }
            // Without its colours, only where something is drawn.
            shapes.append(
                trayPicture(state, false).pixmap(48, 48).toImage().convertToFormat(QImage::Format_Alpha8));
        }
        for (int a = 0; a < shapes.size(); ++a) {
            for (int b = a + 1; b < shapes.size(); ++b)
                QVERIFY2(shapes.at(a) != shapes.at(b), qPrintable(u"%1 and %2"_s.arg(a).arg(b)));
        }
    }

    void menuShowsWhatItIsGivenAndAsksForIt()
    {
        Tray tray;
        tray.show(contents());
        QCOMPARE(texts(tray.menu()),
            QStringList({u"$7,486.20 of $12,000 in June, 62.4%"_s, u"-"_s, u"Open Tollkeeper"_s,
                u"Alerts: 6 open"_s, u"-"_s, u"R&&D__lab & co: answering"_s, u"-"_s, u"Poll now"_s,
                u"Pause alerts"_s, u"-"_s, u"Quit Tollkeeper"_s}));
        QSignalSpy opened(&tray, &Tray::openRequested);
        QSignalSpy alerts(&tray, &Tray::alertsRequested);
        QSignalSpy account(&tray, &Tray::accountRequested);
        QSignalSpy polled(&tray, &Tray::pollRequested);
        QSignalSpy paused(&tray, &Tray::pauseRequested);
        QSignalSpy quit(&tray, &Tray::quitRequested);
        for (const auto place : {2, 3, 5, 7, 10})
            tray.menu().actions().at(place)->trigger();
        QCOMPARE(opened.count() + alerts.count() + polled.count() + quit.count(), 4);
        QCOMPARE(account.constFirst().constFirst().toString(), u"7"_s);
        tray.menu().actions().at(8)->menu()->actions().at(1)->trigger();
        QCOMPARE(paused.constFirst().constFirst().value<Tray::Pause>(), Tray::Pause::EightHours);
        QVERIFY(!tray.menu().actions().at(0)->isEnabled()); // a figure is nothing to press
    }
    void menuOfAPauseResumes()
    {
        Tray tray;
        auto paused = contents();
        paused.paused = u"Alerts are paused until 16:30"_s;
        paused.canPoll = false;
        tray.show(paused);
        const auto shown = texts(tray.menu());
        QCOMPARE(shown.mid(7, 3), QStringList({u"Poll now"_s, paused.paused, u"Resume alerts"_s}));
        QVERIFY(!tray.menu().actions().at(7)->isEnabled());
        QSignalSpy resumed(&tray, &Tray::resumeRequested);
        tray.menu().actions().at(9)->trigger();
        QCOMPARE(resumed.count(), 1);
    }
    void theSameContentsLeaveAnOpenMenuAlone()
    {
        Tray tray;
        tray.show(contents());
        const auto before = tray.menu().actions();
        tray.show(contents());
        QCOMPARE(tray.menu().actions(), before);
    }

    void isShownWhenATrayComesLaterAndAgainAfterItWent()
    {
        if (!bus)
            QSKIP("needs dbus-daemon and python3-dbusmock");
        Tray tray;
        tray.show(contents());
        QSignalSpy changed(&tray, &Tray::shownChanged);
        QVERIFY(!tray.isShown());

        QVERIFY(startWatcher());
        QTRY_VERIFY_WITH_TIMEOUT(tray.isShown(), 20000);
        QCOMPARE(changed.count(), 1);

        QVERIFY(tellMock(
            u"UpdateProperties"_s, {Watcher, QVariantMap{{u"IsStatusNotifierHostRegistered"_s, false}}}));
        QVERIFY(PrivateBus::emitSignal(
            Watcher, WatcherPath, Watcher, u"StatusNotifierHostUnregistered"_s, QString(), {}));
        QTRY_VERIFY_WITH_TIMEOUT(!tray.isShown(), 20000);

        QVERIFY(tellMock(
            u"UpdateProperties"_s, {Watcher, QVariantMap{{u"IsStatusNotifierHostRegistered"_s, true}}}));
        QVERIFY(PrivateBus::emitSignal(
            Watcher, WatcherPath, Watcher, u"StatusNotifierHostRegistered"_s, QString(), {}));
        QTRY_VERIFY_WITH_TIMEOUT(tray.isShown(), 20000);
        QCOMPARE(changed.count(), 3);
    }
    void tellsTheDesktopOfItself()
    {
        if (!bus)
            QSKIP("needs dbus-daemon and python3-dbusmock");
        if (QGuiApplication::platformName() != u"xcb")
            QSKIP("only a desktop's own platform plugin offers an icon on the bus");
        Tray tray;
        tray.show(contents());
        QTRY_VERIFY_WITH_TIMEOUT(tray.isShown(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(registered() > 0, 20000);
    }

private:
    static TrayContents contents()
    {
        TrayContents contents;
        contents.state = TrayState::Critical;
        contents.tip = u"Tollkeeper: $7,486 of $12,000, 2 critical alerts"_s;
        contents.figures = {u"$7,486.20 of $12,000 in June, 62.4%"_s};
        contents.alerts = u"Alerts: 6 open"_s;
        contents.accounts = {{u"7"_s, u"R&D_lab & co: answering"_s}};
        contents.poll = u"Poll now"_s;
        return contents;
    }
    static QStringList texts(const QMenu &menu)
    {
        QStringList texts;
        for (const auto *action : menu.actions())
            texts.append(action->isSeparator() ? u"-"_s : action->text());
        return texts;
    }
    static bool startWatcher()
    {
        return bus->mock({u"--session"_s, Watcher, WatcherPath, Watcher}, Watcher)
            && tellMock(u"AddProperty"_s,
                {Watcher, u"IsStatusNotifierHostRegistered"_s, QVariant::fromValue(QDBusVariant(true))})
            && tellMock(
                u"AddMethod"_s, {Watcher, u"RegisterStatusNotifierItem"_s, u"s"_s, QString(), QString()})
            && PrivateBus::emitSignal(
                Watcher, WatcherPath, Watcher, u"StatusNotifierHostRegistered"_s, QString(), {});
    }
    //! How often an icon was made known to the watcher.
    static int registered()
    {
        auto call = QDBusMessage::createMethodCall(
            Watcher, WatcherPath, u"org.freedesktop.DBus.Mock"_s, u"GetMethodCalls"_s);
        call.setArguments({u"RegisterStatusNotifierItem"_s});
        const auto reply = QDBusConnection::sessionBus().call(call);
        int calls = 0;
        const auto list = reply.arguments().value(0).value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            QDBusVariant skipped;
            qulonglong at = 0;
            QVariantList arguments;
            list.beginStructure();
            list >> at >> arguments;
            list.endStructure();
            ++calls;
        }
        list.endArray();
        return calls;
    }
};

int main(int argc, char **argv)
{
    // The bus has to stand before the application looks for one.
    PrivateBus bus;
    if (bus.start())
        TrayTest::bus = &bus;
    const QApplication application(argc, argv);
    TrayTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_tray.moc"
