// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/send_order.h"

#include <QCommandLineParser>

#include <tl/expected.hpp>

namespace tollkeeper::ctl {

[[nodiscard]] QList<QCommandLineOption> sendOptions();

//! The order that options and arguments ask for, without account and key; a sentence about what is wrong with
//! them instead. Reads the message or the body where it stands in a file or on standard input.
[[nodiscard]] tl::expected<SendOrder, QString> sendOrderFrom(
    const QCommandLineParser &options, const QStringList &arguments);

} // namespace tollkeeper::ctl
