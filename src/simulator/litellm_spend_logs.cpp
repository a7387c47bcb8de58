// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calendar.h"
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/json_row.h"
#include "simulator/litellm_parts.h"
#include "simulator/request_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::litellm {
namespace {

QByteArray momentText(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray rowText(const Key &key, const RequestRow &row)
{
    const auto &figures = row.figures;
    const auto firstToken = row.momentMs + row.firstTokenMs.value_or(row.totalMs);
    JsonRow json;
    json.text("request_id", row.id).text("call_type", "acompletion").text("api_key", key.hash.toLatin1());
    json.amount("spend", figures.micros)
        .count("total_tokens", figures.promptTokens + figures.completionTokens);
    json.count("prompt_tokens", figures.promptTokens).count("completion_tokens", figures.completionTokens);
    json.text("startTime", momentText(row.momentMs)).text("endTime", momentText(row.momentMs + row.totalMs));
    json.text("completionStartTime", momentText(firstToken));
    json.text("model", models()[row.servedModel].name.toLatin1());
    json.text("model_group", models()[row.requestedModel].name.toLatin1());
    json.text("custom_llm_provider", row.provider.toLatin1()).text("user", key.plan.owner.toLatin1());
    json.json("metadata", "{}").text("cache_hit", "False").json("request_tags", "[]").json("team_id", "null");
    json.text("status", row.outcome == RequestOutcome::Failed ? "failure" : "success");
    return '{' + json.members() + '}';
}

using Found = std::pair<const Key *, RequestRow>;

//! Newest first.
Answer rowsAnswer(std::vector<Found> rows)
{
    std::ranges::sort(rows, std::ranges::greater(),
        [](const Found &found) { return std::tie(found.second.momentMs, found.second.id); });
    QByteArray text;
    for (const auto &[key, row] : rows)
        text += (text.isEmpty() ? "" : ",") + rowText(*key, row);
    return {.body = '[' + text + ']'};
}

Answer rowsBetween(const std::vector<const Key *> &keys, const Stretch &stretch)
{
    std::vector<Found> rows;
    for (const auto *key : keys) {
        for (auto slot = stretch.from; slot < stretch.to; ++slot) {
            for (auto &row : requestsIn(*key, slot))
                rows.emplace_back(key, std::move(row));
        }
    }
    return rowsAnswer(std::move(rows));
}

Answer rowOfId(const Visit &visit, const std::vector<const Key *> &keys, const QByteArray &id)
{
    const auto ended = startOf(slotsUntil(visit.now)).toMSecsSinceEpoch();
    const auto found = findRequest(visit.world, Place::LiteLlm, id);
    if (!found || std::ranges::find(keys, found->key) == keys.end() || found->row.momentMs >= ended)
        return rowsAnswer({});
    return rowsAnswer({{found->key, found->row}});
}

//! One day's sums; nothing for a day without a request.
std::optional<QJsonObject> dayRow(const std::vector<const Key *> &keys, const Stretch &day)
{
    QJsonObject row{{u"startTime"_s, dayOf(day.from).toString(Qt::ISODate)}};
    std::map<QString, qint64> users;
    std::map<QString, qint64> byModel;
    Figures sum;
    for (const auto *key : keys) {
        const auto spent = key->spent(day);
        sum += spent;
        users[key->plan.owner] += spent.micros;
        row[key->hash] = dollars(spent.micros);
        for (const auto &series : key->series)
            byModel[models()[series.spec().model].name]
                += (series.until(day.to) - series.until(day.from)).micros;
    }
    const auto amounts = [](const std::map<QString, qint64> &sums) {
        QJsonObject object;
        for (const auto &[name, micros] : sums)
            object[name] = dollars(micros);
        return object;
    };
    if (sum.requests == 0)
        return std::nullopt;
    row[u"spend"_s] = dollars(sum.micros);
    row[u"users"_s] = amounts(users);
    row[u"models"_s] = amounts(byModel);
    return row;
}

Answer daysBetween(const std::vector<const Key *> &keys, const Stretch &stretch)
{
    QJsonArray days;
    for (auto from = stretch.from; from < stretch.to;) {
        const auto to = qMin(stretch.to, (from / SlotsPerDay + 1) * SlotsPerDay);
        if (const auto row = dayRow(keys, {from, to}))
            days.append(*row);
        from = to;
    }
    return {.body = QJsonDocument(days).toJson(QJsonDocument::Compact)};
}

} // namespace

Answer spendLogs(const Visit &visit, const Key &asker)
{
    auto keys = visibleTo(visit, asker);
    if (const auto wish = visit.asked.parameter(u"api_key"_s)) {
        std::erase_if(keys,
            [&](const Key *key) { return key->hash != *wish && QString::fromLatin1(key->text) != *wish; });
    }
    if (const auto id = visit.asked.parameter(u"request_id"_s))
        return rowOfId(visit, keys, id->toLatin1());
    const auto now = slotsUntil(visit.now);
    const auto first = dayAsked(visit.asked, u"start_date"_s, {});
    const auto last = dayAsked(visit.asked, u"end_date"_s, {});
    if (!first || !last)
        return unreadable(first ? u"end_date"_s : u"start_date"_s);
    if (!first->isValid() || !last->isValid())
        return rowsBetween(keys, {0, now});
    // The proxy compares with the midnight the last day begins at, so that day is left out.
    const auto from = qMin(slotOf(*first), now);
    const Stretch stretch{from, qMax(from, qMin(slotOf(*last), now))};
    const bool summed = visit.asked.parameter(u"summarize"_s).value_or(QString()) != u"false"_s;
    return summed ? daysBetween(keys, stretch) : rowsBetween(keys, stretch);
}

} // namespace tollkeeper::simulator::litellm
