// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sync/import/mapping_guess.h"

#include <QFile>

#include <memory>

namespace tollkeeper {

//! Opens a file of the person's for reading. Error::Kind::File says in one word what is in the way:
//! "missing", "directory", "special", "permission", "empty".
[[nodiscard]] Result<std::unique_ptr<QFile>> openImportFile(const QString &path);

//! Reads the beginning of an open file; leaves it at its start. Error::Kind::File: "binary", "utf-16",
//! "json array", "no heading", "unreadable".
[[nodiscard]] Result<ImportSample> sampleOf(QFile &file);

} // namespace tollkeeper
