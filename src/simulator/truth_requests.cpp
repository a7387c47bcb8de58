// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_rows.h"
#include "simulator/truth.h"
#include "simulator/truth_parts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

constexpr qint64 MostRequests = 100'000;

QJsonObject requestRow(const Key &key, const RequestRow &request)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(request.momentMs, Qt::UTC);
    return withFigures({{u"id"_s, QString::fromLatin1(request.id)},
                           {u"at"_s, moment.toString(Qt::ISODateWithMs)}, {u"account"_s, key.account().name},
                           {u"key"_s, key.plan.name}, {u"model"_s, modelName(key, request.servedModel)},
                           {u"provider"_s, request.provider}, {u"status"_s, request.status}},
        request.figures);
}

} // namespace

std::optional<QJsonObject> requestTruth(const World &world, Stretch stretch, const TruthScope &scope)
{
    qint64 expected = 0;
    for (const auto &key : world.keys())
        expected += scope.includes(key) ? key.spent(stretch).requests : 0;
    if (expected > MostRequests)
        return std::nullopt;
    QJsonArray list;
    for (const auto &key : world.keys()) {
        if (!scope.includes(key))
            continue;
        for (auto slot = stretch.from; slot < stretch.to; ++slot) {
            for (const auto &request : requestsIn(key, slot))
                list.append(requestRow(key, request));
        }
    }
    return QJsonObject{{u"requests"_s, list}};
}

} // namespace tollkeeper::simulator
