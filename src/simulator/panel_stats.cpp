// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calendar.h"
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_parts.h"
#include "simulator/panel_selection.h"
#include "simulator/torouter_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

//! What `period` asks for where no days are given: today, or the last week or month to the minute.
Stretch periodAsked(const Visit &visit)
{
    const auto period = visit.asked.parameter(u"period"_s).value_or(u"today"_s);
    const auto now = slotsUntil(visit.now);
    if (period == u"week"_s)
        return {slotFrom(visit.now.addDays(-7)), now};
    if (period == u"month"_s)
        return {slotFrom(visit.now.addMonths(-1)), now};
    const Calendar calendar(visit.asked, visit.now);
    return calendar.days(calendar.today(), calendar.today());
}

QJsonObject totals(const Figures &figures)
{
    return {{u"total_requests"_s, figures.requests}, {u"total_input_tokens"_s, freshTokens(figures)},
        {u"total_output_tokens"_s, figures.completionTokens},
        {u"total_cache_tokens"_s, figures.cacheReadTokens + figures.cacheWriteTokens},
        {u"total_cache_creation_tokens"_s, figures.cacheWriteTokens},
        {u"total_cache_read_tokens"_s, figures.cacheReadTokens},
        {u"total_tokens"_s, figures.promptTokens + figures.completionTokens},
        {u"total_cost"_s, dollars(figures.listMicros)}, {u"total_actual_cost"_s, dollars(figures.micros)}};
}

QJsonObject endpointRow(const QString &endpoint, const Figures &figures)
{
    return {{u"endpoint"_s, endpoint}, {u"requests"_s, figures.requests},
        {u"total_tokens"_s, figures.promptTokens + figures.completionTokens},
        {u"cost"_s, dollars(figures.listMicros)}, {u"actual_cost"_s, dollars(figures.micros)}};
}

} // namespace

Answer usageStats(const Visit &visit)
{
    const auto selection = selectionAsked(visit);
    if (!selection)
        return selection.error();
    const bool hasDays = visit.asked.parameter(u"start_date"_s) || visit.asked.parameter(u"end_date"_s);
    const auto stretch = hasDays ? selection->stretch : periodAsked(visit);
    Figures messages;
    Figures completions;
    for (const auto &one : selection->series) {
        const bool isAnthropic = models()[one.series->spec().model].vendor == u"anthropic"_s;
        (isAnthropic ? messages : completions)
            += one.series->until(stretch.to) - one.series->until(stretch.from);
    }
    auto data = totals(messages + completions);
    data[u"average_duration_ms"_s] = torouter::AverageDurationMs;
    data[u"endpoints"_s] = QJsonArray{
        endpointRow(u"/v1/messages"_s, messages), endpointRow(u"/v1/chat/completions"_s, completions)};
    return succeeded(data);
}

} // namespace tollkeeper::simulator::panel
