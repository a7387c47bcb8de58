// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/import_facts.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace tollkeeper {

//! What a field of a file says, or why it says nothing usable.
template<typename T>
using FieldResult = tl::expected<T, RowFault>;

//! The field without white space around it.
[[nodiscard]] QByteArrayView trimmedField(QByteArrayView field);
//! An empty field, or one of the words by which exports say that they do not know.
[[nodiscard]] bool tellsNothing(QByteArrayView trimmed);

//! A decimal as a whole count of 10^-scale, rounded half to even, never through double; nullopt where the
//! field tells nothing. Faster than parseDecimal() and of the same results.
//! REQUIRES: trimmed.
[[nodiscard]] FieldResult<std::optional<qint64>> decimalField(
    QByteArrayView trimmed, int scale, char point = '.');
//! A whole number; "12.0" is one, "12.5" is not.
[[nodiscard]] FieldResult<std::optional<qint64>> wholeField(QByteArrayView trimmed, char point = '.');

} // namespace tollkeeper
