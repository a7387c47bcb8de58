// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace tollkeeper {

//! Takes `amount` out of several holdings in proportion to their size: the answer adds up to `amount`
//! exactly, and nobody gives more than there is. REQUIRES: no holding negative, 0 <= amount <= their sum.
[[nodiscard]] QList<qint64> apportion(const QList<qint64> &holdings, qint64 amount);

} // namespace tollkeeper
