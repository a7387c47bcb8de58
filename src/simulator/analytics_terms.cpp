// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_terms.h"

#include "simulator/catalogue.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::analytics {
namespace {

constexpr qint64 Nanos = 1000; // in a micro-dollar

qint64 nothing(const Cell & /*cell*/)
{
    return 0;
}

qint64 cacheHitRate(const Cell &cell)
{
    const auto prompt = cell.figures.promptTokens;
    return prompt == 0 ? 0 : cell.figures.cacheReadTokens * 1'000'000 / prompt * 1000;
}

std::vector<Metric> counts()
{
    return {
        {"request_count", "Request Count", Writing::CountText, false,
            [](const Cell &cell) { return cell.figures.requests; }},
        {"tokens_total", "Total Tokens", Writing::CountText, false,
            [](const Cell &cell) { return cell.figures.promptTokens + cell.figures.completionTokens; }},
        {"tokens_prompt", "Prompt Tokens", Writing::CountText, false,
            [](const Cell &cell) { return cell.figures.promptTokens; }},
        {"tokens_completion", "Completion Tokens", Writing::CountText, false,
            [](const Cell &cell) { return cell.figures.completionTokens; }},
        {"reasoning_tokens", "Reasoning Tokens", Writing::CountText, false,
            [](const Cell &cell) { return cell.figures.reasoningTokens; }},
        {"cached_tokens", "Cached Tokens", Writing::CountText, false,
            [](const Cell &cell) { return cell.figures.cacheReadTokens; }},
        {"byok_request_count", "BYOK Requests", Writing::CountText, false,
            [](const Cell &cell) { return cell.byokRequests; }},
        {"cache_hit_rate", "Cache Hit Rate", Writing::Share, false, cacheHitRate},
    };
}

std::vector<Metric> costs()
{
    const auto credits = [](const Cell &cell) { return cell.figures.micros * Nanos; };
    return {
        {"total_usage", "Total Usage", Writing::Cost, false,
            [](const Cell &cell) { return (cell.figures.micros + cell.figures.byokMicros) * Nanos; }},
        {"credits_usage", "Credits Usage", Writing::Cost, false, credits},
        {"byok_usage", "BYOK Usage", Writing::Cost, false,
            [](const Cell &cell) { return cell.figures.byokMicros * Nanos; }},
        {"openrouter_usage", "OpenRouter Usage", Writing::Cost, true, credits},
        {"byok_fees", "BYOK Fees", Writing::CostPart, true, nothing},
        {"usage_upstream", "Upstream", Writing::CostPart, false,
            [](const Cell &cell) { return (cell.figures.micros - cell.figures.webMicros) * Nanos; }},
        {"usage_cache", "Cache", Writing::CostPart, false, [](const Cell &cell) { return cell.cacheNanos; }},
        {"usage_data", "Data Logging", Writing::CostPart, false, nothing},
        {"usage_web", "Web Search", Writing::CostPart, false,
            [](const Cell &cell) { return cell.figures.webMicros * Nanos; }},
        {"usage_file", "File Processing", Writing::CostPart, true, nothing},
        {"usage_web_fetch", "Web Fetch", Writing::CostPart, true, nothing},
    };
}

std::vector<Metric> allMetrics()
{
    auto all = counts();
    for (auto &metric : costs())
        all.push_back(std::move(metric));
    return all;
}

} // namespace

void Cell::add(const SeriesSpec &series, const Figures &part)
{
    figures += part;
    byokRequests += series.byok ? part.requests : 0;
    cacheNanos += series.byok ? 0 : part.cacheReadTokens * models()[series.model].cacheReadNanos;
}

const std::vector<Metric> &metrics()
{
    static const auto all = allMetrics();
    return all;
}

const std::vector<DimensionTerm> &dimensions()
{
    static const std::vector<DimensionTerm> all{
        {"model", "Model", Dimension::Model},
        {"variant", "Variant", Dimension::Variant},
        {"api_key_id", "API Key", Dimension::ApiKey},
        {"workspace", "Workspace", Dimension::Workspace},
        {"provider", "Provider", Dimension::Provider, true},
        {"generation_id", "Generation", Dimension::Generation, true},
    };
    return all;
}

const std::array<GranularityTerm, 5> &granularities()
{
    static const std::array<GranularityTerm, 5> all{{
        {"minute", "Minute", Granularity::Minute},
        {"hour", "Hour", Granularity::Hour},
        {"day", "Day", Granularity::Day},
        {"week", "Week", Granularity::Week},
        {"month", "Month", Granularity::Month},
    }};
    return all;
}

const std::array<OperatorTerm, 8> &operators()
{
    static const std::array<OperatorTerm, 8> all{{
        {"eq", Operator::Equal},
        {"neq", Operator::NotEqual},
        {"in", Operator::In, true},
        {"not_in", Operator::NotIn, true},
        {"gt", Operator::Greater},
        {"gte", Operator::GreaterOrEqual},
        {"lt", Operator::Less},
        {"lte", Operator::LessOrEqual},
    }};
    return all;
}

QString idOf(Dimension dimension, const Origin &origin)
{
    const auto &series = origin.series.spec();
    switch (dimension) {
    case Dimension::Model:
        return models()[series.model].permaslug();
    case Dimension::Variant:
        return models()[series.model].free ? u"free"_s : u"standard"_s;
    case Dimension::ApiKey:
        return QString::number(origin.key.number);
    case Dimension::Workspace:
        return origin.key.workspace().id;
    case Dimension::Provider:
        return series.provider;
    case Dimension::Generation:
        return QString::fromLatin1(origin.generation);
    }
    Q_UNREACHABLE();
}

QString labelOf(Dimension dimension, const Origin &origin)
{
    if (dimension == Dimension::ApiKey)
        return origin.key.plan.name;
    return dimension == Dimension::Workspace ? origin.key.workspace().name : idOf(dimension, origin);
}

} // namespace tollkeeper::simulator::analytics
