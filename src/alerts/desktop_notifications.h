// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/notification_sink.h"

#include <QDBusConnection>
#include <QSet>
#include <QVariantMap>

namespace tollkeeper {

//! Labels of the buttons, already translated; a notification server without actions shows none.
struct NotificationButtons {
    QString open = {};
    QString acknowledge = {};
    QString snooze = {};
};

//! org.freedesktop.Notifications over the session bus, directly: QSystemTrayIcon reports success where
//! nothing was sent (trust.md 6). Urgency by severity, an alert shown again replaces its older self, markup
//! in the body is escaped where the server reads markup. No server is an Error, not a crash.
class DesktopNotifications final : public NotificationSink {
    Q_OBJECT

public:
    explicit DesktopNotifications(NotificationButtons buttons, QObject *parent = nullptr);

    [[nodiscard]] Async<quint32> show(NotificationText text, quint32 replaces) override;

private Q_SLOTS:
    void actionInvoked(quint32 id, const QString &action);

private:
    [[nodiscard]] Async<QStringList> capabilities();
    [[nodiscard]] Async<QList<QVariant>> call(QString method, QVariantList arguments);

    QDBusConnection m_bus;
    NotificationButtons m_buttons;
    //! Of this run. The service tells everybody of every press, and its ids begin anew with each session: a
    //! press on another program's notification is none of ours, whatever its number.
    QSet<quint32> m_shown;
};

} // namespace tollkeeper
