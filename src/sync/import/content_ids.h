// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"
#include "sync/import/recent_counts.h"

#include <QCryptographicHash>

namespace tollkeeper {

//! Ids for the rows of a file that has none: "row-", the moment, and a hash of what the row says (time, key
//! as the file names it, models, provider, status, tokens, cost, latency), never of the account or the place
//! in the file. The moment comes first because ids that rise with time are stored three times as fast. So the
//! same file, or another export that holds the same row, gives the same id, and importing it again changes
//! nothing. Rows that say exactly the same are told apart by a number: the second of them has the number 2,
//! in the order of the file. Rows of one file that are alike but lie more than a quarter of a million rows
//! apart count as one.
class ContentIds {
public:
    //! REQUIRES: the facts as the file tells them.
    [[nodiscard]] QString idFor(const RequestFacts &facts);

private:
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_160};
    RecentCounts m_alike;
    QByteArray m_content;
};

} // namespace tollkeeper
