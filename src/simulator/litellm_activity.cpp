// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calendar.h"
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/litellm_parts.h"
#include "simulator/request_rows.h"

#include <QJsonArray>

#include <functional>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::litellm {
namespace {

struct Metrics {
    Figures figures = {};
    qint64 failed = 0;

    Metrics &operator+=(const Metrics &other)
    {
        figures += other.figures;
        failed += other.failed;
        return *this;
    }
};

//! What one key did with one model on a day: the grain the proxy stores, and pages by.
struct Grain {
    QDate day = {};
    const Key *key = nullptr;
    const SpendSeries *series = nullptr;
    Stretch stretch = {};
};

using ByKey = std::map<QString, Metrics>; // by alias and hash, "web/1a2b…"

struct Group {
    Metrics all = {};
    ByKey keys = {};

    void add(const QString &key, const Metrics &metrics)
    {
        all += metrics;
        keys[key] += metrics;
    }
};

struct Day {
    Group sum = {};
    std::map<QString, Group> models = {};
    std::map<QString, Group> providers = {};
};

QJsonObject metricsRow(const Metrics &metrics)
{
    const auto &figures = metrics.figures;
    return {{u"spend"_s, dollars(figures.micros)}, {u"prompt_tokens"_s, figures.promptTokens},
        {u"completion_tokens"_s, figures.completionTokens},
        {u"cache_read_input_tokens"_s, figures.cacheReadTokens},
        {u"cache_creation_input_tokens"_s, figures.cacheWriteTokens},
        {u"total_tokens"_s, figures.promptTokens + figures.completionTokens},
        {u"successful_requests"_s, figures.requests}, {u"failed_requests"_s, metrics.failed},
        {u"api_requests"_s, figures.requests + metrics.failed}};
}

QJsonObject keyRows(const ByKey &keys)
{
    QJsonObject rows;
    for (const auto &[name, metrics] : keys) {
        const QJsonObject metadata{
            {u"key_alias"_s, name.section(u'/', 0, 0)}, {u"team_id"_s, QJsonValue::Null}};
        rows[name.section(u'/', 1)]
            = QJsonObject{{u"metrics"_s, metricsRow(metrics)}, {u"metadata"_s, metadata}};
    }
    return rows;
}

QJsonObject groupRows(const std::map<QString, Group> &groups)
{
    QJsonObject rows;
    for (const auto &[name, group] : groups) {
        rows[name] = QJsonObject{{u"metrics"_s, metricsRow(group.all)}, {u"metadata"_s, QJsonObject()},
            {u"api_key_breakdown"_s, keyRows(group.keys)}};
    }
    return rows;
}

QJsonObject dayRow(const QDate &date, const Day &day)
{
    const auto models = groupRows(day.models);
    const QJsonObject breakdown{{u"models"_s, models}, {u"model_groups"_s, models},
        {u"mcp_servers"_s, QJsonObject()}, {u"providers"_s, groupRows(day.providers)},
        {u"api_keys"_s, keyRows(day.sum.keys)}, {u"entities"_s, QJsonObject()}};
    return {{u"date"_s, date.toString(Qt::ISODate)}, {u"metrics"_s, metricsRow(day.sum.all)},
        {u"breakdown"_s, breakdown}};
}

//! Newest day first.
std::vector<Grain> grains(
    const std::vector<const Key *> &keys, const QDate &first, const QDate &last, Slot now)
{
    std::vector<Grain> all;
    for (auto day = last; day >= first; day = day.addDays(-1)) {
        const Stretch stretch{qMin(slotOf(day), now), qMin(slotOf(day.addDays(1)), now)};
        for (const auto *key : keys) {
            for (const auto &series : key->series) {
                if (series.until(stretch.to).requests > series.until(stretch.from).requests)
                    all.push_back({day, key, &series, stretch});
            }
        }
    }
    return all;
}

Metrics metricsOf(const Grain &grain)
{
    Metrics metrics{
        .figures = grain.series->until(grain.stretch.to) - grain.series->until(grain.stretch.from)};
    for (auto slot = grain.stretch.from; slot < grain.stretch.to; ++slot)
        metrics.failed += failuresIn(*grain.series, slot);
    return metrics;
}

struct Page {
    qint64 number = 1;
    qint64 size = 50;
};

std::optional<Page> pageAsked(const Asked &asked)
{
    bool numberReadable = true;
    bool sizeReadable = true;
    const Page page{asked.parameter(u"page"_s).value_or(u"1"_s).toLongLong(&numberReadable),
        asked.parameter(u"page_size"_s).value_or(u"50"_s).toLongLong(&sizeReadable)};
    const bool inRange = page.number >= 1 && page.number <= 1'000'000 && page.size >= 1 && page.size <= 1000;
    return numberReadable && sizeReadable && inRange ? std::optional(page) : std::nullopt;
}

QJsonObject totalsRow(const Metrics &metrics)
{
    QJsonObject totals;
    const auto row = metricsRow(metrics);
    for (const auto &name : row.keys())
        totals[u"total_"_s + name] = row[name];
    return totals;
}

//! The page's grains, summed by day. A day that lies across two pages is in both of them.
QJsonObject activityPage(const std::vector<Grain> &all, const Page &page)
{
    std::map<QDate, Day, std::greater<>> days; // newest first
    Metrics total;
    const auto count = std::ssize(all);
    const auto end = qMin(page.number * page.size, count);
    for (auto at = (page.number - 1) * page.size; at < end; ++at) {
        const auto &grain = all[static_cast<std::size_t>(at)];
        const auto metrics = metricsOf(grain);
        const auto name = grain.key->plan.name + u'/' + grain.key->hash;
        auto &day = days[grain.day];
        day.sum.add(name, metrics);
        day.models[models()[grain.series->spec().model].name].add(name, metrics);
        day.providers[grain.series->spec().provider].add(name, metrics);
        total += metrics;
    }
    QJsonArray results;
    for (const auto &[date, day] : days)
        results.append(dayRow(date, day));
    auto metadata = totalsRow(total);
    metadata[u"page"_s] = page.number;
    metadata[u"total_pages"_s] = (count + page.size - 1) / page.size;
    metadata[u"has_more"_s] = end < count;
    return {{u"results"_s, results}, {u"metadata"_s, metadata}};
}

} // namespace

Answer dailyActivity(const Visit &visit, const Key &asker)
{
    const auto first = dayAsked(visit.asked, u"start_date"_s, {});
    const auto last = dayAsked(visit.asked, u"end_date"_s, {});
    if (!first || !last || !first->isValid() || !last->isValid())
        return jsonAnswer(
            {{u"detail"_s, QJsonObject{{u"error"_s, u"Please provide start_date and end_date"_s}}}}, 400);
    const auto page = pageAsked(visit.asked);
    if (!page)
        return unreadable(u"page_size"_s);
    auto keys = visibleTo(visit, asker);
    if (const auto hash = visit.asked.parameter(u"api_key"_s))
        std::erase_if(keys, [&](const Key *key) { return key->hash != *hash; });
    const auto from = qMax(*first, FirstDay);
    const auto to = qMin(*last, visit.now.date());
    return jsonAnswer(activityPage(grains(keys, from, to, slotsUntil(visit.now)), *page));
}

} // namespace tollkeeper::simulator::litellm
