// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array StateWords{
    "never_polled"_L1,
    "ok"_L1,
    "stale"_L1,
    "refused"_L1,
    "slowed"_L1,
    "unreachable"_L1,
    "locked"_L1,
};
constexpr std::array PanelWords{"none"_L1, "logged_in"_L1, "login_needed"_L1};
constexpr std::array RoleWords{"unknown"_L1, "ordinary"_L1, "management"_L1};

AccountState stateAfterRefusal(Category category)
{
    switch (category) {
    case Category::RateLimit:
        return AccountState::Slowed;
    case Category::Credentials:
    case Category::Policy:
    case Category::Balance:
    case Category::KeyBudget:
    case Category::PlanWindow:
        return AccountState::Refused;
    case Category::Gateway:
    case Category::Provider:
    case Category::Timeout:
        return AccountState::Unreachable;
    default:
        return AccountState::Stale;
    }
}

} // namespace

QLatin1StringView toText(AccountState state)
{
    return StateWords.at(static_cast<std::size_t>(state));
}

AccountState accountStateFromText(QStringView text)
{
    for (std::size_t i = 0; i < StateWords.size(); ++i) {
        if (StateWords.at(i) == text)
            return static_cast<AccountState>(i);
    }
    return AccountState::NeverPolled;
}

AccountState stateAfter(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::HostNotFound:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
        return AccountState::Unreachable;
    case Error::Kind::KeychainLocked:
    case Error::Kind::KeychainMissing:
    case Error::Kind::KeychainDenied:
    case Error::Kind::KeychainWaiting:
    case Error::Kind::KeychainFailed:
    case Error::Kind::SecretMissing:
        return AccountState::Locked;
    case Error::Kind::Rejected:
        return stateAfterRefusal(error.category);
    default:
        return AccountState::Stale;
    }
}

QLatin1StringView toText(KeyRole role)
{
    return RoleWords.at(static_cast<std::size_t>(role));
}

KeyRole keyRoleFromText(QStringView text)
{
    for (std::size_t i = 0; i < RoleWords.size(); ++i) {
        if (RoleWords.at(i) == text)
            return static_cast<KeyRole>(i);
    }
    return KeyRole::Unknown;
}

QLatin1StringView toText(PanelState state)
{
    return PanelWords.at(static_cast<std::size_t>(state));
}

} // namespace tollkeeper
