// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "playground/playground_run.h"

#include <memory>
#include <vector>

namespace tollkeeper {

//! What a bundle says besides the run.
struct BundleFacts {
    QString accountName;
    QString gatewayName;
    QString keyEnding; //!< the last four characters of the key; empty: not known
    QString program; //!< name and version of this program
    bool hasPrompt = false; //!< with the request's body; the answer's text only with it too
};

//! One run as text for a gateway's or provider's support: ids, times in UTC with the offset of the gateway's
//! clock (its Date header against ours), status, cause, the trace, timings, header fields and body of each
//! answer. Never the key, never `Authorization`; what was asked and answered only where `hasPrompt`. Pure.
[[nodiscard]] QString supportBundle(const PlaygroundRun &run, const BundleFacts &facts);

//! What must not be in a bundle and yet is: names of what was found, never the thing itself. Empty: clean.
//! Looks for whatever has the form of a key, for each of `secrets`, escaped or not, and, where `hasPrompt` is
//! false, for every stretch of 24 characters of what was asked and answered, and for shorter messages whole.
//! Pure.
[[nodiscard]] QStringList leaksIn(const QString &bundle, const PlaygroundRun &run, const BundleFacts &facts,
    const std::vector<std::shared_ptr<const Secret>> &secrets);

} // namespace tollkeeper
