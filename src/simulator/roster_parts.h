// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"

#include <QString>

#include <initializer_list>
#include <vector>

namespace tollkeeper::simulator {

// What the tables of the roster share.

inline const QString Sonnet = QStringLiteral("claude-sonnet-4.5");
inline const QString Opus = QStringLiteral("claude-opus-4.7");
inline const QString Gpt = QStringLiteral("gpt-5");
inline const QString GptMini = QStringLiteral("gpt-5-mini");
inline const QString Flash = QStringLiteral("gemini-2.5-flash");
inline const QString DeepSeek = QStringLiteral("deepseek-v3.2");
inline const QString Qwen = QStringLiteral("qwen3-max");
inline const QString Mistral = QStringLiteral("mistral-small-3.2");
inline const QString Llama = QStringLiteral("llama-4-scout");

//! One table behind the other, in this order.
[[nodiscard]] inline std::vector<KeyPlan> joined(std::initializer_list<std::vector<KeyPlan>> tables)
{
    std::vector<KeyPlan> all;
    for (const auto &table : tables)
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

} // namespace tollkeeper::simulator
