// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/json_row.h"
#include "simulator/openrouter_parts.h"

#include <QUuid>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

constexpr int DaysKept = 30;

struct Days {
    QDate first;
    QDate last;
};

//! What a row stands for besides its day; no workspace unless the rows are split by it.
struct Endpoint {
    const WorkspacePlan *workspace = nullptr;
    std::size_t model = 0;
    QString provider = {};

    friend bool operator<(const Endpoint &a, const Endpoint &b)
    {
        return std::tie(a.workspace, a.model, a.provider) < std::tie(b.workspace, b.model, b.provider);
    }
};

struct Question {
    Days days;
    std::vector<const Key *> keys;
    bool byWorkspace = false;
};

//! The day asked for, or all that are kept; nullopt for a day that is not.
std::optional<Days> daysAsked(const Visit &visit)
{
    const auto today = visit.now.date();
    const Days kept{today.addDays(-DaysKept), today.addDays(-1)};
    const auto text = visit.asked.parameter(u"date"_s);
    if (!text)
        return kept;
    const auto day = QDate::fromString(*text, u"yyyy-MM-dd"_s);
    if (!day.isValid() || day < kept.first || day > kept.last)
        return std::nullopt;
    return Days{day, day};
}

std::map<Endpoint, Figures> spentByEndpoint(const Question &question, const QDate &day)
{
    std::map<Endpoint, Figures> sums;
    const Stretch stretch{slotOf(day), slotOf(day.addDays(1))};
    for (const auto *key : question.keys) {
        const auto *workspace = question.byWorkspace ? &key->workspace() : nullptr;
        for (const auto &series : key->series)
            sums[{workspace, series.spec().model, series.spec().provider}] += series.spent(stretch);
    }
    return sums;
}

//! What the rows of an endpoint have in common.
QByteArray endpointMembers(const Endpoint &endpoint)
{
    const auto &model = models()[endpoint.model];
    JsonRow row;
    row.text("model", model.openRouterId().toLatin1());
    row.text("model_permaslug", model.permaslug().toLatin1());
    row.text("endpoint_id", endpointId(endpoint.model, endpoint.provider).toLatin1());
    row.text("provider_name", endpoint.provider.toLatin1());
    if (endpoint.workspace)
        row.text("workspace_id", endpoint.workspace->id.toLatin1());
    return row.members();
}

QByteArray activityRow(const QByteArray &day, const QByteArray &endpoint, const Figures &figures)
{
    JsonRow row;
    row.text("date", day).amount("usage", figures.micros).amount("byok_usage_inference", figures.byokMicros);
    row.count("requests", figures.requests).count("prompt_tokens", figures.promptTokens);
    row.count("completion_tokens", figures.completionTokens);
    row.count("reasoning_tokens", figures.reasoningTokens);
    return '{' + row.members() + ',' + endpoint + '}';
}

//! All rows, newest day first.
QByteArray activityRows(const Question &question)
{
    std::map<Endpoint, QByteArray> endpoints;
    QByteArray rows;
    for (auto day = question.days.last; day >= question.days.first; day = day.addDays(-1)) {
        const auto text = day.toString(Qt::ISODate).toLatin1();
        for (const auto &[endpoint, figures] : spentByEndpoint(question, day)) {
            if (figures.requests == 0)
                continue;
            auto &members = endpoints[endpoint];
            if (members.isEmpty())
                members = endpointMembers(endpoint);
            rows += (rows.isEmpty() ? "" : ",") + activityRow(text, members, figures);
        }
    }
    return rows;
}

} // namespace

QString endpointId(std::size_t model, const QString &provider)
{
    return QUuid::createUuidV5(QUuid(), models()[model].name + provider).toString(QUuid::WithoutBraces);
}

Answer activity(const Visit &visit, const Key &manager)
{
    const auto days = daysAsked(visit);
    if (!days)
        return refused(400, u"date must be one of the last 30 completed UTC days"_s);
    const auto group = visit.asked.parameter(u"group_by"_s);
    if (group && *group != u"workspace"_s)
        return refused(400, u"group_by knows workspace only"_s);
    Question question{*days, visit.world.managed(manager.plan.account).keys, group.has_value()};
    if (const auto hash = visit.asked.parameter(u"api_key_hash"_s)) {
        std::erase_if(question.keys, [&](const Key *key) { return key->hash != *hash; });
        if (question.keys.empty())
            return refused(404, u"no key has this hash"_s);
    }
    if (const auto asked = workspaceAsked(visit, manager); asked.given) {
        if (!asked.workspace)
            return refused(404, u"no workspace of this account has this id"_s);
        std::erase_if(question.keys, [&](const Key *key) { return &key->workspace() != asked.workspace; });
    }
    return {.body = "{\"data\":[" + activityRows(question) + "]}"};
}

} // namespace tollkeeper::simulator::openrouter
