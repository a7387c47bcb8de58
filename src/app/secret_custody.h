// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_clipboard.h"
#include "platform/secret_lock.h"
#include "storage/profile.h"

namespace tollkeeper {

//! What stands between secrets and the screen: the lock, with its settings kept in the profile, and the
//! clipboard, which is cleared when the lock falls. UI thread.
class SecretCustody {
public:
    //! `clock` must outlive it.
    SecretCustody(const Profile &profile, const Clock &clock);

    //! From now on the lock works, and is locked if it was on.
    void begin();

    [[nodiscard]] SecretLock &lock() { return m_lock; }
    [[nodiscard]] SecretClipboard &clipboard() { return m_clipboard; }

private:
    [[nodiscard]] SecretLock::Settings kept() const;
    void keep() const;

    QString m_settingsPath;
    SecretClipboard m_clipboard;
    SecretLock m_lock;
};

} // namespace tollkeeper
