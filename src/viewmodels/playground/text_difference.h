// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/playground_lines.h"

#include <QList>

namespace tollkeeper {

//! Line by line what two texts have in common and what only one of them says, in their order. Texts of more
//! than MostComparedLines lines that differ are compared at their ends only: what lies between is told as a
//! whole. Pure.
[[nodiscard]] QList<DiffRow> differenceOf(const QString &left, const QString &right);

inline constexpr qsizetype MostComparedLines = 1500;

} // namespace tollkeeper
