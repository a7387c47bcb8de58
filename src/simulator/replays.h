// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"

#include <map>
#include <mutex>

namespace tollkeeper::simulator {

//! What was answered to requests with an Idempotency-Key, to be answered again. Thread-safe.
class Replays {
public:
    struct Known {
        QByteArray body; //!< of the request
        Answer answer;
    };

    [[nodiscard]] std::optional<Known> find(const QByteArray &key) const;
    void remember(const QByteArray &key, const QByteArray &body, const Answer &answer);

private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, Known> m_known;
};

} // namespace tollkeeper::simulator
