// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/json_row.h"
#include "simulator/openrouter_parts.h"

#include <QUuid>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

constexpr int DaysKept = 30;

using Endpoint = std::pair<std::size_t, QString>; // model and provider

struct Days {
    QDate first;
    QDate last;
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

std::map<Endpoint, Figures> spentByEndpoint(const std::vector<const Key *> &keys, const QDate &day)
{
    std::map<Endpoint, Figures> sums;
    const Stretch stretch{slotOf(day), slotOf(day.addDays(1))};
    for (const auto *key : keys) {
        for (const auto &series : key->series)
            sums[{series.spec().model, series.spec().provider}]
                += series.until(stretch.to) - series.until(stretch.from);
    }
    return sums;
}

//! What the rows of an endpoint have in common.
QByteArray endpointMembers(const Endpoint &endpoint)
{
    const auto &model = models()[endpoint.first];
    const auto id = QUuid::createUuidV5(QUuid(), model.name + endpoint.second);
    const auto slug = model.openRouterId() + u'-' + model.releaseDate;
    JsonRow row;
    row.text("model", model.openRouterId().toLatin1()).text("model_permaslug", slug.toLatin1());
    row.text("endpoint_id", id.toByteArray(QUuid::WithoutBraces));
    row.text("provider_name", endpoint.second.toLatin1());
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
QByteArray activityRows(const std::vector<const Key *> &keys, const Days &days)
{
    std::map<Endpoint, QByteArray> endpoints;
    QByteArray rows;
    for (auto day = days.last; day >= days.first; day = day.addDays(-1)) {
        const auto text = day.toString(Qt::ISODate).toLatin1();
        for (const auto &[endpoint, figures] : spentByEndpoint(keys, day)) {
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

Answer activity(const Visit &visit)
{
    const auto days = daysAsked(visit);
    if (!days)
        return refused(400, u"date must be one of the last 30 completed UTC days"_s);
    auto keys = visit.world.managedKeys();
    if (const auto hash = visit.asked.parameter(u"api_key_hash"_s)) {
        std::erase_if(keys, [&](const Key *key) { return key->hash != *hash; });
        if (keys.empty())
            return refused(404, u"no key has this hash"_s);
    }
    return {.body = "{\"data\":[" + activityRows(keys, *days) + "]}"};
}

} // namespace tollkeeper::simulator::openrouter
