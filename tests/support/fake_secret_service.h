// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>

//! Owns org.freedesktop.secrets through a connection of its own and does not do its work. REQUIRES: a bus on
//! which nobody else owns that name. Leaves the bus when it dies.
class FakeSecretService : public QDBusVirtualObject {
    Q_OBJECT
public:
    enum class Mood {
        Silent, //!< answers nothing at all
        Evasive, //!< has one unlocked entry for everybody, and never hands out a secret
        Refusing, //!< answers everything with AccessDenied
    };
    explicit FakeSecretService(Mood mood);
    ~FakeSecretService() override;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] int callsOf(const QString &member) const { return int(m_calls.count(member)); }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override;

private:
    Mood m_mood;
    QDBusConnection m_bus;
    QStringList m_calls;
    bool m_isThere = false;
};
