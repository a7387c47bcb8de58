// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/openrouter_parts.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

constexpr qint64 FreeRequestsADay = 1000;

//! What all keys of the account asked of free models since midnight.
qint64 freeRequestsToday(const Visit &visit, std::size_t account)
{
    const Stretch today{slotOf(visit.now.date()), slotsUntil(visit.now)};
    qint64 requests = 0;
    for (const auto &key : visit.world.keys()) {
        if (key.plan.account != account)
            continue;
        for (const auto &series : key.series) {
            if (models()[series.spec().model].free)
                requests += series.spent(today).requests;
        }
    }
    return requests;
}

QJsonObject freeQuota(const Visit &visit, std::size_t account)
{
    const auto used = freeRequestsToday(visit, account);
    return {{u"used"_s, used}, {u"limit"_s, FreeRequestsADay},
        {u"remaining"_s, qMax<qint64>(0, FreeRequestsADay - used)}};
}

qint64 microsThisMonth(const Visit &visit, const WorkspacePlan &workspace)
{
    const auto today = visit.now.date();
    const Stretch month{slotOf(QDate(today.year(), today.month(), 1)), slotsUntil(visit.now)};
    qint64 micros = 0;
    for (const auto &key : visit.world.keys()) {
        if (key.account().place == Place::OpenRouter && &key.workspace() == &workspace)
            micros += key.spent(month).micros;
    }
    return micros;
}

//! The tightest budget layer of a key. Real answers may have it under this name or not at all.
QJsonObject effectiveBudget(const Visit &visit, const WorkspacePlan &workspace)
{
    const auto limit = *workspace.monthlyBudget * qint64(1'000'000);
    const auto spent = microsThisMonth(visit, workspace);
    const auto today = visit.now.date();
    const auto next = QDate(today.year(), today.month(), 1).addMonths(1);
    return {
        {u"scope"_s, u"workspace"_s},
        {u"limit_usd"_s, dollars(limit)},
        {u"spend_usd"_s, dollars(spent)},
        {u"remaining_usd"_s, dollars(limit - spent)},
        {u"reset_interval"_s, u"monthly"_s},
        {u"resets_at"_s, utcText(next.startOfDay(Qt::UTC))},
        {u"include_byok"_s, false},
        {u"guardrail_id"_s, QJsonValue::Null},
        {u"budget_id"_s,
            QUuid::createUuidV5(QUuid(workspace.id), u"budget"_s).toString(QUuid::WithoutBraces)},
    };
}

QJsonValue organizationOf(const Key &key)
{
    const auto &organization = key.account().organization;
    return organization.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(organization);
}

} // namespace

Answer currentKey(const Visit &visit, const Key &key)
{
    auto data = usageAndLimits(key, visit.now);
    data[u"is_free_tier"_s] = false;
    data[u"is_management_key"_s] = key.plan.management;
    data[u"is_provisioning_key"_s] = key.plan.management;
    data[u"organization_id"_s] = organizationOf(key);
    data[u"allowed_data_regions"_s] = QJsonArray{key.plan.europeOnly ? u"europe"_s : u"global"_s};
    data[u"free_model_daily_requests"_s] = freeQuota(visit, key.plan.account);
    data[u"rate_limit"_s]
        = QJsonObject{{u"requests"_s, -1}, {u"interval"_s, u"10s"_s}, {u"note"_s, u"no longer used"_s}};
    if (key.plan.tellsBudget)
        data[u"effective_budget"_s] = effectiveBudget(visit, key.workspace());
    return jsonAnswer({{u"data"_s, data}});
}

} // namespace tollkeeper::simulator::openrouter
