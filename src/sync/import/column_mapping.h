// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "base/result.h"
#include "domain/import_facts.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QTimeZone>

namespace tollkeeper {

//! What a file looks like: by its heading, never by its name.
enum class ImportFormat : std::uint8_t {
    OwnExport, //!< what Tollkeeper itself exports
    ActivityLog, //!< one line per generation, as a gateway's activity page exports them
    PanelUsage, //!< one line per request, as a panel's usage page exports them; without ids
    Csv, //!< anything else with a heading
    JsonLines, //!< a structured log: one JSON object per line
};
[[nodiscard]] QLatin1StringView toText(ImportFormat format);
[[nodiscard]] std::optional<ImportFormat> importFormatFromText(QStringView text);

enum class LatencyUnit : std::uint8_t { Milliseconds, Seconds };
//! Of which unit of the currency amounts are counts.
enum class MoneyUnit : std::uint8_t { Units, Hundredths, Millionths };

//! Which column of a file tells what, and how it is meant. Guessed from the heading, then the person's to
//! change; kept with the file in its JSON form.
struct ColumnMapping {
    ImportFormat format = ImportFormat::Csv;
    QMap<ImportField, QString> columns; //!< by the heading's own words; of two alike the first is meant
    char separator = ','; //!< of CSV
    bool hasDecimalComma = false;
    LatencyUnit firstByteUnit = LatencyUnit::Milliseconds;
    LatencyUnit totalTimeUnit = LatencyUnit::Milliseconds;
    MoneyUnit moneyUnit = MoneyUnit::Units;
    Currency currency; //!< where no column names one
    QTimeZone zone = QTimeZone::utc(); //!< of times without an offset
    //! Tokens read from and written to the prompt cache are counted beside the input tokens, not among them.
    bool isCacheApart = false;
    //! Text that a spreadsheet would take for a formula carries an apostrophe more than it has.
    bool isTextGuarded = false;
    //! Only rows whose account column says this are meant; empty: the name of the account they go to.
    QString onlyAccount;

    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;
};

[[nodiscard]] QJsonObject toJson(const ColumnMapping &mapping);
//! Error::Kind::InvalidInput names the member that is not what it should be.
[[nodiscard]] Result<ColumnMapping> columnMappingFromJson(const QJsonObject &json);

//! Whether rows of this heading can be read by it: every column it names is there, and one tells the time.
[[nodiscard]] Outcome checkMapping(const ColumnMapping &mapping, const QStringList &heading);

} // namespace tollkeeper
