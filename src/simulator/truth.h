// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

#include <QJsonObject>
#include <QTimeZone>

namespace tollkeeper::simulator {

//! Whose truth, and by whose days.
struct TruthScope {
    std::optional<std::size_t> account = {}; //!< one account, of the company or not; nothing: the company
    QTimeZone zone = QTimeZone::utc();

    //! Management keys spend nothing and are in no truth.
    [[nodiscard]] bool includes(const Key &key) const;
};

//! What was truly spent in a stretch, by account, key, model, key and model, provider and day: what a ledger
//! must agree with. Models have the name their gateway gives them; a provider the gateway hides is "".
[[nodiscard]] QJsonObject truth(const World &world, Stretch stretch, const TruthScope &scope = {});

//! Every single request of a stretch, failed ones too, by key and moment. Nothing when there are too many to
//! be told at once.
[[nodiscard]] std::optional<QJsonObject> requestTruth(
    const World &world, Stretch stretch, const TruthScope &scope);

} // namespace tollkeeper::simulator
