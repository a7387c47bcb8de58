// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/endpoints.h"
#include "gateways/openrouter/listed_keys.h"
#include "gateways/openrouter/steps.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

// Words of the cursor: "workspaces" (ids still to be listed), "workspace" (whose keys are being listed;
// empty: the default one), "offset" and "page" of the list, "isPart" (some keys may be missing).

constexpr int MostPages = 200;
constexpr int WorkspacesPerPage = 100;

bool isAbsentOrForbidden(const Error &refusal)
{
    return refusal.httpStatus == 403 || refusal.httpStatus == 404;
}

// --- GET /key

Question askKey(const Cursor & /*cursor*/)
{
    return {u"/key"_s};
}

void planPoll(Cursor &cursor, KeyRole role)
{
    if (role != KeyRole::Management)
        planSteps(cursor, {CatalogueStep});
    else if (cursor.isTest())
        planSteps(cursor, {WorkspacesStep, KeysStep, CreditsStep});
    else
        planSteps(cursor,
            {WorkspacesStep, KeysStep, CreditsStep, ActivityStep, KeyActivityStep, CatalogueStep,
                ModelsTodayStep, ProvidersTodayStep});
}

Result<PollPage> readKey(Cursor cursor, const QJsonObject &body)
{
    const auto facts = parseOwnKey(body, cursor.now());
    if (!facts)
        return fail(facts.error());
    const auto role = facts->role.value_or(KeyRole::Ordinary);
    if (!cursor.words["history"_L1].toBool()) {
        planPoll(cursor, role);
        return PollPage{*facts, nextStep(cursor)};
    }
    // An ordinary key has no history; what is of now is for the polls.
    if (role == KeyRole::Management)
        planSteps(cursor, {WorkspacesStep, KeysStep, KeyActivityStep});
    return PollPage{{}, nextStep(cursor), progressOf(cursor)};
}

// --- GET /workspaces

Question askWorkspaces(const Cursor &cursor)
{
    Question question{u"/workspaces"_s};
    question.query.addQueryItem(u"limit"_s, QString::number(WorkspacesPerPage));
    question.query.addQueryItem(u"offset"_s, QString::number(cursor.words["workspaces"_L1].toArray().size()));
    return question;
}

//! Turns to the keys of the next workspace; of the default one where there are none.
Cursor atNextWorkspace(Cursor cursor)
{
    auto workspaces = cursor.words["workspaces"_L1].toArray();
    cursor.words["workspace"_L1] = workspaces.isEmpty() ? QString() : workspaces.takeAt(0).toString();
    cursor.words["workspaces"_L1] = workspaces;
    cursor.words["offset"_L1] = 0;
    return cursor;
}

Result<PollPage> readWorkspaces(Cursor cursor, const QJsonObject &body)
{
    const auto answer = parseWorkspaces(body);
    if (!answer)
        return fail(answer.error());
    auto known = cursor.words["workspaces"_L1].toArray();
    const auto before = known.size();
    for (const auto &id : answer->ids) {
        if (!known.contains(id))
            known.append(id);
    }
    cursor.words["workspaces"_L1] = known;
    // The count ends the list; without one a page that brings nothing new does.
    const bool isWhole = known.size() == before || (answer->total && known.size() >= *answer->total);
    return PollPage{{}, isWhole ? nextStep(atNextWorkspace(cursor)) : cursor.at(WorkspacesStep)};
}

//! Older builds have one workspace only. A key that may not list them sees the keys of the default one.
std::optional<PollPage> refuseWorkspaces(Cursor cursor, const Error &refusal)
{
    if (!isAbsentOrForbidden(refusal))
        return std::nullopt;
    cursor.words["isPart"_L1] = refusal.httpStatus == 403;
    return PollPage{{}, nextStep(atNextWorkspace(cursor))};
}

// --- GET /keys

Question askKeys(const Cursor &cursor)
{
    Question question{u"/keys"_s};
    const auto workspace = cursor.words["workspace"_L1].toString();
    if (!workspace.isEmpty())
        question.query.addQueryItem(
            u"workspace_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(workspace)));
    question.query.addQueryItem(u"include_disabled"_s, u"true"_s);
    question.query.addQueryItem(u"offset"_s, QString::number(cursor.words["offset"_L1].toInt()));
    return question;
}

//! What a key spent before today as far as it can matter for yesterday: the shortest calendar counter that
//! began before today, less today's. Where the counters disagree it may have spent.
qint64 spentBefore(const CounterReading &counters, QDate today)
{
    const auto *period = &counters.utcWeek;
    if (today.dayOfWeek() == Qt::Monday)
        period = today.day() == 1 ? nullptr : &counters.utcMonth;
    const auto whole = period && *period ? **period : counters.lifetime;
    const auto day = counters.utcDay.value_or(Amounts());
    const auto billed = std::abs(whole.billed.nanos() - day.billed.nanos());
    const auto byok = std::abs(whole.byok.nanos() - day.byok.nanos());
    return std::max(billed, byok);
}

bool hasSpentToday(const CounterReading &counters)
{
    return !counters.utcDay || *counters.utcDay != Amounts();
}

//! Notes what later steps want to know of a key.
void noteSpend(Cursor &cursor, const KeyAnswer &answer)
{
    const bool isHistory = cursor.words["history"_L1].toBool();
    const auto &lifetime = answer.counters.lifetime;
    const auto weight = isHistory ? std::max(lifetime.billed.nanos(), lifetime.byok.nanos())
                                  : spentBefore(answer.counters, cursor.now().date());
    const bool isAskedAbout = isHistory || !cursor.words["missedDay"_L1].toString().isEmpty();
    if (weight > 0 && isAskedAbout)
        askAbout(cursor, answer.key.remoteId, weight);
    if (hasSpentToday(answer.counters))
        cursor.words["spentToday"_L1] = true;
}

//! The list of one workspace has come to its end.
PollPage afterWorkspace(Cursor cursor, PollFacts facts)
{
    const bool isLast = cursor.words["workspaces"_L1].toArray().isEmpty();
    PollPage page{std::move(facts), {}};
    if (!isLast) {
        page.next = atNextWorkspace(cursor).at(KeysStep);
        return page;
    }
    const bool isHistory = cursor.words["history"_L1].toBool();
    page.facts.listsAllKeys = !isHistory && !cursor.words["isPart"_L1].toBool();
    if (isHistory) {
        forgetNames(cursor);
        page.progress = progressOf(cursor);
    }
    page.next = nextStep(cursor);
    return page;
}

Result<PollPage> readKeys(Cursor cursor, const QJsonObject &body)
{
    const auto keys = parseKeys(body);
    if (!keys)
        return fail(keys.error());
    const bool isHistory = cursor.words["history"_L1].toBool();
    PollFacts facts;
    for (const auto &answer : *keys) {
        if (!remember(cursor, answer))
            continue;
        noteSpend(cursor, answer);
        facts.keys.append(answer.key);
        if (!isHistory) // a history's pages are stored one by one; counters are read by polls
            facts.counters.append(answer.counters);
    }
    // An empty page ends the list, and so does one that brings nothing new: a server that ignores the offset.
    const auto pages = cursor.words["page"_L1].toInt() + 1;
    const bool isEnd = facts.keys.isEmpty();
    cursor.words["page"_L1] = pages;
    cursor.words["offset"_L1] = cursor.words["offset"_L1].toInt() + static_cast<int>(keys->size());
    if (!isEnd && pages >= MostPages) {
        cursor.words["isPart"_L1] = true;
        cursor.words["workspaces"_L1] = QJsonArray();
    }
    if (isEnd || pages >= MostPages)
        return afterWorkspace(cursor, std::move(facts));
    PollPage page{std::move(facts), cursor.at(KeysStep)};
    if (isHistory)
        page.progress = progressOf(cursor);
    return page;
}

//! A workspace that has gone since it was listed, or that this key may not look into.
std::optional<PollPage> refuseKeys(Cursor cursor, const Error &refusal)
{
    const bool isOfWorkspace = !cursor.words["workspace"_L1].toString().isEmpty();
    if (!isAbsentOrForbidden(refusal) || !isOfWorkspace)
        return std::nullopt;
    cursor.words["isPart"_L1] = true;
    return afterWorkspace(cursor, {});
}

} // namespace

Step keyStep()
{
    return {KeyStep, askKey, readKey};
}

Step workspacesStep()
{
    return {WorkspacesStep, askWorkspaces, readWorkspaces, refuseWorkspaces};
}

Step keysStep()
{
    return {KeysStep, askKeys, readKeys, refuseKeys};
}

} // namespace tollkeeper::openrouter
