// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_clipboard.h"
#include "sync/key_service.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Copy: takes a key's secret from the keychain to the clipboard, and tells how long it stays there. The
//! secret itself never is a property. UI thread.
class SecretCopyViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyService *keys READ keys WRITE setKeys NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(tollkeeper::SecretClipboard *clipboard READ clipboard WRITE setClipboard NOTIFY servicesChanged
            REQUIRED)
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY stateChanged)
    Q_PROPERTY(qint64 copiedKey READ copiedKey NOTIFY stateChanged)
    Q_PROPERTY(QString copiedId READ copiedId NOTIFY stateChanged)
    Q_PROPERTY(int remainingSeconds READ remainingSeconds NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    using QObject::QObject;

    [[nodiscard]] KeyService *keys() const { return m_keys; }
    void setKeys(KeyService *keys);
    [[nodiscard]] SecretClipboard *clipboard() const { return m_clipboard; }
    void setClipboard(SecretClipboard *clipboard);
    [[nodiscard]] bool isAsking() const { return m_isAsking; } //!< the keychain has not answered yet
    [[nodiscard]] qint64 copiedKey() const; //!< KeyId of what lies there; 0: nothing of ours
    [[nodiscard]] QString copiedId() const { return QString::number(copiedKey()); } //!< the same as text
    [[nodiscard]] int remainingSeconds() const { return m_clipboard ? m_clipboard->remainingSeconds() : 0; }
    [[nodiscard]] QString problem() const { return m_problem; } //!< why it was not copied; a sentence

    //! `key` is the KeyId's value.
    Q_INVOKABLE void copy(qint64 key);
    //! Takes it from the clipboard at once.
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void servicesChanged();
    void stateChanged();

private:
    void take(qint64 key, const Result<std::shared_ptr<const Secret>> &answer);

    KeyService *m_keys = nullptr;
    SecretClipboard *m_clipboard = nullptr;
    QString m_problem;
    qint64 m_copied = 0;
    int m_asked = 0;
    bool m_isAsking = false;
};

} // namespace tollkeeper
