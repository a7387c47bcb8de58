// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rotation.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array Words{
    std::pair{RotationStep::Create, "create"_L1},
    std::pair{RotationStep::Save, "save"_L1},
    std::pair{RotationStep::Deploy, "deploy"_L1},
    std::pair{RotationStep::Watch, "watch"_L1},
    std::pair{RotationStep::Disable, "disable"_L1},
    std::pair{RotationStep::Delete, "delete"_L1},
    std::pair{RotationStep::Done, "done"_L1},
    std::pair{RotationStep::Cancelled, "cancelled"_L1},
};

} // namespace

QLatin1StringView toText(RotationStep step)
{
    for (const auto &[known, text] : Words) {
        if (known == step)
            return text;
    }
    return {};
}

std::optional<RotationStep> rotationStepFromText(QStringView text)
{
    for (const auto &[known, word] : Words) {
        if (word == text)
            return known;
    }
    return std::nullopt;
}

std::optional<QDateTime> rotationDue(
    const QDateTime &createdAt, std::optional<int> keyDays, int workspaceDays)
{
    const auto days = keyDays.value_or(workspaceDays);
    return days > 0 ? std::optional(createdAt.addDays(days)) : std::nullopt;
}

} // namespace tollkeeper
