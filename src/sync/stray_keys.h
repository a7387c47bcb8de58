// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/api_key.h"
#include "sync/key_conversation.h"

#include <utility>

namespace tollkeeper {

//! Finds and deletes keys whose making was interrupted, so that their secrets are lost. UI thread; must
//! outlive its questions.
class StrayKeys {
public:
    struct Search {
        AccountId account;
        QString name; //!< as it was given to the making
        QDateTime since; //!< UTC; of the making. A key that was there before is never touched
        QList<KeyId> known = {}; //!< from before: never touched
    };

    StrayKeys(KeyPartners partners, KeyConversation &conversation)
        : m_partners(std::move(partners)), m_conversation(conversation)
    {
    }

    //! Polls, and deletes what bears the name. Gives how many there were. Do not hold the account's turn.
    [[nodiscard]] Async<int> clear(Search search);

private:
    [[nodiscard]] Async<QList<ApiKey>> find(Search search);
    [[nodiscard]] Async<Done> removeAll(KeyLine line, QList<ApiKey> strays);

    KeyPartners m_partners;
    KeyConversation &m_conversation;
};

} // namespace tollkeeper
