// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/import_facts.h"

namespace tollkeeper {

//! "cost", "total time": what a column tells.
[[nodiscard]] QString fieldText(ImportField field);
//! Why a row was not taken, as one sentence without the line: "The value for “cost” is not a number: “free”."
[[nodiscard]] QString problemText(const RowProblem &problem);
//! The same for many rows: "Something is not a number".
[[nodiscard]] QString faultText(RowFault fault);

} // namespace tollkeeper
