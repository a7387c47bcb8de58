// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tollkeeper {

//! Masks whatever looks like a key, an Authorization value or a user id (decoder rule 9), turns control
//! characters into spaces and cuts at `most` characters. Pure and total.
[[nodiscard]] QString redacted(QString text, qsizetype most = 300);

} // namespace tollkeeper
