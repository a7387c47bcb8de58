// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

//! Stands where the test puts it.
class FakeClock final : public tollkeeper::Clock {
public:
    explicit FakeClock(const QDateTime &start) : m_now(start) { }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void moveTo(const QDateTime &moment) { m_now = moment; }

private:
    QDateTime m_now;
};
