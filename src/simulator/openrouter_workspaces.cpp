// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/openrouter_parts.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

QJsonObject workspaceRow(const WorkspacePlan &workspace)
{
    const auto guardrail = QUuid::createUuidV5(QUuid(workspace.id), u"guardrail"_s);
    QJsonObject row{
        {u"id"_s, workspace.id},
        {u"slug"_s, workspace.slug},
        {u"name"_s, workspace.name},
        {u"default_guardrail_id"_s, guardrail.toString(QUuid::WithoutBraces)},
        {u"is_observability_io_logging_enabled"_s, false},
        {u"is_observability_broadcast_enabled"_s, false},
        {u"is_data_discount_logging_enabled"_s, false},
        {u"include_byok_in_budgets"_s, false},
        {u"io_logging_sampling_rate"_s, 1},
        {u"disabled_server_tools"_s, QJsonArray()},
        {u"created_by"_s, u"user_halden"_s},
        {u"created_at"_s, workspace.created},
    };
    for (const auto &none : {u"description"_s, u"default_text_model"_s, u"default_image_model"_s,
             u"default_provider_sort"_s, u"io_logging_api_key_ids"_s, u"updated_at"_s})
        row[none] = QJsonValue::Null;
    return row;
}

} // namespace

WorkspaceAsked workspaceAsked(const Visit &visit, const Key &manager)
{
    const auto id = visit.asked.parameter(u"workspace_id"_s);
    if (!id)
        return {};
    const auto all = workspacesOf(manager.plan.account);
    const auto found = std::ranges::find(all, *id, &WorkspacePlan::id);
    return {true, found == all.end() ? nullptr : *found};
}

std::optional<int> numberAsked(const Visit &visit, const QString &name, int least, int most, int fallback)
{
    const auto text = visit.asked.parameter(name);
    if (!text)
        return fallback;
    bool readable = false;
    const auto number = text->toInt(&readable);
    return readable && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

Answer listWorkspaces(const Visit &visit, const Key &manager)
{
    const auto offset = numberAsked(visit, u"offset"_s, 0, 1'000'000, 0);
    const auto limit = numberAsked(visit, u"limit"_s, 1, 100, 50);
    if (!offset || !limit)
        return refused(400, u"offset and limit must be whole numbers, limit from 1 to 100"_s);
    const auto all = workspacesOf(manager.plan.account);
    QJsonArray page;
    for (auto at = static_cast<std::size_t>(*offset); at < all.size() && page.size() < *limit; ++at)
        page.append(workspaceRow(*all[at]));
    return jsonAnswer({{u"data"_s, page}, {u"total_count"_s, static_cast<qint64>(all.size())}});
}

} // namespace tollkeeper::simulator::openrouter
