// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"
#include "domain/usage_filter.h"

#include <QLatin1StringView>

namespace tollkeeper {

//! The words of the command line and of exports; never translated.
[[nodiscard]] QLatin1StringView toText(RequestOutcome outcome); //!< "complete", "failed", "incomplete"
[[nodiscard]] std::optional<RequestOutcome> requestOutcomeFromText(QStringView text);
[[nodiscard]] QLatin1StringView toText(FellBack fellBack); //!< "no", "provider", "model"
[[nodiscard]] QLatin1StringView toText(RowSource source); //!< "playground", "file", "log", "generation"
[[nodiscard]] QLatin1StringView toText(PlaygroundRows rows); //!< "with", "without", "only"
[[nodiscard]] std::optional<PlaygroundRows> playgroundRowsFromText(QStringView text);

} // namespace tollkeeper
