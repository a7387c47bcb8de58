// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exchange.h"
#include "domain/usage_answers.h"
#include "reports/csv_writer.h"

#include <QMap>
#include <QTimeZone>

#include <functional>
#include <stop_token>

namespace tollkeeper {

//! The rows after the one of that id (0: from the start), oldest first; empty: the end.
using UsagePages = std::function<Result<QList<UsageRow>>(qint64 after)>;

struct UsageExportFrame {
    UsageFilter filter; //!< for the comments; the pages have applied it
    QTimeZone zone; //!< the reporting zone: rates are of its days
    ExchangeRates rates;
    Currency reporting; //!< what each row is converted into where a rate is known
    bool hasComments = false;
    QDateTime writtenAt; //!< UTC
};

struct UsageExportCounts {
    qint64 rows = 0;
    qint64 unconverted = 0; //!< rows of another currency and a day without a rate
    QList<Amounts> totals; //!< by currency
};

//! Writes request rows as CSV: the columns of domain/export_columns.h, one row per request, then one total
//! per currency. Memory is flat. Any thread; tells after each page how many rows are written.
class UsageExport {
public:
    UsageExport(CsvWriter &csv, UsageExportFrame frame);

    //! Error::Kind::Cancelled when stopped.
    [[nodiscard]] Result<UsageExportCounts> write(
        const UsagePages &pages, const std::stop_token &stop, const std::function<void(qint64 rows)> &told);

private:
    //! What the rows of one currency come to.
    struct Total {
        Amounts amounts;
        std::optional<Money> converted; //!< nullopt: some row has no rate
        qint64 inputTokens = 0;
        qint64 outputTokens = 0;
    };

    void writeComments();
    void writeHeading();
    void writeRow(const UsageRow &row);
    void writeNames(const UsageRow &row);
    void writeOutcome(const RequestFacts &facts);
    void writeAmounts(const UsageRow &row);
    void writeDetail(const UsageRow &row);
    void writeTotal(const Total &total);
    [[nodiscard]] std::optional<Money> converted(const UsageRow &row);
    void add(const UsageRow &row, const std::optional<Money> &converted);

    void count(const std::optional<qint64> &value);
    void money(const std::optional<Money> &value, int decimals);
    void moment(const QDateTime &moment);

    CsvWriter &m_csv;
    UsageExportFrame m_frame;
    UsageExportCounts m_counts;
    QMap<Currency, Total> m_totals;
};

} // namespace tollkeeper
