// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_change.h"

#include <QCommandLineParser>

namespace tollkeeper::ctl {

//! The options of `key add` and `key set` that say how a key is to be.
[[nodiscard]] QList<QCommandLineOption> keyChangeOptions();

//! What they ask for. `currency`: of amounts. `known`: the cap there is, for an amount without period or the
//! reverse. InvalidInput with what is wrong.
[[nodiscard]] Result<KeyChange> keyChangeFrom(
    const QCommandLineParser &options, Currency currency, const std::optional<Cap> &known);

//! The same for a key to make.
[[nodiscard]] Result<KeyDraft> keyDraftFrom(const QCommandLineParser &options, Currency currency);

//! True where nothing is asked for.
[[nodiscard]] bool isEmpty(const KeyChange &change);

//! "cap: $1,200.00 monthly -> $1,500.00 monthly", one line for each thing that would change.
[[nodiscard]] QStringList beforeAndAfter(const ApiKey &key, const KeyChange &change);

} // namespace tollkeeper::ctl
