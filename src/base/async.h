// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoroTask>

namespace tollkeeper {

//! An answer that comes later. Await only a name (docs/adr/0004): one statement makes the task, the next
//! awaits it.
template<typename T>
using Async = QCoro::Task<Result<T>>;

} // namespace tollkeeper
