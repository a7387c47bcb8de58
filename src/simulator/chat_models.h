// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_turn.h"
#include "simulator/routes.h"

#include <tl/expected.hpp>

namespace tollkeeper::simulator {

//! Why a model cannot be had.
struct NoModel {
    const Failure *failure = nullptr;
    QString message = {}; //!< instead of the failure's own words, unless empty
};

//! The model a name means to a key: one of the gateway's list, or a scenario.
[[nodiscard]] tl::expected<NamedModel, NoModel> modelMeant(
    const Visit &visit, Place place, const Key &key, const QString &name);

//! Who serves a model, best first, with what the question says about it; empty names where a gateway does not
//! tell. At OpenRouter there may be nobody left.
[[nodiscard]] tl::expected<QStringList, NoModel> providersFor(
    Place place, const Key &key, const NamedModel &model, const QJsonObject &wishes);

//! The model that answers in place of one.
[[nodiscard]] NamedModel otherModel(Place place, const NamedModel &model);

} // namespace tollkeeper::simulator
