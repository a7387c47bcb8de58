// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/output.h"

#include <QCommandLineParser>

namespace tollkeeper::ctl {

//! `decode`: what a captured answer means (design: decoder). Needs no profile and no network.
[[nodiscard]] Exit decode(
    const QCommandLineParser &options, const QStringList &arguments, const OutputMode &mode);

} // namespace tollkeeper::ctl
