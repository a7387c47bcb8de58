// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"
#include "storage/database.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

namespace tollkeeper {

//! What a key cost in one hour of UTC that some source tells apart from the hours beside it.
struct HourSpend {
    KeyId key;
    qint64 hour = 0; //!< hours since the epoch
    Money cost;
};

//! In which hours keys are used. Synchronous: call it on a storage thread.
class HourUseRepository {
public:
    explicit HourUseRepository(Database &database) : m_database(database) { }

    //! By key and hour, of [from, until); spend that no source tells by the hour is missing. One currency for
    //! each key: that of its greatest hour. `key`: only of this one.
    [[nodiscard]] Result<QList<HourSpend>> spent(
        const QDateTime &from, const QDateTime &until, std::optional<KeyId> key = {});
    //! Every hour of [from, until) in which the key may have cost something: also all hours of a stretch that
    //! nobody tells apart.
    [[nodiscard]] Result<QSet<qint64>> maybeUsed(KeyId key, const QDateTime &from, const QDateTime &until);

    static constexpr qint64 HourMs = 3'600'000;

private:
    Database &m_database;
};

} // namespace tollkeeper
