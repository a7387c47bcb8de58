// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/desktop_notifications.h"

#include "base/log.h"

#include <QCoroFuture>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QPointer>
#include <QPromise>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Service = "org.freedesktop.Notifications"_L1;
constexpr auto Path = "/org/freedesktop/Notifications"_L1;
constexpr int AnswerWithin = 5000; // ms; a stuck server must not hold alerts back
constexpr auto DefaultAction = "default"_L1; // of the notification itself; no server shows it as a button
constexpr auto OpenAction = "open"_L1;
constexpr auto SnoozeAction = "snooze"_L1;
constexpr auto AcknowledgeAction = "acknowledge"_L1;

uchar urgencyOf(AlertSeverity severity)
{
    return severity == AlertSeverity::Critical ? 2 : severity == AlertSeverity::Warning ? 1 : 0;
}

//! Pairs of a name and a label.
QStringList actionsFor(NotificationButtonSet set, const NotificationButtons &labels)
{
    using Set = NotificationButtonSet;
    QStringList actions{QString(DefaultAction), labels.open};
    if (set != Set::None)
        actions << QString(OpenAction) << labels.open;
    if (set == Set::OpenAndAcknowledge)
        actions << QString(AcknowledgeAction) << labels.acknowledge;
    if (set == Set::OpenAndSnooze)
        actions << QString(SnoozeAction) << labels.snooze;
    return actions;
}

} // namespace

DesktopNotifications::DesktopNotifications(NotificationButtons buttons, QObject *parent)
    : NotificationSink(parent), m_bus(QDBusConnection::sessionBus()), m_buttons(std::move(buttons))
{
    m_bus.connect(Service, Path, Service, u"ActionInvoked"_s, this, SLOT(actionInvoked(quint32, QString)));
}

void DesktopNotifications::actionInvoked(quint32 id, const QString &action)
{
    if (!m_shown.contains(id))
        return;
    if (action == DefaultAction || action == OpenAction)
        Q_EMIT openRequested(id);
    else if (action == SnoozeAction)
        Q_EMIT snoozeRequested(id);
    else if (action == AcknowledgeAction)
        Q_EMIT acknowledgeRequested(id);
}

Async<QList<QVariant>> DesktopNotifications::call(QString method, QVariantList arguments)
{
    auto message = QDBusMessage::createMethodCall(Service, Path, Service, method);
    message.setArguments(arguments);
    auto promise = std::make_shared<QPromise<QDBusMessage>>();
    promise->start();
    auto answering = promise->future();
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, AnswerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [promise](QDBusPendingCallWatcher *finished) {
        promise->addResult(finished->reply());
        promise->finish();
        finished->deleteLater();
    });
    const auto answer = co_await answering;
    if (answer.type() != QDBusMessage::ReplyMessage) {
        qCInfo(logAlerts) << "notification service:" << answer.errorName();
        co_return fail(Error::Kind::NotFound, u"notification service (%1)"_s.arg(answer.errorName()));
    }
    auto values = answer.arguments();
    co_return values;
}

Async<QStringList> DesktopNotifications::capabilities()
{
    auto asking = call(u"GetCapabilities"_s, QVariantList());
    const auto answer = co_await asking;
    if (!answer)
        co_return fail(answer.error());
    auto names = answer->value(0).toStringList();
    co_return names;
}

Async<quint32> DesktopNotifications::show(NotificationText text, quint32 replaces)
{
    auto asking = capabilities();
    const auto offered = co_await asking;
    if (!offered)
        co_return fail(offered.error());
    const auto body = offered->contains(u"body-markup"_s) ? text.body.toHtmlEscaped() : text.body;
    QStringList actions;
    if (offered->contains(u"actions"_s))
        actions = actionsFor(text.buttons, m_buttons);
    QVariantMap hints;
    hints.insert(u"urgency"_s, QVariant::fromValue(urgencyOf(text.severity)));
    hints.insert(u"desktop-entry"_s, u"tollkeeper"_s);
    QVariantList arguments;
    arguments << u"Tollkeeper"_s << replaces << u"tollkeeper"_s << text.title << body << actions << hints
              << -1;
    const QPointer<DesktopNotifications> self(this);
    auto showing = call(u"Notify"_s, arguments);
    const auto answer = co_await showing;
    if (!answer)
        co_return fail(answer.error());
    const auto id = answer->value(0).toUInt();
    if (self)
        m_shown.insert(id);
    co_return id;
}

} // namespace tollkeeper
