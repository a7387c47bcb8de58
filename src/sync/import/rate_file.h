// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/exchange.h"
#include "domain/import_facts.h"

namespace tollkeeper {

//! The exchange rates of a CSV file with the columns date, base, quote and rate, in any order and under their
//! common names.
struct RateFile {
    QList<ExchangeRate> rates; //!< their source is the file's name
    QList<RowProblem> problems; //!< rows that say no rate
};

//! Error::Kind::File for the file, InvalidInput for a heading that lacks a column.
[[nodiscard]] Result<RateFile> readRates(const QString &path);

} // namespace tollkeeper
