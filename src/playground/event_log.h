// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sse_reader.h"
#include "playground/playground_run.h"

#include <vector>

namespace tollkeeper {

//! Keeps the first and the last events of a stream at its full speed: what is dropped later is neither
//! converted nor redacted. Bounded, however many events come and however large they are.
class EventLog {
public:
    void add(const SseEventView &event, std::chrono::milliseconds at);
    [[nodiscard]] ReceivedEvents events() const;

private:
    struct Kept {
        std::chrono::milliseconds at{};
        QByteArray name;
        QByteArray data; //!< no more than is needed to show its beginning
    };
    [[nodiscard]] static ReceivedEvent shown(const Kept &kept);

    std::vector<Kept> m_first;
    std::vector<Kept> m_last; //!< a ring; the oldest stands at m_oldest once it is full
    std::size_t m_oldest = 0;
    qint64 m_total = 0;
};

} // namespace tollkeeper
