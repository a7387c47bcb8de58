// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_change.h"
#include "domain/key_controls.h"
#include "domain/poll_facts.h"

namespace tollkeeper {

//! What of a wished change a gateway does not show, as what stands there instead: "cap 12.340000000 USD
//! monthly; name old". Empty: all of it is there. What a gateway does not tell counts as not shown, but for a
//! list that was to be empty.
[[nodiscard]] QString notShown(const KeyChange &wanted, const KeyFacts &told);
[[nodiscard]] QString notShown(const KeyDraft &wanted, const KeyFacts &told);

//! A draft of a key with the limits of another, as far as they can be set. One that expires lives as long as
//! the other was meant to.
[[nodiscard]] KeyDraft draftLike(
    const KeyFacts &other, const KeyControls &controls, const QString &name, const QDateTime &now);

//! Whether everything that is to be changed can be changed from here.
[[nodiscard]] bool areEditable(const KeyChange &change, const KeyControls &controls);

} // namespace tollkeeper
