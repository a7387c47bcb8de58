// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/model_price.h"

#include <QList>
#include <QString>

namespace tollkeeper {

//! "acme/alpha-1 at Main is no longer offered from 1 Dec."
[[nodiscard]] QString expirySentence(const ExpiringModel &model);
//! The first of them as such a sentence, and how many more there are. Empty for none.
[[nodiscard]] QString expirySentence(const QList<ExpiringModel> &models);

} // namespace tollkeeper
