// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_filter.h"
#include "domain/usage_groups.h"
#include "storage/database.h"

namespace tollkeeper {

//! Sums of request rows by group. Synchronous: call it on a storage thread, on any connection.
class UsageGroupRepository {
public:
    explicit UsageGroupRepository(Database &database) : m_database(database) { }

    //! Days in their order; models and keys by their requests, most first.
    [[nodiscard]] Result<QList<UsageGroup>> groups(const UsageFilter &filter, UsageBy by);

private:
    [[nodiscard]] Result<QList<UsageGroup>> byDay(const UsageFilter &filter);

    Database &m_database;
};

} // namespace tollkeeper
