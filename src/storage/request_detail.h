// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"

namespace tollkeeper {

//! The rare facts of a request as the text of its "detail" column; empty for an empty detail.
[[nodiscard]] QString detailText(const RequestDetail &detail);
//! Unknown words are ignored, so that an older program reads what a newer one wrote. `currency` is the row's.
[[nodiscard]] RequestDetail detailFromText(const QString &text, Currency currency);

} // namespace tollkeeper
