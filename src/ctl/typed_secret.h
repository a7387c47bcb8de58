// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>

#include <memory>

namespace tollkeeper::ctl {

//! At most 64 kB of standard input, where secrets come in: never as an argument, which every process could
//! read.
[[nodiscard]] QByteArray readStandardInput();

//! The one secret on standard input.
[[nodiscard]] Result<std::shared_ptr<const Secret>> typedSecret();

} // namespace tollkeeper::ctl
