// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_rows.h"

#include "simulator/catalogue.h"
#include "simulator/request_amounts.h"
#include "simulator/request_draws.h"
#include "simulator/request_ids.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

constexpr qint64 SlotMs = qint64(SecondsPerSlot) * 1000;
//! Failed requests draw as rows from here on, so that they change nothing for the billed ones.
constexpr std::size_t FirstFailed = 100'000;

//! Where a gateway moves on to another model by itself.
bool changesModels(Place place)
{
    return place == Place::OpenRouter || place == Place::LiteLlm;
}

QString otherProvider(const QString &provider, qint64 draw)
{
    static const std::array others{u"Azure"_s, u"Together"_s, u"Fireworks"_s};
    return provider.isEmpty() ? QString() : others.at(static_cast<std::size_t>(draw));
}

int failedStatus(const Draws &draws, std::size_t row)
{
    constexpr std::array Statuses{429, 502, 503, 504, 400};
    return Statuses.at(static_cast<std::size_t>(draws.between(0, 4, row, Draws::FailedStatus)));
}

//! What was asked for and what was tried before the answer.
void addAttempts(RequestRow &row, std::size_t at, Place place, const Draws &draws)
{
    if (changesModels(place) && draws.hits(20, at, Draws::OtherModel)) {
        const auto all = static_cast<qint64>(models().size());
        const auto step = draws.between(1, all - 1, at, Draws::OtherModel);
        row.requestedModel = (row.servedModel + static_cast<std::size_t>(step)) % models().size();
    }
    if (row.requestedModel != row.servedModel || draws.hits(40, at, Draws::Retried)) {
        const auto other = otherProvider(row.provider, draws.between(0, 2, at, Draws::OtherProvider));
        const auto status = draws.hits(500, at, Draws::FailedStatus) ? 429 : 503;
        row.attempts.push_back({other, row.requestedModel, status});
    }
    row.attempts.push_back({row.provider, row.servedModel, row.status});
}

void addTimes(RequestRow &row, std::size_t at, const Draws &draws)
{
    row.stream = row.outcome == RequestOutcome::Incomplete || draws.hits(700, at, Draws::Stream);
    const auto first = static_cast<int>(draws.between(180, 2400, at, Draws::Stream));
    const auto perToken = draws.between(6, 24, at, Draws::Speed);
    row.totalMs = static_cast<int>(qMin<qint64>(first + perToken * row.figures.completionTokens, 2 * SlotMs));
    if (row.stream && row.outcome != RequestOutcome::Failed)
        row.firstTokenMs = first;
}

//! What every row has that its slot and its place in it decide.
RequestRow blankRow(const Key &key, const SpendSeries &series, Slot slot, std::size_t at, const Draws &draws)
{
    const auto begin = startOf(slot).toMSecsSinceEpoch();
    RequestRow row{.momentMs = begin + draws.between(0, SlotMs - 1, at, Draws::Moment),
        .requestedModel = series.spec().model,
        .servedModel = series.spec().model,
        .provider = series.spec().provider};
    row.id = requestId(key.account().place, row.momentMs, draws.letters(at));
    return row;
}

std::size_t billedCount(const Figures &figures)
{
    return static_cast<std::size_t>(qMax<qint64>(1, figures.requests));
}

std::vector<RequestRow> billedRows(
    const Key &key, const SpendSeries &series, Slot slot, const Figures &figures, const Draws &draws)
{
    std::vector<RequestRow> rows;
    const auto count = billedCount(figures);
    for (std::size_t at = 0; at < count; ++at) {
        auto row = blankRow(key, series, slot, at, draws);
        const bool counted = figures.requests > 0;
        row.figures.requests = counted ? 1 : 0;
        if (!counted || draws.hits(10, at, Draws::Broken))
            row.outcome = RequestOutcome::Incomplete;
        rows.push_back(std::move(row));
    }
    shareOut(rows, figures, series, draws);
    for (std::size_t at = 0; at < count; ++at) {
        addAttempts(rows[at], at, key.account().place, draws);
        addTimes(rows[at], at, draws);
    }
    return rows;
}

//! About one request in forty fails; it is nobody's money.
bool fails(const Draws &draws, std::size_t index)
{
    return draws.hits(25, FirstFailed + index, Draws::Failures);
}

void addFailedRows(
    std::vector<RequestRow> &rows, const Key &key, const SpendSeries &series, Slot slot, const Draws &draws)
{
    const auto tried = rows.size();
    for (std::size_t index = 0; index < tried; ++index) {
        const auto at = FirstFailed + index;
        if (!fails(draws, index))
            continue;
        auto row = blankRow(key, series, slot, at, draws);
        row.outcome = RequestOutcome::Failed;
        row.status = failedStatus(draws, at);
        row.attempts.push_back({row.provider, row.servedModel, row.status});
        addTimes(row, at, draws);
        rows.push_back(std::move(row));
    }
}

void sortByMoment(std::vector<RequestRow> &rows)
{
    std::ranges::sort(rows, {}, [](const RequestRow &row) { return std::tie(row.momentMs, row.id); });
}

} // namespace

std::vector<RequestRow> requestsIn(const Key &key, const SpendSeries &series, Slot slot)
{
    if (series.isPosted())
        return series.postedIn(slot);
    const auto figures = series.in(slot);
    if (figures == Figures())
        return {};
    const Draws draws(series, slot);
    auto rows = billedRows(key, series, slot, figures, draws);
    addFailedRows(rows, key, series, slot, draws);
    sortByMoment(rows);
    return rows;
}

std::vector<RequestRow> requestsIn(const Key &key, Slot slot)
{
    std::vector<RequestRow> rows;
    for (const auto &series : key.series) {
        auto some = requestsIn(key, series, slot);
        std::ranges::move(some, std::back_inserter(rows));
    }
    sortByMoment(rows);
    return rows;
}

qint64 failuresIn(const SpendSeries &series, Slot slot)
{
    if (series.isPosted())
        return std::ranges::count(series.postedIn(slot), RequestOutcome::Failed, &RequestRow::outcome);
    const auto figures = series.in(slot);
    if (figures == Figures())
        return 0;
    const Draws draws(series, slot);
    qint64 failures = 0;
    for (std::size_t index = 0; index < billedCount(figures); ++index)
        failures += fails(draws, index) ? 1 : 0;
    return failures;
}

std::optional<FoundRequest> findRequest(const World &world, Place place, const QByteArray &id)
{
    const auto slot = slotOfRequest(place, id);
    if (!slot)
        return std::nullopt;
    for (const auto &key : world.keys()) {
        if (key.account().place != place)
            continue;
        auto rows = requestsIn(key, *slot);
        const auto found = std::ranges::find(rows, id, &RequestRow::id);
        if (found != rows.end())
            return FoundRequest{&key, std::move(*found)};
    }
    return std::nullopt;
}

} // namespace tollkeeper::simulator
