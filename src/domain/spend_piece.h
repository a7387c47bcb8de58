// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/slice.h"

#include <QDate>
#include <QTimeZone>

namespace tollkeeper {

enum class Dimension : std::uint8_t { Key = 1, Model = 2, Provider = 3 };

//! The part of a piece that one key, model or provider stands for.
struct SpendShare {
    Dimension dimension = Dimension::Key;
    qint64 ref = 0; //!< id of the key, model or provider
    Amounts amount;
    std::optional<qint64> requests;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    friend bool operator==(const SpendShare &, const SpendShare &) = default;
};

//! A stretch of an account's time line with the one amount that counts for it. Shares of one dimension never
//! exceed the amount; what is missing is "not itemised".
struct SpendPiece {
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, exclusive
    QDate localDay; //!< of the reporting zone
    Amounts amount;
    Rank rank = Rank::Counter;
    QString endpoint; //!< of the authority
    QDateTime fetchedAt; //!< UTC
    bool isEstimated = false; //!< cut by the shape of finer evidence, or by time
    bool spansDays = false; //!< lies across the zone's midnight and cannot be split
    std::optional<qint64> requests;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    QList<SpendShare> shares;
    friend bool operator==(const SpendPiece &, const SpendPiece &) = default;
};

//! The id a slice tells for a dimension; 0: not told.
[[nodiscard]] qint64 refOf(const Slice &slice, Dimension dimension);
//! What a slice says of one dimension.
[[nodiscard]] SpendShare shareOf(const Slice &slice, Dimension dimension);

//! Joins the rows of one piece and dimension, and trims them to the piece's amount where they tell more.
void normaliseShares(SpendPiece &piece);

//! Splits a piece into parts of the given weights: amounts and shares add up to the whole again, to the last
//! unit. REQUIRES: weights not empty, none negative, sum > 0.
[[nodiscard]] QList<SpendPiece> splitByWeights(const SpendPiece &piece, const QList<qint64> &weights);

} // namespace tollkeeper
