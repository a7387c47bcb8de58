// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QHash>
#include <QThread>

#include <atomic>
#include <memory>

//! Owns org.kde.kwalletd5, from a thread of its own because QtKeychain asks it synchronously.
class FakeKWallet {
public:
    enum class Mood {
        Works,
        Errors, //!< answers reading, writing and removing with a D-Bus error
        Fails, //!< answers them with -1, or with an empty text
        Forgets, //!< says that it wrote, and keeps what it had
        Closed, //!< cannot be opened
    };
    FakeKWallet();
    Q_DISABLE_COPY_MOVE(FakeKWallet)
    ~FakeKWallet();

    [[nodiscard]] bool isThere() const { return m_isThere; }
    void setMood(Mood mood);

private:
    class Wallet;
    QThread m_thread;
    std::unique_ptr<Wallet> m_wallet;
    bool m_isThere = false;
};
