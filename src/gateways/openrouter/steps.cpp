// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/steps.h"

#include "gateways/urls.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

const std::array<Step, 9> &allSteps()
{
    static const std::array Steps{keyStep(), workspacesStep(), keysStep(), creditsStep(), activityStep(),
        keyActivityStep(), modelsTodayStep(), providersTodayStep(), catalogueStep()};
    return Steps;
}

const Step *find(QStringView name)
{
    const auto &steps = allSteps();
    const auto found = std::ranges::find_if(steps, [name](const Step &step) { return step.name == name; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace

QUrl urlOf(const QUrl &baseUrl, const Question &question)
{
    const auto prefix = basePath(baseUrl).isEmpty() ? u"/api/v1"_s : QString();
    return endpointUrl(baseUrl, prefix + question.path, question.query);
}

void planSteps(Cursor &cursor, const QList<QLatin1StringView> &steps)
{
    QJsonArray plan;
    for (const auto &step : steps)
        plan.append(step);
    cursor.words["plan"_L1] = plan;
}

std::optional<QByteArray> nextStep(Cursor cursor)
{
    auto plan = cursor.words["plan"_L1].toArray();
    while (!plan.isEmpty()) {
        const auto *step = find(plan.takeAt(0).toString());
        if (!step || (step->isDue && !step->isDue(cursor)))
            continue;
        cursor.words["plan"_L1] = plan;
        return cursor.at(step->name);
    }
    return std::nullopt;
}

const Step &stepOf(const Cursor &cursor)
{
    const auto *step = find(cursor.step());
    return step ? *step : allSteps().front();
}

} // namespace tollkeeper::openrouter
