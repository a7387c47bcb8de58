// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import/column_mapping.h"

#include <QStringList>

#include <span>

namespace tollkeeper {

//! A heading in plain words: "First Token (ms)" is "first_token_ms".
[[nodiscard]] QString plainHeading(QStringView heading);

//! A heading without what says its unit.
struct HeadingUnit {
    QString name; //!< "first_token"
    std::optional<LatencyUnit> latency;
    std::optional<MoneyUnit> money;
    std::optional<Currency> currency;
};
[[nodiscard]] HeadingUnit unitOf(const QString &plainHeading);

//! The names by which exports and logs call a field, the most telling first.
struct FieldNames {
    ImportField field;
    QStringList names;
};
//! In the order in which fields choose their columns.
[[nodiscard]] const QList<FieldNames> &fieldNames();

//! The headings of a file we know, in plain words.
struct KnownLayout {
    ImportFormat format;
    QStringList signs; //!< a file with all of these is of this layout
    QList<std::pair<ImportField, QString>> columns; //!< those a file lacks are left out
    bool isCacheApart = false;
    bool isTextGuarded = false;
};
[[nodiscard]] const QList<KnownLayout> &knownLayouts();

} // namespace tollkeeper
