// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "secrets/turns.h"

#include <QHash>

#include <memory>

namespace tollkeeper {

//! One conversation with a gateway at a time for each account: polls, histories and look-ups of one account
//! wait for each other, in the order of asking. UI thread; must outlive them.
class AccountTurns {
public:
    [[nodiscard]] std::shared_ptr<Turns> of(AccountId account)
    {
        auto &turns = m_turns[account];
        if (!turns)
            turns = std::make_shared<Turns>();
        return turns;
    }

private:
    QHash<AccountId, std::shared_ptr<Turns>> m_turns;
};

} // namespace tollkeeper
