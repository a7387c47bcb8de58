// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"

#include <QJsonArray>

#include <deque>
#include <mutex>

namespace tollkeeper::simulator {

//! The latest requests that came for a gateway, credentials included: its keys are invented. Thread-safe.
class RequestLog {
public:
    static constexpr std::size_t MostKept = 20'000;

    void add(const Asked &asked);
    void clear();
    //! Those whose path begins so and that have this method; all where it is empty.
    [[nodiscard]] QJsonArray toJson(const QByteArray &match = {}, const QByteArray &method = {}) const;
    //! How often this very path and query came since the log was cleared, `asked` itself included.
    [[nodiscard]] int timesAsked(const Asked &asked) const;

private:
    struct Entry {
        QByteArray method;
        QByteArray path;
        QByteArray query;
        HeaderList headers;
        qsizetype bodyBytes = 0;
        int onConnection = 1;
    };
    mutable std::mutex m_mutex;
    std::deque<Entry> m_entries;
};

} // namespace tollkeeper::simulator
