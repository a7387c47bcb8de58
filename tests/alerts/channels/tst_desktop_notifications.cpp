// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/desktop_sender.h"
#include "alerts/desktop_notifications.h"
#include "support/await.h"
#include "support/private_bus.h"

#include <QDBusArgument>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Service = "org.freedesktop.Notifications"_L1;
constexpr auto Path = "/org/freedesktop/Notifications"_L1;

//! What the notification service was asked to show.
struct Shown {
    QString application;
    quint32 replaces = 0;
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
};

QDBusMessage mockCall(const QString &method, const QVariantList &arguments = {})
{
    auto call = QDBusMessage::createMethodCall(Service, Path, u"org.freedesktop.DBus.Mock"_s, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

//! a(tav): when, and the arguments.
QList<Shown> allShown()
{
    QList<Shown> all;
    const auto calls
        = mockCall(u"GetMethodCalls"_s, {u"Notify"_s}).arguments().value(0).value<QDBusArgument>();
    calls.beginArray();
    while (!calls.atEnd()) {
        qulonglong at = 0;
        QVariantList values;
        calls.beginStructure();
        calls >> at >> values;
        calls.endStructure();
        all.append({values.value(0).toString(), values.value(1).toUInt(), values.value(3).toString(),
            values.value(4).toString(), qdbus_cast<QStringList>(values.value(5)),
            qdbus_cast<QVariantMap>(values.value(6))});
    }
    calls.endArray();
    return all;
}

AlertMessage message(AlertKind kind = AlertKind::BudgetSpent)
{
    AlertMessage made;
    made.alert = AlertId(7);
    made.kind = kind;
    made.title = u"<b>Platform</b> passed 80%"_s;
    made.body = u"<img src=\"file:///etc/passwd\"> & $200.00 is left."_s;
    return made;
}

void press(quint32 id, const QString &action)
{
    QVERIFY(PrivateBus::emitSignal(
        Service, Path, Service, u"ActionInvoked"_s, u"us"_s, {QVariant(id), QVariant(action)}));
}

} // namespace

//! Over a private bus, with python3-dbusmock as the notification service, and with none.
class DesktopNotificationsTest : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotificationsTest(PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void withoutAServiceTheInboxIsTheRecord() // before there is one
    {
        DesktopNotifications sink(m_labels);
        DesktopSender sender(sink);
        const auto receipt = await(sender.send({}, message(), 0));
        QVERIFY(receipt);
        QCOMPARE(receipt->state, DeliveryState::Unavailable);
        QVERIFY(receipt->isFinal);
        QCOMPARE(receipt->noticeId, 0U);
    }

    void showsItPlainlyWithItsUrgency_data()
    {
        QTest::addColumn<AlertSeverity>("severity");
        QTest::addColumn<int>("urgency");
        QTest::newRow("info") << AlertSeverity::Info << 0;
        QTest::newRow("warning") << AlertSeverity::Warning << 1;
        QTest::newRow("critical") << AlertSeverity::Critical << 2;
    }

    void showsItPlainlyWithItsUrgency()
    {
        if (!serve(u"actions body body-markup"_s))
            QSKIP("python3-dbusmock is not here");
        QFETCH(AlertSeverity, severity);
        QFETCH(int, urgency);
        DesktopNotifications sink(m_labels);
        DesktopSender sender(sink);
        auto words = message();
        words.severity = severity;
        words.advice = u"Look at ci-evals."_s;

        const auto receipt = await(sender.send({}, words, 0));

        QCOMPARE(receipt->state, DeliveryState::Delivered);
        QVERIFY(receipt->noticeId > 0);
        const auto shown = allShown().constLast();
        QCOMPARE(shown.application, u"Tollkeeper"_s);
        QCOMPARE(shown.title, u"<b>Platform</b> passed 80%"_s); // a title is never markup
        QCOMPARE(shown.body,
            u"&lt;img src=&quot;file:///etc/passwd&quot;&gt; &amp; $200.00 is left."_s); // advice is the
                                                                                         // inbox's
        QCOMPARE(shown.hints.value(u"urgency"_s).toInt(), urgency);
        QCOMPARE(shown.hints.value(u"desktop-entry"_s).toString(), u"tollkeeper"_s);
    }

    void replacesItsOlderSelf()
    {
        DesktopNotifications sink(m_labels);
        DesktopSender sender(sink);
        const auto first = await(sender.send({}, message(), 0));
        const auto second = await(sender.send({}, message(), first->noticeId));
        QCOMPARE(second->noticeId, first->noticeId);
        QCOMPARE(allShown().constLast().replaces, first->noticeId);
    }

    void hasAtMostTwoButtons_data()
    {
        QTest::addColumn<AlertMessage>("words");
        QTest::addColumn<QStringList>("buttons");

        const QStringList acknowledge{u"open"_s, u"Open"_s, u"acknowledge"_s, u"Acknowledge"_s};
        const QStringList snooze{u"open"_s, u"Open"_s, u"snooze"_s, u"Snooze 1 day"_s};
        QTest::newRow("budget") << message() << acknowledge;
        QTest::newRow("spike") << message(AlertKind::Spike) << acknowledge;
        QTest::newRow("key cap") << message(AlertKind::KeyCap) << acknowledge;
        QTest::newRow("low balance") << message(AlertKind::LowBalance) << snooze;
        QTest::newRow("forecast") << message(AlertKind::BudgetForecast) << snooze;
        QTest::newRow("expiry") << message(AlertKind::KeyExpiry) << snooze;
        QTest::newRow("rotation") << message(AlertKind::RotationDue) << snooze;
        auto several = message();
        several.alert = {};
        QTest::newRow("several together") << several << QStringList{u"open"_s, u"Open"_s};
        auto over = message();
        over.reason = NoticeReason::Resolved;
        QTest::newRow("over") << over << QStringList();
        auto test = message();
        test.isTest = true;
        QTest::newRow("test") << test << QStringList();
    }

    void hasAtMostTwoButtons()
    {
        QFETCH(AlertMessage, words);
        QFETCH(QStringList, buttons);
        DesktopNotifications sink(m_labels);
        DesktopSender sender(sink);
        QVERIFY(await(sender.send({}, words, 0)));
        const QStringList own{u"default"_s, u"Open"_s};
        QCOMPARE(allShown().constLast().actions, own + buttons);
    }

    void hearsItsButtons()
    {
        DesktopNotifications sink(m_labels);
        QSignalSpy opened(&sink, &NotificationSink::openRequested);
        QSignalSpy acknowledged(&sink, &NotificationSink::acknowledgeRequested);
        QSignalSpy snoozed(&sink, &NotificationSink::snoozeRequested);
        const auto id = *await(sink.show({u"Platform passed 80%"_s}, 0));
        const auto another = id + 1000; // another program's: everybody hears of it
        for (const auto &action : {u"default"_s, u"open"_s, u"acknowledge"_s, u"snooze"_s})
            press(another, action);
        press(id, u"default"_s);
        press(id, u"open"_s);
        press(id, u"acknowledge"_s);
        press(id, u"explode"_s);
        press(id, u"snooze"_s);
        QTRY_COMPARE(snoozed.size(), 1);
        QCOMPARE(opened, (QList<QVariantList>{{id}, {id}}));
        QCOMPARE(acknowledged, (QList<QVariantList>{{id}}));
        QCOMPARE(snoozed, (QList<QVariantList>{{id}}));
    }

    void takesAServiceAsItIs()
    {
        QVERIFY(serve(u"body"_s)); // no buttons, no markup
        DesktopNotifications sink(m_labels);
        DesktopSender sender(sink);
        QVERIFY(await(sender.send({}, message(), 0)));
        const auto shown = allShown().constLast();
        QCOMPARE(shown.actions, QStringList());
        QCOMPARE(shown.body, message().body); // it would show &lt; to the person
    }

private:
    bool serve(const QString &capabilities)
    {
        if (!m_isServed)
            m_isServed = m_bus.mock({u"--session"_s, u"--template"_s, u"notification_daemon"_s}, Service);
        if (!m_isServed)
            return false;
        const auto quoted = u"ret = \"%1\".split()"_s.arg(capabilities);
        mockCall(u"AddMethod"_s, {Service, u"GetCapabilities"_s, QString(), u"as"_s, quoted});
        return true;
    }

    PrivateBus &m_bus;
    bool m_isServed = false;
    NotificationButtons m_labels{u"Open"_s, u"Acknowledge"_s, u"Snooze 1 day"_s};
};

int main(int argc, char **argv)
{
    PrivateBus bus; // before anybody asks for the session's
    if (!bus.start())
        return 77;
    const QCoreApplication application(argc, argv);
    DesktopNotificationsTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_desktop_notifications.moc"
