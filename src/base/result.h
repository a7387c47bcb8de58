// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>
#include <utility>

namespace tollkeeper {

//! A value of T, or the Error that stopped us from having one. Mark every function that returns one
//! [[nodiscard]]. Use has_value, operator bool, *, ->, error, value_or; never the throwing value().
template<typename T>
using Result = tl::expected<T, Error>;

//! The failure arm of a Result, converting to a Result of any type.
using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(Error error)
{
    return Failure(std::move(error));
}

[[nodiscard]] inline Failure fail(Error::Kind kind, QString detail = {})
{
    return Failure(Error{.kind = kind, .detail = std::move(detail)});
}

//! The value of an operation that only succeeds or fails.
struct Done { };
using Outcome = Result<Done>;

} // namespace tollkeeper
