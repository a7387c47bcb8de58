// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/key_change.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using What = KeyEvent::What;

constexpr std::array Words{
    std::pair{What::FirstSeen, "first_seen"_L1},
    std::pair{What::Created, "created"_L1},
    std::pair{What::Renamed, "renamed"_L1},
    std::pair{What::CapChanged, "cap_changed"_L1},
    std::pair{What::ByokChanged, "byok_changed"_L1},
    std::pair{What::Disabled, "disabled"_L1},
    std::pair{What::Enabled, "enabled"_L1},
    std::pair{What::ExpiryChanged, "expiry_changed"_L1},
    std::pair{What::AddressesChanged, "addresses_changed"_L1},
    std::pair{What::ModelsChanged, "models_changed"_L1},
    std::pair{What::WindowsChanged, "windows_changed"_L1},
    std::pair{What::Labelled, "labelled"_L1},
    std::pair{What::SecretStored, "secret_stored"_L1},
    std::pair{What::SecretForgotten, "secret_forgotten"_L1},
    std::pair{What::SecretMissed, "secret_missed"_L1},
    std::pair{What::RotationStarted, "rotation_started"_L1},
    std::pair{What::RotationEnded, "rotation_ended"_L1},
    std::pair{What::Deleted, "deleted"_L1},
    std::pair{What::Gone, "gone"_L1},
};

} // namespace

QLatin1StringView toText(KeyEvent::What what)
{
    for (const auto &[known, text] : Words) {
        if (known == what)
            return text;
    }
    return {};
}

std::optional<KeyEvent::What> keyEventFromText(QStringView text)
{
    for (const auto &[known, word] : Words) {
        if (word == text)
            return known;
    }
    return std::nullopt;
}

} // namespace tollkeeper
