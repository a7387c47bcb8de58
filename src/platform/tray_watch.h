// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

namespace tollkeeper {

//! Whether the desktop shows icons of its programs now: a StatusNotifierWatcher is on the session bus and has
//! a host. It may come and go at any time. Nothing here waits for the bus. UI thread.
//!
//! Asked of the bus rather than of QSystemTrayIcon, which remembers its first answer for as long as the
//! program runs (Qt 6.4).
class TrayWatch : public QObject {
    Q_OBJECT

public:
    explicit TrayWatch(QObject *parent = nullptr);

    [[nodiscard]] bool isAvailable() const { return m_isAvailable; }

Q_SIGNALS:
    void availableChanged();

private Q_SLOTS:
    void ask(); //!< the host came or went

private:
    void setAvailable(bool isAvailable);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    int m_asked = 0;
    bool m_isAvailable = false;
};

} // namespace tollkeeper
