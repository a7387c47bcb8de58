// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_query.h"

#include "base/clock.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::analytics {
namespace {

constexpr int MostDimensions = 2;
constexpr int MostFilters = 20;
constexpr int MostRows = 10'000;
constexpr int DaysKept = 365;
constexpr int RecentDays = 31;
constexpr qint64 MinuteSpan = 10'800; // three hours in seconds

using Problem = std::optional<QString>;

template<typename Terms>
auto termNamed(const Terms &terms, const QJsonValue &name) -> decltype(&*terms.begin())
{
    const auto text = name.toString().toUtf8();
    const auto found = std::ranges::find_if(terms, [&text](const auto &term) { return term.name == text; });
    return found == terms.end() ? nullptr : &*found;
}

void noteDimension(Query &query, const DimensionTerm &term)
{
    query.recent = query.recent || term.recent;
    query.byGeneration = query.byGeneration || term.dimension == Dimension::Generation;
}

Problem readMetrics(Query &query, const QJsonObject &body)
{
    for (const auto &name : body[u"metrics"_s].toArray()) {
        const auto *metric = termNamed(metrics(), name);
        if (!metric)
            return u"Unknown metric: "_s + name.toString();
        query.metrics.push_back(metric);
        query.recent = query.recent || metric->recent;
    }
    return query.metrics.empty() ? Problem(u"At least one metric is needed"_s) : std::nullopt;
}

Problem readDimensions(Query &query, const QJsonObject &body)
{
    const auto names = body[u"dimensions"_s].toArray();
    if (names.size() > MostDimensions)
        return u"At most 2 dimensions are possible"_s;
    for (const auto &name : names) {
        const auto *dimension = termNamed(dimensions(), name);
        if (!dimension)
            return u"Unknown dimension: "_s + name.toString();
        query.dimensions.push_back(dimension);
        noteDimension(query, *dimension);
    }
    return std::nullopt;
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

//! A key's hash stands for its number; a hash of nobody stands for nothing and is told.
QString keyNumber(Query &query, const QString &value, const std::vector<const Key *> &keys)
{
    if (value.size() != 64)
        return value;
    const auto found = std::ranges::find(keys, value, &Key::hash);
    if (found != keys.end())
        return QString::number((*found)->number);
    query.warnings.append(u"api_key_id "_s + value.left(8) + u" could not be resolved"_s);
    return {};
}

Problem readFilter(Query &query, const QJsonObject &wish, const std::vector<const Key *> &keys)
{
    const auto *dimension = termNamed(dimensions(), wish[u"field"_s]);
    const auto *operation = termNamed(operators(), wish[u"operator"_s]);
    if (!dimension || !operation)
        return u"A filter has an unknown field or operator"_s;
    if (wish[u"include_unset"_s].toBool())
        return u"Dimension \"%1\" has no unset bucket"_s.arg(QString::fromLatin1(dimension->name));
    const auto value = wish[u"value"_s];
    if (value.isArray() != operation->takesList || value.isUndefined() || value.isNull())
        return u"The value of a filter does not fit its operator"_s;
    Filter filter{dimension->dimension, operation->operation};
    for (const auto &one : value.isArray() ? value.toArray() : QJsonArray{value}) {
        const auto text = textOf(one);
        filter.values.append(filter.dimension == Dimension::ApiKey ? keyNumber(query, text, keys) : text);
    }
    query.filters.push_back(std::move(filter));
    noteDimension(query, *dimension);
    return std::nullopt;
}

Problem readFilters(Query &query, const QJsonObject &body, const std::vector<const Key *> &keys)
{
    const auto wishes = body[u"filters"_s].toArray();
    if (wishes.size() > MostFilters)
        return u"At most 20 filters are possible"_s;
    for (const auto &wish : wishes) {
        if (auto problem = readFilter(query, wish.toObject(), keys))
            return problem;
    }
    return std::nullopt;
}

Problem readTime(Query &query, const QJsonObject &body, const QDateTime &now)
{
    if (const auto name = body[u"granularity"_s]; !name.isUndefined()) {
        query.granularity = termNamed(granularities(), name);
        if (!query.granularity)
            return u"Unknown granularity: "_s + name.toString();
    }
    const bool byMinute = query.granularity && query.granularity->granularity == Granularity::Minute;
    query.recent = query.recent || byMinute;
    query.start = now.addDays(-7);
    query.end = now;
    if (const auto range = body[u"time_range"_s]; !range.isUndefined()) {
        const auto start = parseUtc(range[u"start"_s].toString());
        const auto end = parseUtc(range[u"end"_s].toString());
        if (!start || !end || *start >= *end)
            return u"time_range needs a start before its end"_s;
        query.start = *start;
        query.end = *end;
    } else if (byMinute) {
        query.start = now.addSecs(-MinuteSpan);
    }
    if (byMinute && query.start.secsTo(query.end) > MinuteSpan)
        return u"Minutes are possible over at most 3 hours"_s;
    if (query.start.addDays(query.recent ? RecentDays : DaysKept) < query.end)
        return u"The time range is too long for these metrics and dimensions"_s;
    return std::nullopt;
}

std::optional<Order> orderBy(const Query &query, const QString &field)
{
    if (field == u"date"_s)
        return query.granularity ? std::optional(Order{}) : std::nullopt;
    for (std::size_t at = 0; at < query.dimensions.size(); ++at) {
        if (query.dimensions[at]->name == field.toUtf8())
            return Order{.by = Order::By::Dimension, .dimension = at};
    }
    const auto *metric = termNamed(metrics(), field);
    const bool asked = metric && std::ranges::find(query.metrics, metric) != query.metrics.end();
    if (!asked && field != u"request_count"_s)
        return std::nullopt;
    return Order{.by = Order::By::Metric, .metric = metric};
}

Problem readOrder(Query &query, const QJsonObject &body)
{
    const auto wish = body[u"order_by"_s];
    if (wish.isUndefined())
        return std::nullopt;
    const auto direction = wish[u"direction"_s].toString();
    query.order = orderBy(query, wish[u"field"_s].toString());
    if (!query.order || (direction != u"asc"_s && direction != u"desc"_s))
        return u"order_by needs something that was asked for, asc or desc"_s;
    query.order->ascending = direction == u"asc"_s;
    return std::nullopt;
}

//! A whole number from 1 to 10000; nullopt for anything else.
std::optional<int> rowLimit(const QJsonValue &value)
{
    const auto number = value.toDouble();
    const auto whole = value.toInt();
    return whole == number && whole >= 1 && whole <= MostRows ? std::optional(whole) : std::nullopt;
}

Problem readLimits(Query &query, const QJsonObject &body)
{
    if (const auto wish = body[u"limit"_s]; !wish.isUndefined()) {
        const auto limit = rowLimit(wish);
        if (!limit)
            return u"limit must be a whole number from 1 to 10000"_s;
        query.limit = *limit;
    }
    if (const auto wish = body[u"group_limit"_s]; !wish.isUndefined()) {
        query.groupLimit = rowLimit(wish);
        if (!query.groupLimit)
            return u"group_limit must be a whole number from 1 to 10000"_s;
    }
    return std::nullopt;
}

} // namespace

bool Filter::admits(const QString &id) const
{
    switch (operation) {
    case Operator::Equal:
    case Operator::In:
        return values.contains(id);
    case Operator::NotEqual:
    case Operator::NotIn:
        return !values.contains(id);
    case Operator::Greater:
        return id > values.first();
    case Operator::GreaterOrEqual:
        return id >= values.first();
    case Operator::Less:
        return id < values.first();
    case Operator::LessOrEqual:
        return id <= values.first();
    }
    Q_UNREACHABLE();
}

bool Query::admits(const Origin &origin) const
{
    return std::ranges::all_of(filters, [&origin](const Filter &filter) {
        const bool skipped = filter.dimension == Dimension::Generation && origin.generation.isEmpty();
        return skipped || filter.admits(idOf(filter.dimension, origin));
    });
}

Stretch Query::stretch(const QDateTime &now) const
{
    const auto kept = recent ? slotFrom(now.addDays(-RecentDays)) : slotOf(now.date().addDays(-DaysKept));
    const auto over = slotsUntil(now);
    const auto from = qMin(qMax(slotFrom(start), kept), over);
    return {from, qBound(from, slotFrom(end), over)};
}

tl::expected<Query, QString> queryFrom(
    const QJsonObject &body, const std::vector<const Key *> &keys, const QDateTime &now)
{
    Query query;
    auto problem = readMetrics(query, body);
    if (!problem)
        problem = readDimensions(query, body);
    if (!problem)
        problem = readFilters(query, body, keys);
    if (!problem)
        problem = readTime(query, body, now);
    if (!problem)
        problem = readOrder(query, body);
    if (!problem)
        problem = readLimits(query, body);
    if (problem)
        return tl::unexpected(*problem);
    return query;
}

} // namespace tollkeeper::simulator::analytics
