// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_service.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! What can be done with a key's stored secret besides showing it: prove it, or remove it from the keychain.
//! UI thread; `keys` must live longer.
class KeySecretViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyService *keys READ keys WRITE setKeys NOTIFY keysChanged REQUIRED)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString key READ key NOTIFY changed)
    Q_PROPERTY(QString result READ result NOTIFY changed)
    Q_PROPERTY(bool isProblem READ isProblem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] KeyService *keys() const { return m_keys; }
    void setKeys(KeyService *keys);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] QString key() const { return m_key; } //!< id of the key that `result` is about
    [[nodiscard]] QString result() const { return m_result; } //!< a sentence; empty: nothing was asked
    [[nodiscard]] bool isProblem() const { return m_isProblem; }

    Q_INVOKABLE void test(const QString &key);
    Q_INVOKABLE void forget(const QString &key);

Q_SIGNALS:
    void keysChanged();
    void changed();

private:
    void follow(const QString &key, Async<Done> task, const QString &success);

    KeyService *m_keys = nullptr;
    QString m_key;
    QString m_result;
    bool m_isProblem = false;
    bool m_isBusy = false;
    int m_asked = 0;
};

} // namespace tollkeeper
