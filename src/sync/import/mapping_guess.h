// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import/column_mapping.h"

#include <QList>
#include <QStringList>

namespace tollkeeper {

//! The beginning of a file: its heading and a few records, as text.
struct ImportSample {
    bool isJson = false;
    char separator = ',';
    QStringList heading;
    QList<QStringList> records;
};

//! The character between the columns of a heading: comma, semicolon or tab.
[[nodiscard]] char separatorOf(QByteArrayView firstLine);

//! What the columns of a file most likely tell: by a heading we know, else by its words, and where a heading
//! leaves a unit open, by what stands below it.
[[nodiscard]] ColumnMapping guessMapping(const ImportSample &sample);

} // namespace tollkeeper
