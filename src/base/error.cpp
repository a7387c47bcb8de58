// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array Words{
    "network"_L1,
    "host_not_found"_L1,
    "timeout"_L1,
    "tls"_L1,
    "redirected"_L1,
    "too_large"_L1,
    "not_an_api"_L1,
    "protocol"_L1,
    "rejected"_L1,
    "keychain_locked"_L1,
    "keychain_missing"_L1,
    "keychain_denied"_L1,
    "keychain_waiting"_L1,
    "keychain_failed"_L1,
    "secret_missing"_L1,
    "storage"_L1,
    "storage_full"_L1,
    "storage_damaged"_L1,
    "storage_newer"_L1,
    "profile_locked"_L1,
    "invalid_input"_L1,
    "not_found"_L1,
    "file"_L1,
    "cancelled"_L1,
    "login_not_offered"_L1,
    "second_factor_needed"_L1,
    "login_refused"_L1,
    "login_needed"_L1,
    "not_applied"_L1,
    "not_offered"_L1,
    "secret_mismatch"_L1,
    "busy"_L1,
    "too_early"_L1,
    "app_locked"_L1,
    "leak"_L1,
};
static_assert(Words.size() == static_cast<std::size_t>(Error::Kind::Leak) + 1);

} // namespace

QLatin1StringView toText(Error::Kind kind)
{
    return Words.at(static_cast<std::size_t>(kind));
}

std::optional<Error::Kind> errorKindFromText(QStringView text)
{
    for (std::size_t i = 0; i < Words.size(); ++i) {
        if (Words.at(i) == text)
            return static_cast<Error::Kind>(i);
    }
    return std::nullopt;
}

} // namespace tollkeeper
