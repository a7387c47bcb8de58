// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace tollkeeper {

//! What tollkeeper was asked to do (design: cli).
struct Options {
    QString profileDirectory; //!< empty: the default profile, or a temporary one for the demo
    QString clockStart; //!< ISO 8601; empty: the system's clock
    bool demo = false;
    bool selfTest = false;
    QString captureDirectory; //!< not empty: write PNGs there and exit
    QStringList themes; //!< "light", "dark"; what --capture writes
    QList<QSize> sizes;
    QStringList pages; //!< of pageNames()
    bool opensPage = false; //!< --page was given: the window opens with it
};

//! Pages and dialogs that --page and --capture know.
[[nodiscard]] QStringList pageNames();

//! Reads the command line; --help and --version end the program.
[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);

} // namespace tollkeeper
