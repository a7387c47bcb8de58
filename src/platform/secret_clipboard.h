// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tollkeeper {

//! Takes a secret to the clipboard and away again: after half a minute, or when the program ends, and only if
//! the clipboard still holds it. It is marked so that clipboard managers keep it out of their histories
//! (trust.md 4). One at a time; UI thread.
class SecretClipboard : public QObject {
    Q_OBJECT
    Q_PROPERTY(int remainingSeconds READ remainingSeconds NOTIFY remainingChanged)

public:
    //! `second` is how long a second lasts, for tests.
    explicit SecretClipboard(
        std::chrono::milliseconds second = std::chrono::seconds(1), QObject *parent = nullptr);
    ~SecretClipboard() override;

    void copy(const Secret &secret);
    //! At once; nothing happens if the clipboard holds something else meanwhile.
    void clear();
    //! Until it is cleared; 0: nothing of ours lies there.
    [[nodiscard]] int remainingSeconds() const { return m_remaining; }

    static constexpr int Lifetime = 30; //!< seconds

Q_SIGNALS:
    void remainingChanged();

private:
    [[nodiscard]] bool isStillThere() const;
    void countDown();
    void stopIfReplaced();
    void setRemaining(int seconds);

    QByteArray m_digest; //!< SHA-256 of what was copied: enough to know it again
    QTimer m_tick;
    int m_remaining = 0;
};

} // namespace tollkeeper
