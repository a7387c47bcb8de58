// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_gate.h"

//! Locked when the test says so.
class ScriptedGate final : public tollkeeper::SecretGate {
public:
    using SecretGate::SecretGate;

    [[nodiscard]] bool isLocked() const override { return m_isLocked; }
    void setLocked(bool isLocked)
    {
        m_isLocked = isLocked;
        Q_EMIT lockChanged();
    }

private:
    bool m_isLocked = false;
};
