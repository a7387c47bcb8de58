// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/spend_piece.h"
#include "storage/ledger_repository.h"

namespace tollkeeper {

//! The roll-up: pieces that count, worked out from the slices. Synchronous: call it on the writer thread,
//! inside the transaction that changed the slices, so that both are always of the same moment.
class PieceRepository {
public:
    PieceRepository(Database &database, AccountId account) : m_database(database), m_account(account) { }

    //! Works out a stretch anew. A completed UTC day whose total moves by more than
    //! 0.5 % is kept as a restatement.
    [[nodiscard]] Outcome recompute(
        const ChangedStretch &changed, const QTimeZone &zone, const QDateTime &now);
    //! Adds pieces as they are.
    [[nodiscard]] static Outcome insert(
        Database &database, AccountId account, const QList<SpendPiece> &pieces);

private:
    [[nodiscard]] Outcome recompute(
        const QString &currency, const ChangedStretch &changed, const QTimeZone &zone, const QDateTime &now);
    [[nodiscard]] Outcome keepRestatements(const QString &currency, const QMap<qint64, qint64> &before,
        const QMap<qint64, qint64> &after, const QDateTime &now);
    [[nodiscard]] Result<QMap<qint64, qint64>> completedDays(
        const QString &currency, const QDateTime &start, const QDateTime &end);
    [[nodiscard]] Outcome removeBetween(
        const QString &currency, const QDateTime &start, const QDateTime &end);

    Database &m_database;
    AccountId m_account;
};

} // namespace tollkeeper
