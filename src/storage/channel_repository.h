// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! The ways to tell people, desktop and tray first. Synchronous: call it on a storage thread.
class ChannelRepository {
public:
    explicit ChannelRepository(Database &database) : m_database(database) { }

    //! Adds the channel, or changes the one with its id. REQUIRES: a name that no other channel has.
    [[nodiscard]] Result<ChannelId> save(const Channel &channel);
    //! What waits to be sent over it is given up.
    [[nodiscard]] Outcome remove(ChannelId channel);
    [[nodiscard]] Result<QList<Channel>> all();

private:
    Database &m_database;
};

} // namespace tollkeeper
