// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/torouter/panel_answers.h"
#include "gateways/torouter/steps.h"
#include "gateways/torouter/usage.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

// Words of the cursor of these steps: "wholeUntil" (rows are known to be all there are until then), "from"
// (moment the rows are wanted from), "first" and "last" (UTC days that are asked), "page", "seen" (rows so
// far, each once), "total" (of the first page), "ids" (of the last page), "oldest" (moment of its last row),
// "isUnsorted" (not from the newest down: stopping early would prove nothing) and "isOutside" (rows of other
// days).
constexpr int HistoryDays = 400;
constexpr int LongestPollDays = 7; // what lies longer back is the history's
constexpr int MostPages = 300; // of one poll; a poll asks 400 times at most
constexpr qint64 OverlapSeconds = 60 * 60; // rows are written a while after their request

QDateTime midnight(QDate day)
{
    return day.startOfDay(Qt::UTC);
}

QDate dayIn(const Cursor &at, QLatin1StringView word)
{
    return QDate::fromString(at.words[word].toString(), Qt::ISODate);
}

QDateTime momentIn(const Cursor &at, QLatin1StringView word)
{
    return parseUtc(at.words[word].toString()).value_or(QDateTime());
}

Cursor atStretch(Cursor at, const QDateTime &from, QDate last)
{
    for (const auto word :
        {"page"_L1, "seen"_L1, "total"_L1, "ids"_L1, "oldest"_L1, "isUnsorted"_L1, "isOutside"_L1})
        at.words.remove(word);
    at.words["from"_L1] = from.toString(Qt::ISODateWithMs);
    at.words["first"_L1] = from.date().toString(Qt::ISODate);
    at.words["last"_L1] = last.toString(Qt::ISODate);
    at.words["step"_L1] = RowsStep;
    return at;
}

QDate firstOfMonth(QDate day)
{
    return QDate(day.year(), day.month(), 1);
}

Result<QList<PanelRow>> rowsOf(const QJsonArray &items)
{
    QList<PanelRow> rows;
    for (const auto &item : items) {
        auto row = parseRow(item.toObject());
        if (!row)
            return fail(row.error());
        rows.append(*std::move(row));
    }
    return rows;
}

//! The rows of a page that the page before has not had: when requests are made while we read, every row moves
//! down, and the last ones of a page come again on the next.
QList<PanelRow> withoutSeen(QList<PanelRow> rows, const Cursor &at)
{
    QSet<QString> known;
    for (const auto &id : at.words["ids"_L1].toArray())
        known.insert(id.toString());
    rows.removeIf([&known](const PanelRow &row) {
        if (known.contains(row.id))
            return true;
        known.insert(row.id);
        return false;
    });
    return rows;
}

bool isFromTheNewestDown(const QList<PanelRow> &rows, const QDateTime &before)
{
    auto last = before;
    for (const auto &row : rows) {
        if (last.isValid() && row.facts.startedAt > last)
            return false;
        last = row.facts.startedAt;
    }
    return true;
}

//! Rows of other days than those asked: the zone was not heard, and rows of our days may be missing.
bool areOfTheDaysAsked(const QList<PanelRow> &rows, const Cursor &at)
{
    const auto start = midnight(dayIn(at, "first"_L1));
    const auto end = midnight(dayIn(at, "last"_L1).addDays(1));
    return std::all_of(rows.cbegin(), rows.cend(),
        [&](const PanelRow &row) { return row.facts.startedAt >= start && row.facts.startedAt < end; });
}

//! Notes what a page was, before it is asked whether the stretch is whole.
void take(Cursor &at, const QList<PanelRow> &all, const QList<PanelRow> &fresh, qint64 total)
{
    if (!isFromTheNewestDown(fresh, momentIn(at, "oldest"_L1)))
        at.words["isUnsorted"_L1] = true;
    if (!areOfTheDaysAsked(fresh, at))
        at.words["isOutside"_L1] = true;
    QJsonArray ids;
    for (const auto &row : all)
        ids.append(row.id);
    at.words["ids"_L1] = ids;
    at.words["seen"_L1] = at.words["seen"_L1].toInteger() + fresh.size();
    if (!at.words.contains("total"_L1))
        at.words["total"_L1] = total;
    if (!fresh.isEmpty())
        at.words["oldest"_L1] = fresh.constLast().facts.startedAt.toString(Qt::ISODateWithMs);
}

//! Rows come from the newest down, and the last one lies before what is wanted.
bool hasPassed(const Cursor &at)
{
    const auto oldest = momentIn(at, "oldest"_L1);
    return !at.words["isUnsorted"_L1].toBool() && oldest.isValid() && oldest < momentIn(at, "from"_L1);
}

//! Every row there was when the first page was answered has been read. Requests made meanwhile stand above it
//! and come with the next poll.
bool hasAll(const Cursor &at, bool isLastPage)
{
    return isLastPage && at.words["seen"_L1].toInteger() >= at.words["total"_L1].toInteger();
}

WholeInterval stretchOf(const Cursor &at)
{
    return {momentIn(at, "from"_L1), std::min(at.now(), midnight(dayIn(at, "last"_L1).addDays(1)))};
}

//! The rows of this page that are wanted, under the names of the poll's keys.
void addRows(PollFacts &facts, const QList<PanelRow> &rows, const Cursor &at)
{
    const auto from = momentIn(at, "from"_L1);
    const auto ownId = at.words["ownId"_L1].toString();
    facts.requestsEndpoint = u"GET /api/v1/usage"_s;
    for (const auto &row : rows) {
        if (row.facts.startedAt < from)
            continue;
        facts.requests.append(row.facts);
        if (!ownId.isEmpty() && row.facts.remoteKeyId == ownId)
            facts.requests.last().remoteKeyId = OwnKey;
    }
}

HistoryProgress daysBehind(const Cursor &at, double share)
{
    const auto yesterday = at.now().date().addDays(-1);
    const auto first = dayIn(at, "first"_L1);
    const auto last = dayIn(at, "last"_L1);
    const auto before = last.daysTo(yesterday);
    const auto days
        = before + static_cast<qint64>(static_cast<double>(first.daysTo(last) + 1) * std::min(share, 1.0));
    return {static_cast<int>(std::clamp<qint64>(days, 0, HistoryDays - 1)), HistoryDays};
}

double shareOf(const Cursor &at)
{
    const auto total = std::max<qint64>(1, at.words["total"_L1].toInteger());
    return static_cast<double>(at.words["seen"_L1].toInteger()) / static_cast<double>(total);
}

//! A month that holds nothing at all is where the history begins; the first one asked may be a part of one.
bool isBeginning(const Cursor &at)
{
    const auto first = dayIn(at, "first"_L1);
    const auto last = dayIn(at, "last"_L1);
    const bool isWholeMonth = first.day() == 1 && last == first.addMonths(1).addDays(-1);
    const bool isEmpty = isWholeMonth && at.words["total"_L1].toInteger() == 0;
    return isEmpty || first <= at.now().date().addDays(-HistoryDays);
}

void endMonth(PollPage &page, const Cursor &at)
{
    page.progress = daysBehind(at, 1);
    if (isBeginning(at)) {
        page.progress = HistoryProgress{HistoryDays, HistoryDays};
        return;
    }
    const auto last = dayIn(at, "first"_L1).addDays(-1);
    page.next = atStretch(at, midnight(firstOfMonth(last)), last).toBytes();
}

} // namespace

Cursor atFirstRows(Cursor at)
{
    const auto today = at.now().date();
    if (at.words["history"_L1].toBool()) {
        const auto yesterday = today.addDays(-1);
        return atStretch(at, midnight(firstOfMonth(yesterday)), yesterday);
    }
    const auto wholeUntil = momentIn(at, "wholeUntil"_L1);
    if (at.isTest() || !wholeUntil.isValid())
        return atStretch(at, midnight(today), today);
    const auto from
        = std::clamp(wholeUntil.addSecs(-OverlapSeconds), at.now().addDays(-LongestPollDays), at.now());
    return atStretch(at, from, today);
}

Result<PollPage> readRows(Cursor at, const QJsonObject &data)
{
    const auto number = at.words["page"_L1].toInt(1);
    const auto list = parsePage(data, number);
    const auto rows = list ? rowsOf(list->items) : fail(list.error());
    if (!rows)
        return fail(rows.error());
    PollPage page;
    if (at.isTest()) // the panel answers: that is all
        return page;
    const auto fresh = withoutSeen(*rows, at);
    take(at, *rows, fresh, list->total);
    addRows(page.facts, fresh, at);
    if (!at.words["isOutside"_L1].toBool() && (hasAll(at, list->isLast) || hasPassed(at)))
        page.facts.whole = stretchOf(at);

    const bool isHistory = at.words["history"_L1].toBool();
    const bool isOver = list->isLast || hasPassed(at);
    if (isOver && isHistory)
        endMonth(page, at);
    if (isOver || (!isHistory && number >= MostPages))
        return page;
    at.words["page"_L1] = number + 1;
    page.next = at.at(RowsStep);
    if (isHistory)
        page.progress = daysBehind(at, shareOf(at));
    return page;
}

} // namespace tollkeeper::torouter
