// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QDateTime>

#include <cstdint>

namespace tollkeeper {

enum class HistoryState : std::uint8_t {
    Running, //!< wanted, and not yet read to its end
    Paused, //!< by the person
    Done,
};

//! How far the back-fill of an account has come.
struct AccountHistory {
    AccountId account;
    HistoryState state = HistoryState::Running;
    QByteArray cursor; //!< the connector's next request; empty: from the start
    int done = 0; //!< steps of the connector's own (keys, days, pages)
    int total = 0; //!< 0: not known yet; may grow
    QDateTime startedAt; //!< UTC
    QDateTime updatedAt; //!< UTC; when the last page was stored
    friend bool operator==(const AccountHistory &, const AccountHistory &) = default;
};

} // namespace tollkeeper
