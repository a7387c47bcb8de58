// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/slice.h"
#include "domain/spend_piece.h"
#include "domain/zone_days.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! A sum of the roll-up: one group of one question.
struct SpendSum {
    qint64 ref = 0; //!< account, key, model or provider id; 0 where the question groups by something else
    QString name; //!< of that id, or the team or environment
    QDate day; //!< invalid where the question does not group by day
    Amounts amount;
    std::optional<qint64> requests;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
};

//! The balance of an account as last told.
struct BalanceReading {
    Money amount;
    QDateTime readAt; //!< UTC
};

//! The only questions anybody asks of the ledger's totals. Synchronous: call it on a storage thread.
class SpendRepository {
public:
    explicit SpendRepository(Database &database) : m_database(database) { }

    //! Sums over days `first` to `last` of the reporting zone, in one currency.
    [[nodiscard]] Result<Amounts> total(const DayRange &range, Currency currency);
    [[nodiscard]] Result<QList<SpendSum>> byDay(const DayRange &range, Currency currency);
    [[nodiscard]] Result<QList<SpendSum>> byAccount(const DayRange &range, Currency currency);
    [[nodiscard]] Result<QList<SpendSum>> byDimension(
        Dimension dimension, const DayRange &range, Currency currency);
    [[nodiscard]] Result<QList<SpendSum>> byDimensionAndDay(
        Dimension dimension, const DayRange &range, Currency currency);
    //! By a label the keys had at the time: "team" or "environment"; keys without one have an empty name.
    [[nodiscard]] Result<QList<SpendSum>> byLabel(
        const QString &label, const DayRange &range, Currency currency);
    [[nodiscard]] Result<QList<SpendSum>> byLabelAndDay(
        const QString &label, const DayRange &range, Currency currency);
    //! Totals of every other currency in the range.
    [[nodiscard]] Result<QList<Money>> otherCurrencies(const DayRange &range, Currency currency);
    //! The currency with the most rows; USD when there are none.
    [[nodiscard]] Result<Currency> mainCurrency();
    [[nodiscard]] Result<std::optional<QDate>> firstDay();
    [[nodiscard]] Result<std::optional<BalanceReading>> balance(AccountId account);

    //! Answers the questions above for another zone: works the slices out anew into temporary tables of this
    //! connection, which stand before the stored ones until useStoredZone().
    [[nodiscard]] Outcome useZone(const QTimeZone &zone, const DayRange &range);
    [[nodiscard]] Outcome useStoredZone();

private:
    [[nodiscard]] Outcome useZone(AccountId account, const QTimeZone &zone, const DayRange &range);
    [[nodiscard]] Result<QList<SpendSum>> sums(const QString &sql, const DayRange &range, Currency currency,
        std::optional<Dimension> dimension = {});

    Database &m_database;
};

} // namespace tollkeeper
