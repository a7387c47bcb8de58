// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_lock.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! The lock in front of secrets, for Settings and for "Unlock" beside a key. UI thread.
class SecretLockViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::SecretLock *lock READ lock WRITE setLock NOTIFY lockChanged REQUIRED)
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY stateChanged)
    Q_PROPERTY(QString reason READ reason NOTIFY stateChanged)
    Q_PROPERTY(bool isOn READ isOn NOTIFY stateChanged)
    Q_PROPERTY(bool isLocked READ isLocked NOTIFY stateChanged)
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY stateChanged)
    Q_PROPERTY(int idleMinutes READ idleMinutes WRITE setIdleMinutes NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    using QObject::QObject;

    [[nodiscard]] SecretLock *lock() const { return m_lock; }
    void setLock(SecretLock *lock);
    [[nodiscard]] bool isOffered() const { return m_lock && !m_lock->obstacle(); }
    [[nodiscard]] QString reason() const; //!< why it is not offered; a sentence, empty where it is
    [[nodiscard]] bool isOn() const { return m_lock && m_lock->settings().isOn; }
    [[nodiscard]] bool isLocked() const { return m_lock && m_lock->isLocked(); }
    [[nodiscard]] bool isAsking() const { return m_lock && m_lock->isAsking(); }
    [[nodiscard]] int idleMinutes() const { return m_lock ? m_lock->settings().idleMinutes : 0; }
    void setIdleMinutes(int minutes); //!< 0: only on demand
    [[nodiscard]] QString problem() const; //!< why it was not opened or turned on; a sentence

    //! Asks for the password first.
    Q_INVOKABLE void turnOn(int idleMinutes);
    Q_INVOKABLE void turnOff();
    Q_INVOKABLE void lockNow();
    //! Asks for the password.
    Q_INVOKABLE void unlock();

Q_SIGNALS:
    void lockChanged();
    void stateChanged();

private:
    SecretLock *m_lock = nullptr;
};

} // namespace tollkeeper
