// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import_service.h"

#include <QCommandLineParser>

namespace tollkeeper::ctl {

[[nodiscard]] QList<QCommandLineOption> importOptions();
//! What the options order: the mapping as it was found, with what they change in it.
[[nodiscard]] Result<ImportOrder> importOrderFrom(
    const QCommandLineParser &options, const QString &path, AccountId account, ColumnMapping mapping);

} // namespace tollkeeper::ctl
