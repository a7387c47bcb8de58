// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"
#include "simulator/slots.h"

#include <QTimeZone>

namespace tollkeeper::simulator {

//! The days of a request in the zone its `timezone` names; without one, and for an unknown one, the server's:
//! UTC.
class Calendar {
public:
    Calendar(const Asked &asked, QDateTime now);

    [[nodiscard]] QDate today() const { return m_now.toTimeZone(m_zone).date(); }
    //! The ended slots of the days from first to last, both included; empty when last comes before first.
    [[nodiscard]] Stretch days(const QDate &first, const QDate &last) const;

private:
    QTimeZone m_zone;
    QDateTime m_now;
};

//! A day ("2026-06-18") of the query, `otherwise` when it is not there; nullopt when it is unreadable.
[[nodiscard]] std::optional<QDate> dayAsked(const Asked &asked, const QString &name, const QDate &otherwise);

} // namespace tollkeeper::simulator
