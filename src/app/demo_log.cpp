// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_log.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

QByteArray demoRequestLog(const QJsonObject &listed)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> Fields[]{{"at"_L1, "time"_L1},
        {"id"_L1, "generation_id"_L1}, {"key"_L1, "key"_L1}, {"model"_L1, "model"_L1},
        {"provider"_L1, "provider"_L1}, {"prompt_tokens"_L1, "prompt_tokens"_L1},
        {"completion_tokens"_L1, "completion_tokens"_L1}, {"amount"_L1, "cost"_L1},
        {"byok"_L1, "byok_cost"_L1}, {"status"_L1, "status"_L1}};
    QByteArray lines;
    const auto requests = listed.value("requests"_L1).toArray();
    for (const auto &value : requests) {
        const auto request = value.toObject();
        QJsonObject line;
        for (const auto &[theirs, ours] : Fields) {
            if (request.contains(theirs))
                line.insert(ours, request.value(theirs));
        }
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

} // namespace tollkeeper
