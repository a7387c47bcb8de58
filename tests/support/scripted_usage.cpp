// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_usage.h"

#include "support/scripted_overview.h"
#include "support/scripted_requests.h"
#include "support/scripted_spend.h"

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Newest({2026, 6, 18}, {14, 31, 58, 204}, Qt::UTC);
constexpr int StepMs = 385; // between two rows: 135,795 of them fill the day

QList<UsageRow> matching(const UsageFilter &filter)
{
    QList<UsageRow> rows;
    for (const auto &row : scripted::requests()) {
        if (scripted::matches(row, filter))
            rows.append(row);
    }
    return rows;
}

qint64 countOf(const UsageFilter &filter, qint64 total)
{
    const auto kinds = scripted::requests().size();
    const auto matches = matching(filter).size();
    if (!filter.requestId.isEmpty())
        return matches;
    return matches == kinds ? total : total / kinds * matches;
}

UnitPrice perMillion(const QString &text)
{
    return **unitPricePerMillionFromText(text);
}

UsageSummary summaryOf(const UsageFilter &filter, qint64 rows)
{
    UsageSummary summary;
    summary.requests = rows;
    if (filter.isOfWholeKeys() && filter.keys.isEmpty() && filter.accounts.isEmpty()) {
        summary.spend = scripted::dollars(30941);
        summary.ledgerTotal = scripted::dollars(31299);
        summary.fellBack = std::min<qint64>(rows, 4378);
        summary.failed = std::min<qint64>(rows, 1090);
        summary.incomplete = std::min<qint64>(rows, 112);
    } else {
        summary.spend = Money::fromNanos(rows * 2'330'000);
        for (const auto &row : matching(filter)) {
            summary.fellBack += row.facts.fellBack != FellBack::No ? 1 : 0;
            summary.failed += row.facts.outcome == RequestOutcome::Failed ? 1 : 0;
        }
    }
    summary.succeeded = rows - summary.failed - summary.incomplete;
    if (summary.succeeded > 0)
        summary.costPerSuccess = Money::fromNanos(2'330'000);
    return summary;
}

} // namespace

void ScriptedUsage::reset()
{
    total = 135'795;
    isSilent = false;
    outlineError.reset();
    rowsError.reset();
    tellsTimes = true;
    zone = QTimeZone::utc();
    prefix.clear();
    asked.clear();
    pages.clear();
    views.clear();
    provenanceAsked.clear();
    choicesAsked = 0;
}

Async<UsageOutline> ScriptedUsage::outline(UsageFilter filter)
{
    asked.append(filter);
    UsageOutline outline;
    outline.filter = filter;
    outline.zone = zone;
    outline.rows = countOf(filter, total);
    outline.summary = summaryOf(filter, outline.rows);
    if (outline.rows > 0)
        outline.stretches
            = {{QDateTime(QDate(2026, 6, 18), QTime(0, 0), Qt::UTC), Newest.addMSecs(1), outline.rows}};
    outline.asOf = QDateTime(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC);
    const auto error = outlineError;
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    if (error)
        co_return fail(*error);
    co_return outline;
}

UsageRow ScriptedUsage::row(const UsageFilter &filter, qint64 index) const
{
    const auto kinds = matching(filter);
    auto row = kinds.at(index % kinds.size());
    const auto round = index / kinds.size();
    row.id = total - index;
    if (round > 0) {
        row.facts.startedAt = Newest.addMSecs(-index * StepMs);
        row.facts.requestId = u"gen-%1-row"_s.arg(index);
    }
    row.keyName.prepend(prefix);
    row.facts.requestedModel.prepend(prefix);
    if (!row.facts.servedModel.isEmpty())
        row.facts.servedModel.prepend(prefix);
    return row;
}

Async<QList<UsageRow>> ScriptedUsage::rows(
    std::shared_ptr<const UsageOutline> outline, qint64 first, int count)
{
    pages.append({first, count});
    QList<UsageRow> found;
    for (auto index = first; index < std::min(first + count, outline->rows); ++index)
        found.append(row(outline->filter, index));
    const auto error = rowsError;
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    if (error)
        co_return fail(*error);
    co_return found;
}

Async<UsageTimes> ScriptedUsage::times(UsageFilter filter)
{
    UsageTimes times;
    times.rows = countOf(filter, total);
    if (times.rows > 0) {
        times.medianMs = 1900;
        times.p95Ms = 8200;
    }
    auto waiting = QCoro::sleepFor(tellsTimes ? pause() : std::chrono::hours(1));
    co_await waiting;
    co_return times;
}

Async<UsageChoices> ScriptedUsage::choices()
{
    ++choicesAsked;
    UsageChoices choices;
    choices.accounts = {{AccountId(1), u"OpenRouter · main"_s}, {AccountId(2), u"ToRouter · apac"_s}};
    for (const auto &row : scripted::requests()) {
        const auto isKnown
            = std::ranges::any_of(choices.keys, [&row](const auto &key) { return key.id == row.key; });
        if (!isKnown)
            choices.keys.append({row.key, row.keyName, row.accountName});
        for (auto [list, name] : {std::pair(&choices.requestedModels, row.facts.requestedModel),
                 std::pair(&choices.servedModels, row.facts.servedModel),
                 std::pair(&choices.providers, row.facts.provider)}) {
            if (!name.isEmpty() && !list->contains(name))
                list->append(name);
        }
    }
    choices.httpStatuses = {200, 429, 502};
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    co_return choices;
}

Async<std::optional<ModelListing>> ScriptedUsage::listing(AccountId, QString model)
{
    std::optional<ModelListing> listing;
    if (model == u"claude-opus-4.7" || model == u"claude-sonnet-4.5") {
        const bool isOpus = model == u"claude-opus-4.7";
        listing.emplace();
        listing->model = model;
        listing->input = perMillion(isOpus ? u"5.00"_s : u"3.00"_s);
        listing->output = perMillion(isOpus ? u"25.00"_s : u"15.00"_s);
    }
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    co_return listing;
}

Async<Provenance> ScriptedUsage::provenance(ProvenanceQuery query)
{
    provenanceAsked.append(query);
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    auto answer = scripted::provenance(query);
    co_return answer;
}

Async<QList<SavedView>> ScriptedUsage::savedViews()
{
    auto copy = views;
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    co_return copy;
}

Async<Done> ScriptedUsage::saveView(SavedView view)
{
    views.removeIf([&view](const auto &known) { return known.name == view.name; });
    views.append(view);
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    co_return Done();
}

Async<Done> ScriptedUsage::removeView(QString name)
{
    views.removeIf([&name](const auto &known) { return known.name == name; });
    auto waiting = QCoro::sleepFor(pause());
    co_await waiting;
    co_return Done();
}
