// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"
#include "storage/database.h"

namespace tollkeeper {

//! Where a figure comes from (ledger rule 8). Synchronous: call it on a storage thread.
class ProvenanceRepository {
public:
    explicit ProvenanceRepository(Database &database) : m_database(database) { }

    [[nodiscard]] Result<Provenance> of(const ProvenanceQuery &query, const QDateTime &now);

private:
    [[nodiscard]] Outcome addLines(Provenance &answer);
    [[nodiscard]] Outcome nameRowSources(Provenance &answer);
    [[nodiscard]] Outcome addKeyNames(Provenance &answer);
    [[nodiscard]] Outcome addRestatements(Provenance &answer);
    [[nodiscard]] Outcome addSilentAccounts(Provenance &answer);
    [[nodiscard]] Outcome measureCoverage(Provenance &answer, const QDateTime &now);

    Database &m_database;
};

} // namespace tollkeeper
