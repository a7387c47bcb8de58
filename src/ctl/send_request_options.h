// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/send_order.h"

#include <QCommandLineParser>

#include <tl/expected.hpp>

namespace tollkeeper::ctl {

//! The request that options and arguments of send ask for; a sentence about what is wrong with them instead.
//! Reads messages, bodies, tools and schemas where they stand in a file or on standard input.
[[nodiscard]] tl::expected<PlaygroundRequest, QString> sendRequestFrom(
    const QCommandLineParser &options, const QStringList &arguments);

//! A whole number from `least` on.
[[nodiscard]] tl::expected<std::optional<int>, QString> countFrom(
    const QCommandLineParser &options, const QString &name, int least);
//! An amount in USD that is not negative.
[[nodiscard]] std::optional<Money> dollarsFrom(QStringView text);

} // namespace tollkeeper::ctl
