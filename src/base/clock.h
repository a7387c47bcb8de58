// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QElapsedTimer>

#include <optional>

namespace tollkeeper {

//! Where the time comes from. Domain code and services ask their clock, never the system, so that tests and
//! the demo can stand at any moment. Always UTC. Thread-safe to read.
class Clock {
public:
    Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
};

//! Starts at a given moment and runs on from there at the pace of real time (--clock).
class StartedClock final : public Clock {
public:
    explicit StartedClock(const QDateTime &start);
    [[nodiscard]] QDateTime now() const override;
    //! Jumps to a moment and runs on from it. Call on the thread that polls.
    void moveTo(const QDateTime &moment);

private:
    QDateTime m_start;
    QElapsedTimer m_since;
};

//! Reads the value of --clock: ISO 8601 with a zone or "Z"; without one it is UTC.
[[nodiscard]] std::optional<QDateTime> parseUtc(const QString &text);
//! "2026-06-18T14:32:00Z", with milliseconds only where there are any.
[[nodiscard]] QString utcText(const QDateTime &moment);

} // namespace tollkeeper
